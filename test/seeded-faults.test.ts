// Faults planted in copies of the shipped rules: each is found, named, and shown by a case decided with the copy.
// Promise: without the fault the same check does not find it.
import { describe, expect, test } from 'vitest'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { checkDates } from '../src/verify/check-dates.js'
import { evaluated } from '../src/verify/decided-case.js'
import type { Finding } from '../src/verify/finding.js'
import { rulesByLayer } from '../src/verify/layered.js'
import { verify } from '../src/verify/verify.js'
import type { Document } from '../src/verify/words.js'
import { wordsOf } from '../src/verify/words.js'
import { FAULTS, type Fault } from './support/seeded-faults.js'

const shipped = [...law, ...taobao, ...sop] as readonly Document[]

function findingsOf({ check, question, rules }: Fault, documents: readonly Document[]) {
  const rulings = rulesByLayer({ domain: afterSaleDomain, model: afterSale, documents, omit: [], settings: {} })(
    afterSale.layers,
    {},
  )
  if (!rulings.ok) throw new Error(JSON.stringify(rulings.issues))
  const looksAt = (id: string) => rules.includes(id)
  const { subject, checks } = verify(rulings.value, { words: wordsOf(afterSale, documents), question, looksAt })
  const all = check === 'dates-whole' ? [checkDates(subject)] : checks
  return {
    rulings: rulings.value,
    findings: all.filter((one) => one.check === check).flatMap(({ findings }) => findings),
  }
}

const keyOf = ({ id, mark }: Finding) => `${id} ${mark}`

describe('planted faults', () => {
  test('there are enough of them, of every kind', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30)
    expect(new Set(FAULTS.map(({ check }) => check)).size).toBeGreaterThanOrEqual(8)
  })

  test.each(FAULTS.map((fault) => ({ ...fault })))('$name', (fault) => {
    const { rulings, findings } = findingsOf(fault, fault.documents)
    const before = new Set(findingsOf(fault, shipped).findings.map(keyOf))
    const found = findings.filter(
      (one) => !before.has(keyOf(one)) && (fault.rules.length === 0 || one.rules.includes(fault.rules[0] as string)),
    )
    expect(found.map(({ text }) => text.zh)).not.toEqual([])
    expect(found.every(({ verdict }) => verdict === 'refuted')).toBe(true)
    const [first] = found
    if (fault.hasNoCase) return
    expect(first?.witness?.case).toBeDefined()
    const again = evaluated(rulings, first?.witness?.case, first?.witness?.settings ?? {})
    expect(again?.contradictions).toEqual([])
  })
})
