// Random after-sale cases: a whole world in which every fact has a value, and a case that tells part of it.
// Promise: worlds are possible (events in order, money consistent, states that go together); a case never says anything
// its world contradicts, so every world is a completion of its case.
import fc from 'fast-check'
import type { FactDeclaration } from '../../src/engine/declaration.js'
import { afterSale } from '../../src/index.js'

type Plain = string | number | boolean
export type World = Readonly<Record<string, Plain>>
type Written = Readonly<Record<string, unknown>>

export interface Generated {
  /** Every fact with its value. */
  readonly world: World
  /** What the case tells of it. */
  readonly written: Written
  /** Orders the facts, to learn them one after the other. */
  readonly order: number
}

const FACTS: readonly (readonly [string, FactDeclaration])[] = Object.entries(afterSale.declaration.facts)
const MINUTE = 60_000
const DAY = 1440 * MINUTE
const BEIJING = 480 * MINUTE
/** 2024-01-01 00:00 in Beijing. */
const FIRST = Date.UTC(2024, 0, 1) - BEIJING

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

/** Beijing time to the minute, written without the code under test. */
function instant(ms: number): string {
  return new Date(ms + BEIJING).toISOString().slice(0, 16).replace('T', ' ')
}

const yuan = (fen: number) => (fen / 100).toFixed(2)
const fenOf = (text: Plain | undefined) => (text === 'none' ? 0 : Math.round(Number(text) * 100))

/** What happens to an order, in the order in which it happens; a case stops somewhere along it. */
const EVENTS = ['paidAt', 'shippedAt', 'signedAt', 'appliedAt', 'agreedAt', 'returnShippedAt', 'returnReceivedAt']

/** So many facts draw a value each; any further one shares a draw, so that the cases of a seed stay as they were. */
const DRAWS = 166
const drawn = { minLength: DRAWS, maxLength: DRAWS }

const seed = fc.record({
  values: fc.array(fc.nat(1_000_000), drawn),
  told: fc.array(fc.nat(99), drawn),
  density: fc.constantFrom(20, 50, 75, 90, 100),
  start: fc.nat(1000 * 24),
  gaps: fc.array(fc.constantFrom(0, 1, 60, 600, 1440, 4320, 10_080, 11_520), { minLength: 9, maxLength: 9 }),
  midnights: fc.boolean(),
  // Signed for and not yet applied, where time still runs, is as likely as all other stages together.
  stage: fc.oneof(fc.constant(3), fc.integer({ min: 0, max: EVENTS.length })),
  recordsComplete: fc.boolean(),
  agreed: fc.nat(99),
  likely: fc.nat(9),
  order: fc.nat(),
})

type Seed = typeof seed extends fc.Arbitrary<infer S> ? S : never

function plainValue(id: string, fact: FactDeclaration, value: number): Plain {
  if ('none' in fact && fact.none && value % 4 === 0) return 'none'
  switch (fact.kind) {
    case 'enum':
      return at(Object.keys(fact.values), value)
    case 'boolean':
      return value % 2 === 0
    case 'integer':
      return fact.min + (value % Math.min(4, fact.max - fact.min + 1))
    case 'money':
      return yuan(value % 30_000)
    case 'date':
      return instant(FIRST + (value % 1000) * DAY).slice(0, 10)
    case 'instant':
      return instant(FIRST + (value % 1000) * DAY)
    case 'text':
      return `${id}${value % 10}`
    default:
      throw new Error(`the generator knows no ${fact.kind}`)
  }
}

function timesOf({ start, gaps, midnights, stage }: Seed): Record<string, Plain> {
  let now = FIRST + start * 60 * MINUTE
  if (midnights) now -= (now + BEIJING) % DAY
  const times: Record<string, Plain> = { finishedAt: 'none' }
  EVENTS.forEach((event, i) => {
    now += at(gaps, i) * MINUTE
    times[event] = i < stage ? instant(now) : 'none'
  })
  times.asOf = instant(now + at(gaps, 7) * MINUTE)
  return times
}

