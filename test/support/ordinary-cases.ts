// Ordinary cases: what a shop's after-sale desk sees every day, checked and complete.
// Promise: every pair of request and ground that the sources speak of; claims have been verified; nothing contradicts.
import { completeCaseByRecords, pick, type Random } from './after-sale-cases.js'

const RETURNS = ['return-and-refund', 'exchange'] as const
const WRONG = ['wrong-item', 'order-miscopied', 'missing-item', 'under-packed', 'extra-item'] as const

/** Request and ground, with the facts that make them a case of that kind. */
const KINDS: readonly ((random: Random) => Record<string, string | boolean>)[] = [
  (random) => ({ requested: pick(random, RETURNS), reason: 'no-reason' }),
  (random) => ({ requested: pick(random, [...RETURNS, 'repair']), reason: 'quality-defect', photosProvided: true }),
  (random) => ({ requested: pick(random, RETURNS), reason: pick(random, WRONG) }),
  (random) => ({ requested: 'reship', reason: pick(random, ['missing-item', 'under-packed']) }),
  (random) => ({ requested: 'refund-only', reason: pick(random, ['missing-item', 'under-packed']) }),
  (random) => ({ requested: pick(random, RETURNS), reason: 'buyer-fault' }),
  (random) => ({
    requested: pick(random, RETURNS),
    reason: 'broken-package',
    goodsDamaged: true,
    photosProvided: true,
    courierStatement: true,
  }),
  () => ({ requested: 'refund-only', reason: 'agreed-discount', negotiatedAmount: '5.00' }),
  () => ({ requested: 'refund-only', reason: 'postage-refund', freeShipping: false, postagePaid: '0.00' }),
  () => ({ requested: 'enquiry', reason: 'lost-in-transit' }),
]

const NOT_SHIPPED = { shippedAt: 'none', signedAt: 'none', returnShippedAt: 'none', returnReceivedAt: 'none' } as const

/** One ordinary case. */
export function ordinaryCase(random: Random): Record<string, string | number | boolean> {
  const base = completeCaseByRecords(random)
  const { shippedAt: _shipped, signedAt: _signed, ...rest } = base
  const odd = [
    'splitShipment',
    'newOrderPlaced',
    'fraudSuspected',
    'claimDisproved',
    'photosRefused',
    'packed',
    'depositBreach',
  ]
  for (const fact of [...odd, 'logisticsProblem', 'extraItem', 'refusedToSign', 'compensationRefused', 'defectMinor'])
    delete rest[fact]
  if (random() < 0.1) {
    return {
      ...rest,
      ...NOT_SHIPPED,
      agreedAt: 'none',
      finishedAt: 'none',
      requested: 'refund-only',
      reason: 'no-reason',
      tradeState: 'WAIT_SELLER_SEND_GOODS',
      refundState: 'WAIT_SELLER_AGREE',
      appliedAt: String(base.asOf),
      recordsComplete: true,
    }
  }
  const kind = pick(random, KINDS)(random)
  const paidAt = String(base.paidAt)
  return {
    ...rest,
    shippedAt: paidAt,
    signedAt: paidAt,
    problemVerified: true,
    refundState: 'none',
    negotiationFailed: false,
    ...kind,
    recordsComplete: true,
  }
}
