// What is written by hand against the engine, on the slice of rules both answer.
// Promise: every possible answer of every question of every case, complete and partial; the first difference ends the run.
import { CONFLICT as CLASH, isAnswer } from '../../src/engine/answer.js'
import { evaluate } from '../../src/engine/evaluate.js'
import { statedFacts } from '../../src/engine/facts.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import { type ContestRules, SLICE_QUESTIONS } from './contest-rules.js'
import { type Prepared, readingOf } from './contestants.js'
import { CONFLICT, type HandAnswers, SILENT } from './hand-answers.js'
import { decideByHand } from './hand-written.js'

const LEG = { buyer: 1, seller: 2 }
const BITS: Readonly<Record<keyof HandAnswers, Readonly<Record<string, number>>>> = {
  verdict: { refuse: 1, offer: 2, accept: 4 },
  outboundPostage: LEG,
  returnPostage: LEG,
  reshipPostage: LEG,
  refundBase: { full: 1, 'item-prices': 2, share: 4, difference: 8, 'postage-only': 16 },
}

/** What the engine holds possible, in the bits of what is written by hand. */
function possibleByEngine({ rulings }: Pick<ContestRules, 'rulings'>, written: object): HandAnswers {
  const { model } = rulings.ruleSet
  const reading = readingOf(rulings, written)
  const { resolved } = evaluate(rulings, statedFacts(rulings.ruleSet, reading), reading.agreed, computeAmounts(rulings))
  const bits = SLICE_QUESTIONS.map((id) => {
    const question = model.questionOf.get(id)
    if (question === undefined) throw new Error(`no question ${id}`)
    const outcomes = resolved[question.index]?.outcomes ?? []
    const own = outcomes.map((outcome) =>
      isAnswer(outcome)
        ? (BITS[id][question.values?.[outcome as number] as string] as number)
        : outcome === CLASH
          ? CONFLICT
          : SILENT,
    )
    return [id, own.reduce((all, one) => all | one, 0)] as const
  })
  return Object.fromEntries(bits) as unknown as HandAnswers
}

/** How many answers are open among those compared. */
export function compareWithHand(
  rules: Pick<ContestRules, 'rulings'>,
  cases: readonly Pick<Prepared, 'json'>[],
): number {
  let open = 0
  for (const { json } of cases) {
    const written = JSON.parse(json) as Record<string, unknown>
    const [ours, theirs] = [possibleByEngine(rules, written), decideByHand(written)]
    for (const id of SLICE_QUESTIONS) {
      if (ours[id] !== theirs[id]) throw new Error(`${id}: ours ${ours[id]}, by hand ${theirs[id]} for ${json}`)
      if ((ours[id] & (ours[id] - 1)) !== 0) open += 1
    }
  }
  return open
}