/** Goods like most: nothing keeps them from going back. */
const USUAL = {
  goodsKind: 'general',
  madeToOrder: false,
  sealBroken: false,
  exclusionGround: 'none',
  personalUse: true,
  usedBeyondInspection: false,
  labelRemoved: false,
  soiledOrDamaged: false,
}
const NO_REASON = { ...USUAL, reason: 'no-reason', resaleable: true, accessoriesComplete: true }
const DEFECT = { ...USUAL, reason: 'quality-defect', problemVerified: true, threeGuarantees: false }

const LIKELY: readonly World[] = [
  { ...NO_REASON, requested: 'return-and-refund' },
  { ...NO_REASON, requested: 'return-and-refund', quantity: 1 },
  { ...NO_REASON, requested: 'exchange' },
  { ...NO_REASON, requested: 'return-and-refund', resaleable: false, bundlePartlyReturned: false },
  { ...NO_REASON, requested: 'refund-only', refusedToSign: true },
  { reason: 'quality-defect', problemVerified: true, photosProvided: true, signsOfWear: false },
  { ...DEFECT, requested: 'return-and-refund' },
  { ...DEFECT, requested: 'exchange', defectMinor: false },
  { reason: 'not-as-described', problemVerified: true, requested: 'return-and-refund' },
  { reason: 'wrong-item', problemVerified: true },
  { reason: 'lost-in-transit', problemVerified: true, requested: 'refund-only' },
  { reason: 'out-of-stock', requested: 'refund-only', madeToOrder: false, promisedShipHours: 2 },
  { reason: 'agreed-discount', requested: 'refund-only', negotiatedAmount: '6.00' },
  { reason: 'postage-refund', requested: 'refund-only', freeShipping: false },
]

function worldFrom(one: Seed): Record<string, Plain> {
  const world: Record<string, Plain> = Object.fromEntries(
    FACTS.map(([id, fact], i) => [id, plainValue(id, fact, at(one.values, i))]),
  )
  Object.assign(world, timesOf(one))
  // Left to chance, nearly every case would end in silence: most cases are of the kinds the rules are about.
  if (one.likely < 8) Object.assign(world, at(LIKELY, at(one.values, 1)))
  const pick = at(one.values, 0)
  if (one.stage <= 1) world.tradeState = at(['WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED'], pick)
  else world.tradeState = at(['WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED', 'TRADE_CLOSED'], pick)
  if (one.stage === 0) world.tradeState = 'WAIT_BUYER_PAY'
  if (world.tradeState === 'TRADE_FINISHED')
    world.finishedAt = world.signedAt === 'none' ? 'none' : (world.asOf as Plain)
  // Whoever wrote or handed over did so before the decision, whatever the order is at.
  for (const event of ['contactedAt', 'handedOverAt', 'installedAt', 'replacedAt'])
    if (world[event] !== 'none') world[event] = (world.appliedAt === 'none' ? world.asOf : world.appliedAt) as Plain
  // An invoice has a day.
  if (world.invoiceIssued === true && world.invoicedOn === 'none') world.invoicedOn = String(world.asOf).slice(0, 10)
  // A contact about a review has a time, and only a contact has.
  world.reviewContactedAt = world.reviewContacted === true ? (world.asOf as Plain) : 'none'
  // What was installed or replaced had been signed for.
  for (const event of ['installedAt', 'replacedAt']) if (world[event] !== 'none') world[event] = world.signedAt as Plain
  if (one.stage <= 3) world.refundState = 'none'
  if (['WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS'].includes(String(world.refundState)))
    world.requested = 'return-and-refund'
  // Only refunds go through the refund states.
  if (!['refund-only', 'return-and-refund'].includes(String(world.requested))) world.refundState = 'none'
  if (world.signedAt !== 'none') world.refusedToSign = false
  if (world.problemVerified === true) world.claimDisproved = false
  // What is fit for resale was neither used nor spoilt.
  if (world.resaleable === true) Object.assign(world, { usedBeyondInspection: false, soiledOrDamaged: false })
  const paid = fenOf(world.paid)
  const within = (id: string, most: number) => {
    world[id] = yuan(most === 0 ? 0 : fenOf(world[id]) % (most + 1))
  }
  within('alreadyRefunded', paid)
  within('purchasePrice', paid)
  within('postagePaid', world.freeShipping === true ? 0 : Math.min(paid, 3000))
  within('outboundPostageCost', 3000)
  within('outboundPostageLeft', fenOf(world.outboundPostageCost))
  if (world.negotiatedAmount !== 'none') within('negotiatedAmount', paid)
  if (Number(world.quantity) > Number(world.quantityBought)) world.quantity = world.quantityBought as Plain
  return world
}

