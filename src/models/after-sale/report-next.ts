// Rows on what is done next: the refund state that follows, the remark and the flag.
// Promise: a remark or a flag that is still open is shown as open, with what it waits for where that is known.

import type { Language, Row, WaitsFor } from '../../domain/domain.js'
import { row } from '../../domain/rows.js'
import { listed, valueWords } from '../../domain/words.js'
import type { Answered } from '../../engine/answered.js'
import type { Json } from '../../engine/declaration.js'
import type { Decision } from './decision.js'
import { afterSale } from './model.js'

export function nextRows(decision: Decision, lang: Language, waitsFor: WaitsFor): Row[] {
  const { nextState } = decision
  return [
    ...(nextState === undefined
      ? []
      : [row(lang === 'zh' ? '下一退款状态' : 'next refund state', nextState.label[lang])]),
    ...remarkRows(decision, lang, waitsFor),
    ...flagRows(decision, lang, waitsFor),
  ]
}

function remarkRows(decision: Decision, lang: Language, waitsFor: WaitsFor): Row[] {
  const { remark, answers } = decision
  const zh = lang === 'zh'
  const label = zh ? '备注' : 'remark'
  const behind = Object.values(answers.remark).flatMap((answer) => answer?.rules ?? [])
  const unfilled =
    remark.missing.length === 0
      ? ''
      : zh
        ? `（待填：${listed(remark.missing, lang)}）`
        : ` (to be filled in: ${listed(remark.missing, lang)})`
  const open = undecidedWords(decision, 'remark', lang, waitsFor)
  return [
    ...(remark.text === '' ? [] : [row(label, `${remark.text}${unfilled}`, behind)]),
    ...(open === undefined ? [] : [row(label, open)]),
  ]
}

function flagRows(decision: Decision, lang: Language, waitsFor: WaitsFor): Row[] {
  const { flag, answers } = decision
  const label = lang === 'zh' ? '旗帜' : 'flag'
  const question = afterSale.questionOf.get('flag')
  if (question !== undefined && flag !== undefined)
    return [row(label, valueWords(question, flag, lang), answers.flag.rules)]
  const open = undecidedWords(decision, 'flag', lang, waitsFor)
  return open === undefined ? [] : [row(label, open)]
}

/** 未定 with all it may be and what it waits for; nothing where it is settled or no rule speaks of it. */
function undecidedWords(
  decision: Decision,
  group: 'remark' | 'flag',
  lang: Language,
  waitsFor: WaitsFor,
): string | undefined {
  const undecided = afterSale.questions.flatMap((question) => {
    const answer = question.group === group ? answerIn(decision, group, question.member) : undefined
    return answer?.status === 'open' && answer.arises !== 'no' ? [{ question, answer }] : []
  })
  if (undecided.length === 0) return undefined
  const may = undecided.flatMap(({ question, answer }) =>
    question.member === undefined
      ? answer.possible.map((value) => valueWords(question, value, lang))
      : [question.label[lang], lang === 'zh' ? '不写' : 'none'],
  )
  const words = listed([...new Set(may)], lang)
  const why = waitsFor(group)
  return lang === 'zh' ? `未定，可能为：${words}${why}` : `open: ${words}${why}`
}

function answerIn(
  { answers }: Decision,
  group: 'remark' | 'flag',
  member: string | undefined,
): Answered<Json> | undefined {
  if (group === 'flag') return answers.flag
  const remarks: Readonly<Record<string, Answered<boolean> | undefined>> = answers.remark
  return remarks[member ?? '']
}
