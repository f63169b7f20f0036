// A decision as titled rows of words, everything the shop may see. `explain` and the command line lay it out.
// Promise: from the decision and the model's labels alone; nothing is left out but what is plainly no or does not arise.

import type { RuleReference } from '../engine/answered.js'
import type { BreachReport } from '../engine/decision.js'
import type { Json } from '../engine/declaration.js'
import type { Review } from '../engine/outcome.js'
import type { Text } from '../engine/text.js'
import type { Decision, Language, Reporting, Row, Section, WaitsFor } from './domain.js'
import { answerRows, row } from './rows.js'
import { answerOf, factValueWords, listed, partyWords, questionLabel, valueWords } from './words.js'

const TITLES = {
  outcome: { zh: '结果', en: 'Outcome' },
  reviews: { zh: '需人工处理的原因', en: 'Why a person has to look' },
  answers: { zh: '答案', en: 'Answers' },
  missing: { zh: '需补充', en: 'Still needed' },
  presumed: { zh: '前提', en: 'Presumed' },
  breaches: { zh: '底线提示', en: 'Below a floor' },
  rules: { zh: '依据', en: 'Rules' },
  sources: { zh: '出处', en: 'Sources' },
} as const satisfies Readonly<Record<string, Text>>

const OUTCOMES: Readonly<Record<Decision['outcome'], Text>> = {
  settled: { zh: '可处理', en: 'settled' },
  'needs-facts': { zh: '需补充信息', en: 'more facts needed' },
  'needs-review': { zh: '需人工', en: 'a person has to look' },
}

/** What a decision comes to: 可处理, 需补充信息 or 需人工. */
export function outcomeWords({ outcome }: Decision, lang: Language): string {
  return OUTCOMES[outcome][lang]
}

/** Why a person has to look, one reason each. */
export function reviewWords(domain: Reporting, decision: Decision, lang: Language): string[] {
  return decision.reviews.map((review) => {
    const { label, text } = reviewRow(domain, decision, review, lang)
    return lang === 'zh' ? `${label}：${text}` : `${label}: ${text}`
  })
}

/**
 * Everything a decision says, in sections; sections without rows are left out. `waitsFor` says what an
 * open answer waits for, where the caller has asked.
 */
