// Sixty fixed cases whose decisions must not depend on where they are decided: hand-written around midnights, the rest
// generated from a fixed seed. Run as a program with PRINT_ZONE_CASES=1 it prints its zone's offset and the decisions.
import { createDecider } from '../../src/index.js'
import { law, sop, taobao } from '../../src/rules.js'
import { pick, type Random, randomFrom } from './after-sale-cases.js'

type Written = Readonly<Record<string, unknown>>

const RETURN: Written = {
  requested: 'return-and-refund',
  reason: 'no-reason',
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  placedOnTaobao: true,
  freeShipping: true,
  resaleable: true,
  accessoriesComplete: true,
  paid: '88.00',
  outboundPostageCost: '8.00',
  returnContent: 'İıŞş 连衣裙',
  handler: '王',
}

/** One moment in several writings, and the minutes on both sides of midnights in Beijing, UTC and New York. */
const MOMENTS = [
  '2026-06-30 23:59',
  '2026-07-01 00:00',
  '2026-06-30T15:59:59Z',
  '2026-06-30T16:00:00Z',
  '2026-06-30T11:59:59-04:00',
  '2026-06-30T12:00:00-04:00',
  '2026-06-30 07:59',
  '2026-06-30 08:00',
  '2026-06-30 11:59',
  '2026-06-30 12:00',
  // New York's clocks went forward on 8 March 2026 at 02:00: this hour does not exist there.
  '2026-03-08 02:30',
  '2026-12-31 23:59',
]

const atMidnights: readonly Written[] = MOMENTS.flatMap((asOf) => {
  const signedAt = asOf.startsWith('2026-03') ? '2026-03-01 23:59' : '2026-06-23 00:00'
  return [
    { ...RETURN, asOf, signedAt, appliedAt: 'none', recordsComplete: true },
    { ...RETURN, asOf, signedAt, appliedAt: signedAt, agreedAt: asOf, returnReceivedAt: { atMost: asOf } },
  ]
})

const atYearEnd: readonly Written[] = [
  {
    ...RETURN,
    requested: 'refund-only',
    reason: 'agreed-discount',
    negotiatedAmount: '6.00',
    agreedAt: '2025-12-31 23:59',
    asOf: '2026-01-01 00:00',
  },
  {
    ...RETURN,
    requested: 'refund-only',
    reason: 'agreed-discount',
    negotiatedAmount: '6.00',
    agreedAt: '2026-02-13 17:00',
    asOf: '2026-02-14 00:00',
  },
  { ...RETURN, signedAt: '2024-02-29 23:59', asOf: '2024-03-07 23:59', appliedAt: 'none' },
  { ...RETURN, signedAt: '1970-01-01 08:00', asOf: '2199-12-31 23:59', appliedAt: 'none' },
]

/** What a generated case may say of each fact; one in four is left out. Its own list, so that the cases stay as they are. */
const SAID: Readonly<Record<string, readonly unknown[]>> = {
  requested: ['return-and-refund', 'return-and-refund', 'exchange', 'refund-only'],
  reason: ['no-reason', 'no-reason', 'quality-defect', 'wrong-item', 'postage-refund'],
  shopType: ['c-shop', 'mt', 'tmall'],
  tradeState: ['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED'],
  freeShipping: [true, false],
  resaleable: [true, true, false],
  accessoriesComplete: [true],
  problemVerified: [true, false],
  photosProvided: [true],
  signsOfWear: [false],
  paid: ['88.00', '199.99', { atLeast: '10.00', atMost: '20.00' }],
  outboundPostageCost: ['8.00', '12.50'],
  returnPostageCost: ['10.00'],
  recordsComplete: [true, false],
  handler: ['王', 'none'],
}

const two = (number: number) => String(number).padStart(2, '0')

/** A moment in June 2026 within an hour of a midnight somewhere. */
function nearMidnight(random: Random, firstDay: number): string {
  const hour = pick(random, [23, 0, 7, 8, 11, 12])
  return `2026-06-${two(firstDay + Math.floor(random() * 8))} ${two(hour)}:${two(Math.floor(random() * 60))}`
}

const random = randomFrom(20_260_628)
const generated: readonly Written[] = Array.from({ length: 36 }, () => {
  const told = Object.entries(SAID).filter(() => random() < 0.75)
  const facts = Object.fromEntries(told.map(([fact, values]) => [fact, pick(random, values)]))
  const times = { signedAt: nearMidnight(random, 10), asOf: nearMidnight(random, 18) }
  return { ...facts, ...times, ...(random() < 0.5 ? { appliedAt: 'none' } : {}) }
})

export const zoneCases: readonly Written[] = [...atMidnights, ...atYearEnd, ...generated]

/** The decision of each case, one line of JSON each, without the hash of the rules, which changes with any word of them. */
export function hashText(): string {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  return zoneCases.map((one) => JSON.stringify({ ...decider.decide(one, { presume: true }), ruleSet: '' })).join('\n')
}

if (process.env.PRINT_ZONE_CASES === '1') {
  process.stdout.write(`${new Date('2026-06-30T00:00:00Z').getTimezoneOffset()}\n${hashText()}\n`)
}
