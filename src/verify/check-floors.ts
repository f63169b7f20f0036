// Floors: under `enforce` no answer is worse than a mandatory rule that holds; under `advise`, where exactly one is.
// Promise: breaches are told from the same order of favour that decides them; amounts that order weighs by are named
// where they could not be told.
import { type Answer, isAnswer } from '../engine/answer.js'
import { favourOf } from '../engine/fold.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { isWeighed } from '../engine/weighed.js'
import { outcomeText } from './answer-change.js'
import { evaluated, type Witness } from './decided-case.js'
import { type Checked, type Claim, checked, type Finding, freeIn, summed } from './finding.js'
import { combinedFavour, neverLess, weighing } from './floor-sums.js'
import { all } from './formula.js'
import { answersAmong, type Outcomes } from './outcomes.js'
import { floorRules, floorsOf, raisedOutcomes, sizeOf } from './raised.js'
import type { Subject } from './subject.js'

/** Of many rules so many are named in words; all of them are in a finding's `rules`. */
const NAMED = 3

/** Whether an answer falls short of a floor: surely, surely not, or as the amounts of the case have it. */
type Shortfall = 'yes' | 'no' | 'weighed'

/** Floors of a question: none where it has no order of favour or no mandatory rule speaks of it. */
export function checkFloors(subject: Subject, question: Question): readonly Checked[] {
  const { floors } = falling(subject, question)
  if (floors.size === 0) return []
  const breaches = breachClaims(subject, question)
  const advised = checked(subject, 'floors-hold', question.id, breaches)
  return [advised, enforced(subject, question, breaches, advised.findings)]
}

/** What can fall below what: nothing where the question has no floor. */
function falling({ answering, rulings }: Subject, question: Question) {
  const floors = floorsOf(answering, question, floorRules(rulings, question))
  const outcomes = [...answering.outcomes(question)].filter(([answer]) => isAnswer(answer))
  return { floors, outcomes }
}

/** Per answer and floor above it: that the answer is given although the floor holds. `raised`: of answers that were raised. */
export function breachClaims(subject: Subject, question: Question, raised?: Outcomes): readonly Claim[] {
  const { floors, outcomes } = falling(subject, question)
  return [...(raised ?? outcomes)].flatMap(([answer, is]) =>
    [...floors].flatMap(([floor, { holds, rules }]): Claim[] => {
      const short = fallsShort(subject, question, answer, floor)
      if (raised === undefined ? short === 'no' : short !== 'yes') return []
      return [
        {
          id: `floors-hold ${raised === undefined ? '' : 'enforce '}${question.id} ${String(answer)} ${String(floor)}`,
          text: breachText(question, answer, floor, rules),
          rules: rules.map(({ id }) => id),
          never: all([is, holds, subject.answering.arises(question)]),
          shows: ({ resolved }) => {
            const { breach, outcomes: shown } = resolved[question.index] ?? { outcomes: [] }
            return breach?.status === 'yes' && answersAmong(answer).includes(shown[0] as Answer)
          },
          ...(isWeighed(question) ? weighing(subject, question, answer, floor) : {}),
        },
      ]
    }),
  )
}

/** Whether an answer is worse than a floor: `weighed` where the amounts of a case tell. */
export function fallsShort(
  { rulings }: Pick<Subject, 'rulings'>,
  question: Question,
  answer: Answer,
  floor: Answer,
): Shortfall {
  const among = answersAmong(answer)
  if (!isAnswer(answer) || (question.combine !== 'least' && among.includes(floor))) return 'no'
  if (!isWeighed(question)) return sizeOf(question, answer) < sizeOf(question, floor) ? 'yes' : 'no'
  if (among.every((one) => neverLess(rulings, question, one, floor))) return 'no'
  const { model } = rulings.ruleSet
  const view = (fact: string) => model.columnOf.get(fact)?.domain ?? []
  const own = combinedFavour(
    question,
    among.map((one) => favourOf(question, one, view)),
  )
  const other = favourOf(question, floor, view)
  return own.least >= other.most ? 'no' : own.most < other.least ? 'yes' : 'weighed'
}

function breachText(question: Question, answer: Answer, floor: Answer, rules: readonly CompiledRule[]): Text {
  const [own, other] = [outcomeText(question, answer), outcomeText(question, floor)]
  const few = rules.slice(0, NAMED)
  const more = rules.length - few.length
  const titles = `「${few.map(({ title }) => title).join('」「')}」${more > 0 ? `等 ${rules.length} 条` : ''}`
  const ids = `${few.map(({ id }) => id).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return {
    zh: `「${question.label.zh}」低于底线：答「${own.zh}」，底线「${other.zh}」（${titles}）`,
    en: `"${question.label.en}" below its floor: ${own.en}, floor ${other.en} (${ids})`,
  }
}

/** Under `enforce`: what is worse than a floor is raised to it, so that nothing worse is left; the breaches are decided again. */
function enforced(
  subject: Subject,
  question: Question,
  breaches: readonly Claim[],
  found: readonly Finding[],
): Checked {
  const { floors, outcomes } = falling(subject, question)
  const isLess = (answer: Answer, floor: Answer) => fallsShort(subject, question, answer, floor) !== 'no'
  const claims = breachClaims(subject, question, raisedOutcomes(outcomes, floors, isLess))
  const proofs = checked(subject, 'floors-hold', `${question.id} (enforce)`, claims)
  // The engine itself has to raise what the proof says it raises.
  const replayed = found.flatMap((one) =>
    one.witness === undefined || isRaised(subject, question, one.witness)
      ? []
      : [{ ...one, id: `floors-hold enforce ${one.id}` }],
  )
  return summed(
    'floors-hold',
    `${question.id} (enforce)`,
    claims.length + breaches.length,
    [...proofs.findings, ...replayed],
    freeIn(subject, breaches),
  )
}

function isRaised({ rulings }: Subject, question: Question, { case: input, settings }: Witness): boolean {
  const resolved = evaluated({ ...rulings, floors: 'enforce' }, input, settings)?.resolved[question.index]
  return resolved !== undefined && resolved.breach === undefined && resolved.outcomes.length === 1
}
