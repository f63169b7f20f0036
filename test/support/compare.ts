// What the engine says of a case against what the reference says of its completions.
// Promise: the first difference throws, naming the question or rule and both sides.
import type { Said } from './engine-run.js'
import type { FloorMode, Judgement } from './reference.js'

/** Fails unless `truth`; a plain comparison, since there are millions of them. */
export function must(truth: boolean | undefined, ...message: readonly unknown[]): void {
  if (truth !== true)
    throw new Error(message.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
}

const yes = (truth: boolean | undefined) => (truth === true ? 'yes' : 'no')

export function expectSound(said: Said, judgement: Judgement, mode: FloorMode): void {
  for (const [id, outcome] of Object.entries(judgement.outcomes)) {
    must(
      said.outcomes[id]?.includes(outcome),
      mode,
      id,
      'cannot be',
      outcome,
      'says the engine, only',
      said.outcomes[id],
    )
    const arises = yes(judgement.arises[id])
    must(
      said.arises[id] === 'unknown' || said.arises[id] === arises,
      mode,
      id,
      'arises:',
      arises,
      'not',
      said.arises[id],
    )
    const breach = yes(judgement.breaches[id])
    must(
      said.breaches[id] === 'possible' || said.breaches[id] === breach,
      mode,
      id,
      'breach:',
      breach,
      'not',
      said.breaches[id],
    )
  }
  for (const [id, holds] of Object.entries(judgement.holds)) {
    must(
      said.statuses[id] === 'unknown' || said.statuses[id] === yes(holds),
      mode,
      id,
      'holds:',
      holds,
      'not',
      said.statuses[id],
    )
  }
  must(
    said.outcome !== 'settled' || judgement.outcome === 'settled',
    mode,
    'settled, says the engine of what needs review',
  )
}

export function expectOne(said: Said, judgement: Judgement, mode: FloorMode): void {
  for (const [id, outcome] of Object.entries(judgement.outcomes)) {
    must(said.outcomes[id]?.length === 1, mode, id, 'of a complete case has one outcome, not', said.outcomes[id])
    must(said.outcomes[id]?.[0] === outcome, mode, id, 'is', outcome, 'not', said.outcomes[id])
    must(said.arises[id] === yes(judgement.arises[id]), mode, id, 'of a complete case arises or not:', said.arises[id])
    const breach = yes(judgement.breaches[id])
    must(said.breaches[id] === breach, mode, id, 'of a complete case, breach:', breach, 'not', said.breaches[id])
  }
  for (const [id, holds] of Object.entries(judgement.holds)) {
    must(said.statuses[id] === yes(holds), mode, id, 'of a complete case holds:', holds, 'not', said.statuses[id])
  }
  must(said.contradictions.length === 0, 'a complete case that can be is no contradiction', said.contradictions)
  must(said.outcome === judgement.outcome, mode, 'a complete case is', judgement.outcome, 'not', said.outcome)
}

/** `more` knows what `less` knows and something besides. */
export function expectMonotone(less: Said, more: Said, mode: FloorMode): void {
  for (const [id, outcomes] of Object.entries(more.outcomes)) {
    const before = less.outcomes[id] as readonly string[]
    must(
      outcomes.every((outcome) => before.includes(outcome)),
      mode,
      id,
      'once more is learnt:',
      outcomes,
      'not among',
      before,
    )
    must(
      less.arises[id] === 'unknown' || more.arises[id] === less.arises[id],
      mode,
      id,
      'arises, once more is learnt:',
      more.arises[id],
    )
    must(
      less.breaches[id] === 'possible' || more.breaches[id] === less.breaches[id],
      mode,
      id,
      'breach, once more is learnt',
      more.breaches[id],
    )
  }
  for (const [id, status] of Object.entries(less.statuses)) {
    must(
      status === 'unknown' || more.statuses[id] === status,
      mode,
      id,
      'was',
      status,
      'and, once more is learnt,',
      more.statuses[id],
    )
  }
}