/** What a complete set of books says of a record nobody wrote down. */
function absent(fact: FactDeclaration, world: World): Plain {
  const { absent: declared } = fact
  if (typeof declared === 'object') return world[declared.fact] as Plain
  return declared ?? (fact.kind === 'boolean' ? false : 'none')
}

function partOf(id: string, fact: FactDeclaration, value: Plain, how: number): unknown {
  const others = [how, how + 7, how + 13].map((other) => plainValue(id, fact, other * 37 + 1))
  if (fact.kind === 'text') return value
  if (how % 10 === 8) return { oneOf: [...new Set([...others, value])] }
  if (how % 10 !== 9 || value === 'none' || fact.kind === 'enum' || fact.kind === 'boolean') return value
  const number = (one: Plain) =>
    typeof one === 'number' ? one : fact.kind === 'money' ? fenOf(one) : Date.parse(`${one}Z`)
  const below = others.filter((one) => one !== 'none' && number(one) <= number(value))
  const above = others.filter((one) => one !== 'none' && number(one) >= number(value))
  const range = {
    ...(below[0] === undefined ? {} : { atLeast: below[0] }),
    ...(above[0] === undefined ? {} : { atMost: above[0] }),
  }
  return Object.keys(range).length === 0 ? value : range
}

const AGREEMENTS: readonly Written[] = [
  { verdict: 'accept' },
  { verdict: 'refuse' },
  { verdict: 'accept', refundBase: 'item-prices' },
  { returnPostage: 'seller', reshipPostage: 'split' },
  { refundBase: 'difference', deductions: { 'outbound-postage': false } },
  { compensation: '5.00', tasks: { 'pay-out': true } },
  { deadlines: { 'pay-out': { days: 3, after: 'appliedAt' } } },
]

function generated(one: Seed): Generated {
  const world = worldFrom(one)
  const written: Record<string, unknown> = {}
  FACTS.forEach(([id, fact], i) => {
    const how = at(one.told, i)
    if (how < one.density) written[id] = partOf(id, fact, world[id] as Plain, how)
    else if (one.recordsComplete && fact.role === 'record') world[id] = absent(fact, world)
  })
  // Once more, since one absent record may be the same as another fact.
  for (const [id, fact] of FACTS)
    if (one.recordsComplete && fact.role === 'record' && !(id in written)) world[id] = absent(fact, world)
  // Complete books that have no day of an invoice have no invoice.
  if (one.recordsComplete && world.invoicedOn === 'none' && world.invoiceIssued === true) {
    world.invoiceIssued = false
    if ('invoiceIssued' in written) written.invoiceIssued = false
  }
  // Complete books that tell of no contact have no time of one.
  if (world.reviewContacted === false) {
    world.reviewContactedAt = 'none'
    if ('reviewContactedAt' in written) written.reviewContactedAt = 'none'
  }
  if (one.recordsComplete) written.recordsComplete = true
  if (one.agreed < 15) written.agreed = { ...at(AGREEMENTS, one.agreed), by: '主管' }
  return { world, written, order: one.order }
}

export const generatedCase: fc.Arbitrary<Generated> = seed.map(generated)

/** The case with some of its facts learnt: those at the places `which` names, in the order of the vocabulary. */
export function learn({ world, written }: Generated, which: (place: number) => boolean): Written {
  const learnt = FACTS.filter((_, place) => which(place)).map(([id]) => [id, world[id]] as const)
  return { ...written, ...Object.fromEntries(learnt) }
}

/** Everything said: one completion of the case. */
export function completionOf(one: Generated): Written {
  return learn(one, () => true)
}
