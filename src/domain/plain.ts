// A domain whose decisions are their answers: nothing is worked out between stages, sums are not paid.
// Promise: whatever such a model declares is shown: tasks with who does them, deadlines with their dates, a list in columns.
import type { Json } from '../engine/declaration.js'
import type { Compute } from '../engine/evaluate.js'
import type { Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { deadlineRows } from './deadline-rows.js'
import type { Deciding, Decision, Domain, Language, OwnExpectation, Row, Section, WaitsFor } from './domain.js'
import { type OpenMember, openMembers, openTermRows, openWord } from './open-rows.js'
import { openWords, row } from './rows.js'
import { answerOf, listed, partyWords, valueWords } from './words.js'

/** What a plain model may have of its own. */
export interface PlainParts<D extends Decision> extends Pick<Deciding<D>, 'model' | 'write' | 'check'> {
  /** Facts on which more than on any other it hangs whether there is an answer. */
  readonly claim: readonly string[]
  readonly expected?: Readonly<Record<string, OwnExpectation & { readonly title: string }>>
  /** Questions shown in rows of their own, under 处理. */
  readonly apart?: readonly string[]
  rows?(decision: D, lang: Language, waitsFor: WaitsFor): readonly Row[]
  /** What a list shows of a question in its column, where that is not the names of its members. */
  readonly cells?: Readonly<Record<string, (decision: D, lang: Language) => readonly string[]>>
}

const NOTHING: Compute<undefined> = () => ({ facts: {}, kept: undefined })
const DEADLINES = 'deadlines'
const TITLES = {
  next: { zh: '处理', en: 'Handling' },
  tasks: { zh: '任务', en: 'Tasks' },
  deadlines: { zh: '期限', en: 'Deadlines' },
} as const satisfies Readonly<Record<string, Text>>

/** The domain of a model that decides by answers alone. */
export function plainDomain<D extends Decision>(parts: PlainParts<D>): Domain<D> {
  const { model, write, check, claim, expected = {}, apart = [] } = parts
  const doing = new Set(model.questions.filter(({ by }) => by !== undefined).map(({ group }) => group))
  return {
    model,
    write,
    compute: () => NOTHING,
    ...(check === undefined ? {} : { check }),
    ...(Object.hasOwn(model.declaration.questions, DEADLINES) ? { deadlines: DEADLINES } : {}),
    expected,
    expectedTitles: Object.fromEntries(Object.entries(expected).map(([word, { title }]) => [word, title])),
    report: {
      elsewhere: (group) => [...doing, ...apart, DEADLINES].includes(group),
      sections: (decision: D, lang, waitsFor): Section[] => [
        { title: TITLES.next[lang], rows: parts.rows?.(decision, lang, waitsFor) ?? [] },
        { title: TITLES.tasks[lang], rows: taskRows(model, decision, lang) },
        {
          title: TITLES.deadlines[lang],
          rows: [
            ...deadlineRows(decision, (term) => sayTerm(model, term), lang),
            ...openTermRows(model, decision, DEADLINES, lang, waitsFor),
          ],
        },
      ],
      cost: () => undefined,
    },
    listing: {
      awaited: [DEADLINES, ...apart],
      summary: (decision: D | undefined, lang) => summaryOf(parts, decision, lang),
      beside: () => null,
    },
    proofs: { claim, neverLess: () => false },
  }
}

function sayTerm({ declaration }: Model, term: Json): Text {
  const question = declaration.questions[DEADLINES]
  return question?.kind === 'terms' ? question.say(term) : { zh: '', en: '' }
}

/** What is to be done, with who does it; what may have to be done is counted in one row. */
function taskRows(model: Model, decision: Decision, lang: Language): Row[] {
  const tasks = model.questions.flatMap((question) => {
    const answer = question.by === undefined ? undefined : answerOf(decision, question)
    if (answer === undefined || answer.arises === 'no' || !isGiven(answer.possible)) return []
    return [{ question, answer }]
  })
  const open = tasks.filter(({ answer }) => answer.status !== 'settled').map(({ question }) => question.label)
  const due = tasks.filter(({ answer }) => answer.status === 'settled')
  return [
    ...due.map(({ question: { label, by }, answer }) =>
      row(label[lang], by === undefined ? '' : partyWords(model, [by], lang), answer.rules),
    ),
    ...(open.length === 0 ? [] : [row(lang === 'zh' ? '可能要做' : 'perhaps to be done', openWords(open, lang))]),
  ]
}

function isGiven(possible: readonly Json[]): boolean {
  return possible.includes(true)
}

/** One column per question that is asked, members in one cell. */
function summaryOf<D extends Decision>(
  { model, cells = {} }: PlainParts<D>,
  decision: D | undefined,
  lang: Language,
): Pick<Row, 'label' | 'text'>[] {
  return model.groups.map(({ id, questions }) => ({
    label: model.declaration.questions[id]?.label[lang] ?? id,
    text:
      decision === undefined
        ? ''
        : listed(cells[id]?.(decision, lang) ?? cellOf(model, decision, id, questions, lang), lang),
  }))
}

function cellOf(
  model: Model,
  decision: Decision,
  group: string,
  questions: readonly Question[],
  lang: Language,
): string[] {
  if (group === DEADLINES)
    return [
      ...(decision.deadlines ?? []).map(({ label, lastDay, until }) =>
        `${label[lang]} ${lastDay ?? until ?? ''}`.trim(),
      ),
      ...openMembers(model, decision, group).map((member) => openWord(member, lang)),
    ]
  return questions.flatMap((question) => {
    const answer = answerOf(decision, question)
    if (answer === undefined || answer.arises === 'no' || answer.status === 'silent') return []
    if (question.member !== undefined) return memberCell({ question, answer }, lang)
    return [answer.possible.map((value) => valueWords(question, value, lang)).join(lang === 'zh' ? '或' : ' or ')]
  })
}

function memberCell(member: OpenMember, lang: Language): string[] {
  const { question, answer } = member
  if (answer.status !== 'conflict' && !isGiven(answer.possible)) return []
  return [answer.status === 'settled' ? question.label[lang] : openWord(member, lang)]
}
