// Which changes of the shipped rules change nothing: decided, not guessed from fixtures.
import { describe, expect, test } from 'vitest'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { equivalenceOf } from '../src/verify/equivalence.js'
import { rulesByLayer } from '../src/verify/layered.js'
import type { Document } from '../src/verify/words.js'

const shipped = [...law, ...taobao, ...sop] as readonly Document[]

function weigh(id: string, change: (text: string) => string) {
  const load = (documents: readonly Document[]) => {
    const rulings = rulesByLayer({ domain: afterSaleDomain, model: afterSale, documents, omit: [], settings: {} })(
      ['shop'],
      {},
    )
    if (!rulings.ok) throw new Error(JSON.stringify(rulings.issues))
    return rulings.value
  }
  const changed = shipped.map((one) => (one.id === id ? (JSON.parse(change(JSON.stringify(one))) as Document) : one))
  expect(JSON.stringify(changed)).not.toBe(JSON.stringify(shipped))
  return equivalenceOf(load(shipped), load(changed))
}

describe('equivalence', () => {
  test('an exception that others stand for changes nothing', () => {
    const without = (text: string) =>
      text.replace('"shop/refund-state/wait-for-parcel",', '').replace(',"shop/refund-state/wait-for-parcel"', '')
    expect(weigh('shop/refund-state/call-platform', without)).toEqual({ kind: 'equivalent' })
  })

  test('the same condition written another way changes nothing', () => {
    const negated = (text: string) =>
      text.replace(
        '{"fact":"freeShipping","operator":"equal","value":true}',
        '{"not":{"any":[{"fact":"freeShipping","operator":"equal","value":false}]}}',
      )
    expect(weigh('shop/postage/no-reason-free-shipping-refund-c-shop', negated)).toEqual({ kind: 'equivalent' })
  })

  test('a day more is another rule, and the case of that day shows it', () => {
    const later = (text: string) =>
      text.replace('"operator":"greaterThan","value":7', '"operator":"greaterThan","value":8')
    const weighed = weigh('shop/no-reason/not-supported', later)
    expect(weighed.kind).toBe('different')
    if (weighed.kind !== 'different') return
    const days = weighed.witness.evaluation.known[afterSale.columnOf.get('daysSinceSigning')?.index ?? -1]
    expect(days).toBe(8)
  })
})
