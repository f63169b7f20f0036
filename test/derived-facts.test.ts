// Derived facts that no rule reads: not worked out for every case, but there for whoever asks.
// Promise: arithmetic of a model reads the same value of a derived fact, whether or not some rule reads it too.
import { describe, expect, it } from 'vitest'
import { prepare } from '../src/engine/decider.js'
import { begin } from '../src/engine/evaluate.js'
import { statedFacts, viewOf } from '../src/engine/facts.js'
import { readCase } from '../src/engine/read-case.js'
import { handbook, loans } from './support/loans.js'

/** What a view gives of the days overdue, and whether they were worked out before anybody asked. */
function daysOverdue(rules: readonly object[], written: object) {
  const prepared = prepare(
    loans,
    rules.map((document) => ({ file: '', document })),
  )
  const read = readCase(loans, written)
  if (!prepared.ok || !read.ok) throw new Error('the handbook and the case load')
  const { rulings } = prepared.value
  const { known } = begin(rulings, statedFacts(rulings.ruleSet, read.value))
  const column = loans.columnOf.get('daysOverdue')?.index ?? -1
  return { view: viewOf(rulings, known)('daysOverdue'), isKnown: known[column] !== undefined }
}

describe('a derived fact', () => {
  const unread = handbook.filter((document) => !JSON.stringify(document).includes('daysOverdue'))
  const back = { now: '2026-06-20 10:00', dueOn: '2026-06-01' }

  it('is derived before rules are matched where some rule reads it', () => {
    expect(daysOverdue(handbook, { ...back, backOn: '2026-06-04' })).toEqual({ view: [3, 3], isKnown: true })
  })

  it('is derived when it is asked for where none does', () => {
    expect(unread.length).toBeLessThan(handbook.length)
    expect(daysOverdue(unread, { ...back, backOn: '2026-06-04' })).toEqual({ view: [3, 3], isKnown: false })
    // Back on the third to the fifth: two to four days.
    const about = { ...back, backOn: { atLeast: '2026-06-03', atMost: '2026-06-05' } }
    expect(daysOverdue(unread, about).view).toEqual([2, 4])
  })
})
