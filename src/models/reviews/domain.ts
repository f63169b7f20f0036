// The reviews model as the command line, the fixtures and the proofs take it.
// Promise: a remark is shown and expected as the text it comes to.
import type { Language, Row, WaitsFor } from '../../domain/domain.js'
import { openMembers, openWord } from '../../domain/open-rows.js'
import { plainDomain } from '../../domain/plain.js'
import { row } from '../../domain/rows.js'
import { onOneLine, valueWords } from '../../domain/words.js'
import type { Json } from '../../engine/declaration.js'
import { type ReviewDecision, writeReview } from './decide.js'
import { reviews } from './model.js'

export const reviewsDomain = plainDomain<ReviewDecision>({
  model: reviews,
  write: writeReview,
  claim: ['platform', 'rating', 'stars'],
  expected: {
    备注: { title: 'the text of the remark', shape: 'text', of: ({ remark }: ReviewDecision) => remark.text },
    备注缺: { title: 'what the remark lacks', shape: 'list', of: ({ remark }: ReviewDecision) => remark.missing },
  },
  apart: ['remark', 'flag'],
  rows: handlingRows,
  cells: { remark: remarkCells },
})

/** The remark as the sheet has it, and the forms that may still have to be written. */
function remarkCells(decision: ReviewDecision, lang: Language): string[] {
  const text = onOneLine(remarkText(decision, lang))
  return [...(text === '' ? [] : [text]), ...openForms(decision, lang)]
}

function openForms(decision: ReviewDecision, lang: Language): string[] {
  return openMembers(reviews, decision, 'remark').map((member) => openWord(member, lang))
}

function remarkText({ remark: { text, missing } }: ReviewDecision, lang: Language): string {
  if (missing.length === 0) return text
  return lang === 'zh' ? `${text}（待填：${missing.join('、')}）` : `${text} (to be filled in: ${missing.join(', ')})`
}

/** Remark and flag as far as they are sure, and what is still open of them or in conflict. */
function handlingRows(decision: ReviewDecision, lang: Language, waitsFor: WaitsFor): Row[] {
  const { remark, flag, answers } = decision
  const [remarkLabel, flagLabel] = lang === 'zh' ? ['备注', '旗帜'] : ['remark', 'flag']
  const behind = Object.values(answers.remark).flatMap((answer) => answer?.rules ?? [])
  const question = reviews.questionOf.get('flag')
  const said = (value: Json) => (question === undefined ? '' : valueWords(question, value, lang))
  return [
    ...(remark.text === '' ? [] : [row(remarkLabel, remarkText(decision, lang), behind)]),
    ...openForms(decision, lang).map((form) => row(remarkLabel, `${form}${waitsFor('remark')}`)),
    ...(flag === undefined ? [] : [row(flagLabel, said(flag), answers.flag.rules)]),
    ...(answers.flag.status === 'open'
      ? [row(flagLabel, `${lang === 'zh' ? '未定' : 'open'}${waitsFor('flag')}`)]
      : []),
    ...(answers.flag.status === 'conflict' ? [row(flagLabel, said('conflict'), answers.flag.rules)] : []),
  ]
}