export function reportOf(
  domain: Reporting,
  decision: Decision,
  lang: Language,
  waitsFor: WaitsFor = () => '',
): Section[] {
  const { model, report } = domain
  const titled = (title: keyof typeof TITLES, rows: readonly Row[]): Section => ({ title: TITLES[title][lang], rows })
  const sections = [
    titled('outcome', outcomeRows(decision, lang)),
    titled(
      'reviews',
      decision.reviews.map((review) => reviewRow(domain, decision, review, lang)),
    ),
    titled('answers', answerRows(model, report.elsewhere, decision, lang, waitsFor)),
    ...report.sections(decision, lang, waitsFor),
    titled('missing', missingRows(domain, decision, lang)),
    titled(
      'presumed',
      decision.presumed.map(({ fact, label, value }) => row(label[lang], factValueWords(model, fact, value, lang))),
    ),
    titled(
      'breaches',
      decision.breaches.map((breach) => breachRow(domain, decision, breach, lang)),
    ),
    titled('rules', ruleRows(domain, decision, lang)),
    titled('sources', sourceRows(decision, lang)),
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

function outcomeRows(decision: Decision, lang: Language): Row[] {
  const say = (label: Text, text: string | undefined) => (text === undefined ? [] : [row(label[lang], text)])
  return [
    ...say({ zh: '结论状态', en: 'outcome' }, outcomeWords(decision, lang)),
    ...say({ zh: '判定时间', en: 'decided as of' }, decision.asOf),
    ...say({ zh: '有效至', en: 'valid until' }, decision.validUntil),
    ...say({ zh: '约定经办', en: 'agreed by' }, decision.agreedBy),
  ]
}

const REVIEWS = {
  conflict: { zh: '规则互相冲突', en: 'rules conflict' },
  silent: { zh: '没有规则作答', en: 'no rule answers' },
  'handed-over': { zh: '按规则转人工', en: 'handed to a person by rule' },
} as const

function reviewRow({ model }: Reporting, decision: Decision, review: Review, lang: Language): Row {
  const zh = lang === 'zh'
  if (review.reason === 'contradiction')
    return row(zh ? '案情自相矛盾' : 'the facts contradict each other', review.text[lang])
  if (review.reason === 'no-version')
    return row(zh ? '没有当时有效的数值' : 'no number in force on that day', review.parameter)
  const question = model.questionOf.get(review.question)
  const rules = (question && answerOf(decision, question)?.rules) ?? []
  // Rules that clash are to be changed, so they are named as they are found: by id as well.
  const named = review.reason === 'conflict' ? rules.map((rule) => ({ ...rule, title: titleAndId(rule, lang) })) : rules
  return row(questionLabel(model, review.question, lang), REVIEWS[review.reason][lang], named)
}

function titleAndId({ id, title }: RuleReference, lang: Language): string {
  return lang === 'zh' ? `${title}（${id}）` : `${title} (${id})`
}

function missingRows({ model }: Reporting, { missing }: Decision, lang: Language): Row[] {
  return missing.map(({ label, question, ask }) => {
    const whom = partyWords(model, ask, lang)
    return row(label[lang], lang === 'zh' ? `${question.zh}（问${whom}）` : `${question.en} (ask: ${whom})`)
  })
}

function breachRow({ model, report }: Reporting, decision: Decision, breach: BreachReport, lang: Language): Row {
  const { question: id, answers, floor, rule } = breach
  const question = model.questionOf.get(id)
  const words = (value: Json) => (question === undefined ? String(value) : valueWords(question, value, lang))
  const now = listed(answers.map(words), lang)
  const sure = breach.status === 'yes'
  const article = articleOf(decision, rule, lang)
  const cost = report.cost(breach, lang)
  const text: Text = {
    zh: `${sure ? '' : '可能'}低于底线：现为${now}，底线为${words(floor)}，${article}${cost === undefined ? '' : `，${cost}`}`,
    en: `${sure ? '' : 'may be '}below the floor: now ${now}, floor ${words(floor)}, ${article}${cost === undefined ? '' : `; ${cost}`}`,
  }
  return row(questionLabel(model, id, lang), text[lang], [rule])
}

/** Document by its name, with the clause: 《……》售后工作规范（一）1. */
function articleOf({ sources }: Decision, { source }: RuleReference, lang: Language): string {
  const name = sources.find(({ document }) => document === source.document)?.name[lang] ?? source.document
  return lang === 'zh' ? `《${name}》${source.clause}` : `${name}, ${source.clause}`
}

/** Every rule behind what was said, once: title, layer, source and clause. */
function ruleRows({ model }: Reporting, decision: Decision, lang: Language): Row[] {
  const said = model.questions
    .flatMap((question) => answerOf(decision, question) ?? [])
    .filter(({ arises }) => arises !== 'no')
  const all = [...said.flatMap(({ rules }) => rules), ...decision.breaches.map(({ rule }) => rule)]
  const layers: Readonly<Record<string, { readonly label: Text }>> = model.declaration.layers
  return [...new Map(all.map((rule) => [rule.id, rule])).values()].map((rule) => {
    const layer = layers[rule.layer]?.label[lang]
    const title = lang === 'zh' ? `「${rule.title}」` : `"${rule.title}"`
    if (layer === undefined) return row(title, lang === 'zh' ? '案情中写明的约定' : 'as agreed in the case')
    return row(title, `${layer}${lang === 'zh' ? '，' : '; '}${articleOf(decision, rule, lang)}`)
  })
}

function sourceRows({ sources }: Decision, lang: Language): Row[] {
  return sources.map(({ name, checked }) =>
    row(name[lang], lang === 'zh' ? `核对于 ${checked}` : `last checked ${checked}`),
  )
}

/** What stands below every report: which rules, and that this is no legal advice. */
export function reportNotes({ ruleSet }: Decision, lang: Language): string[] {
  const hash = ruleSet.slice(0, 12)
  return lang === 'zh' ? [`规则集 ${hash}`, '本结果不是法律意见。'] : [`rule set ${hash}`, 'This is not legal advice.']
}

/** Everything, one statement a line. */
export function explainToShop(domain: Reporting, decision: Decision, lang: Language): string {
  const sections = reportOf(domain, decision, lang).flatMap(({ title, rows }) => [
    lang === 'zh' ? `【${title}】` : `[${title}]`,
    ...rows.map((row) => lineOf(row, lang)),
  ])
  return [...sections, '', ...reportNotes(decision, lang)].join('\n')
}

function lineOf({ label, text, rules }: Row, lang: Language): string {
  if (lang === 'zh') return `${label}：${text}${rules.length === 0 ? '' : `（依据：${rules.join('；')}）`}`
  return `${label}: ${text}${rules.length === 0 ? '' : ` (rules: ${rules.join('; ')})`}`
}
