// Per rule: it can hold, it can win, and without it something would be answered otherwise.
// Promise: that a rule can hold or win is shown by a case that was decided, never by a region alone.
import type { CompiledRule } from '../engine/load-rules.js'
import { NO, YES } from '../engine/matcher.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { type Checked, type CheckName, described, type Finding, summed } from './finding.js'
import { all, type Formula, not, some } from './formula.js'
import { answerOf, outcomesOf } from './outcomes.js'
import { areSame, look, type Subject } from './subject.js'
import { type Shows, witnessOf } from './witness.js'

/** A rule nobody can meet, one that never wins, one that changes nothing: at most one finding per rule. */
export function checkRules(
  subject: Subject,
  rules: readonly CompiledRule[],
  step: () => void = () => {},
): readonly Checked[] {
  const found = rules.map((rule) => {
    step()
    return checkRule(subject, rule)
  })
  const names: readonly CheckName[] = ['rules-reachable', 'rules-not-masked', 'rules-needed']
  return names.map((name, i) => {
    const findings = found.flatMap((one) => (one?.check === name ? [one.finding] : []))
    const before = found.filter((one) => one !== undefined && names.indexOf(one.check) < i).length
    return summed(name, undefined, rules.length - before, findings)
  })
}

interface Found {
  readonly check: CheckName
  readonly finding: Finding
}

function checkRule(subject: Subject, rule: CompiledRule): Found | undefined {
  const { answering, rulings } = subject
  const questions = rule.answers.map(({ question }) => rulings.ruleSet.model.questions[question] as Question)
  const holds = answering.reader.rule(rule)
  if (questions.some((question) => speaksAlone(subject, rule, question))) return undefined
  const reached = exists(subject, holds, isYes(rule))
  const found = (check: CheckName, verdict: Existence, where: Formula, text: Text): Found => ({
    check,
    finding: finding(subject, rule, check, verdict, where, text),
  })
  if (reached !== 'yes') return found('rules-reachable', reached, some([]), NEVER_HOLDS)
  const won = some(questions.map(({ index }) => answering.wins(rule, index)))
  const beaters = new Set(rule.answers.flatMap((one) => one.beaters))
  const wins = exists(
    subject,
    won,
    (evaluation) =>
      evaluation.statuses[rule.index] === YES &&
      rule.answers.some((one) => one.beaters.every((beater) => evaluation.statuses[beater] === NO)),
  )
  if (wins !== 'yes') {
    const by = [...beaters].map((beater) => rulings.ruleSet.rules[beater]?.title).join('」「')
    const text = { zh: `总是被例外盖过：「${by}」`, en: 'always beaten by its exceptions' }
    return found('rules-not-masked', wins, holds, text)
  }
  const needed = isNeeded(subject, rule, questions)
  return needed === true ? undefined : found('rules-needed', needed === false ? 'no' : 'unknown', won, CHANGES_NOTHING)
}

/** Whether there is a case in which no other rule of its layer speaks of a question: then it holds, wins and is needed. */
function speaksAlone(subject: Subject, rule: CompiledRule, { index }: Question): boolean {
  const { reader, answeringRules } = subject.answering
  const others = answeringRules(index).filter((one) => one !== rule && one.layer === rule.layer)
  const alone = all([reader.rule(rule), ...others.map((one) => not(reader.rule(one)))])
  return (
    exists(
      subject,
      alone,
      ({ statuses }) => statuses[rule.index] === YES && others.every((one) => statuses[one.index] === NO),
    ) === 'yes'
  )
}

const NEVER_HOLDS: Text = { zh: '没有案情能让它成立', en: 'it holds in no case' }
const CHANGES_NOTHING: Text = { zh: '去掉它，什么回答都不变', en: 'without it every answer is the same' }

function isYes({ index }: CompiledRule): Shows {
  return (evaluation) => evaluation.statuses[index] === YES
}

export type Existence = 'yes' | 'no' | 'unknown'

/**
 * Whether there is a case that shows something: decided, not only thought of. `formula` says where to look for one that
 * was not decided before.
 */
export function exists(subject: Subject, formula: Formula, shows: Shows): Existence {
  const { decided, diagrams } = subject
  if (decided.some((one) => shows(one.evaluation, one))) return 'yes'
  return diagrams.forNow(() => {
    const looked = look(subject, formula)
    if (looked.kind === 'none') return 'no'
    const witness = witnessOf(subject, looked, { shows })
    if (witness === undefined) return 'unknown'
    decided.push(witness)
    return 'yes'
  })
}

/** What is wrong with a rule; `where`: cases that show it, where there are any. */
export function finding(
  subject: Subject,
  { id, title }: Pick<CompiledRule, 'id' | 'title'>,
  check: CheckName,
  verdict: Existence,
  where: Formula,
  text: Text,
  detail = '',
): Finding {
  const looked = look(subject, where)
  const witness = witnessOf(subject, looked, { shows: () => true })
  const said = verdict === 'no' ? text : { zh: '不能断定', en: 'nobody knows' }
  return {
    id: [check, id, ...(detail === '' ? [] : [detail])].join(' '),
    verdict: verdict === 'no' ? 'refuted' : 'unknown',
    text: { zh: `「${title}」：${said.zh}`, en: `${id}: ${said.en}` },
    rules: [id],
    ...described(subject, looked),
    witness,
  }
}

/** Whether its layer would answer some question otherwise without the rule. */
function isNeeded(subject: Subject, rule: CompiledRule, questions: readonly Question[]): boolean | undefined {
  let isKnown = true
  for (const question of questions) {
    const rules = subject.answering.answeringRules(question.index).filter(({ layer }) => layer === rule.layer)
    // What is mandatory answers, and is a floor beside.
    for (const among of rule.mandatory ? [rules, rules.filter((one) => one.mandatory)] : [rules]) {
      const same = isSameWithout(subject, question, among, rule)
      if (same === false) return true
      if (same === undefined) isKnown = false
    }
  }
  return isKnown ? false : undefined
}

function isSameWithout(
  subject: Subject,
  question: Question,
  rules: readonly CompiledRule[],
  rule: CompiledRule,
): boolean | undefined {
  const { answering, rulings } = subject
  const outcomes = (left?: CompiledRule) =>
    outcomesOf(
      question,
      rules
        .filter((one) => one !== left)
        .map((one) => {
          const beaters = one.answers.find((answer) => answer.question === question.index)?.beaters ?? []
          const won = beaters
            .filter((beater) => beater !== left?.index)
            .map((beater) => not(answering.reader.rule(rulings.ruleSet.rules[beater] as CompiledRule)))
          return { value: answerOf(one, question.index), wins: all([answering.reader.rule(one), ...won]) }
        }),
    )
  return haveSameOutcomes(subject, outcomes(), outcomes(rule))
}

function haveSameOutcomes(
  subject: Subject,
  before: ReadonlyMap<string | number, Formula>,
  after: ReadonlyMap<string | number, Formula>,
): boolean | undefined {
  let isKnown = true
  for (const outcome of new Set([...before.keys(), ...after.keys()])) {
    const same = areSame(subject, before.get(outcome) ?? some([]), after.get(outcome) ?? some([]))
    if (same === false) return false
    if (same === undefined) isKnown = false
  }
  return isKnown ? true : undefined
}
