// Seeded after-sale cases as a shop would send them: plausible dates and amounts, words of the model's own lists.
// Promise: the same seed gives the same cases; a complete case settles every fact a rule can read, a partial one does not.
import type { FactDeclaration } from '../../src/engine/declaration.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { reasons, refundStates, requests, shopTypes } from '../../src/models/after-sale/terms.js'

export type Random = () => number

/** Mulberry32: 32 bits of state, the same numbers everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

type Written = Record<string, string | number | boolean>

const yuan = (random: Random, most: number) => (Math.floor(random() * most * 100) / 100).toFixed(2)
const chance = (random: Random, share: number) => random() < share

/** A moment so many hours after the first of March 2026, 08:00 in Beijing, written in one of the ways a case may. */
function moment(hours: number): string {
  const text = new Date(Date.UTC(2026, 2, 1, 8) + Math.floor(hours * 3600) * 1000).toISOString()
  return hours % 1 < 0.5 ? text.slice(0, 16).replace('T', ' ') : `${text.slice(0, 19)}+08:00`
}

const EVENTS = ['paidAt', 'shippedAt', 'signedAt', 'appliedAt', 'agreedAt', 'returnShippedAt', 'returnReceivedAt']

/** Events in the order of the trade, from some point on not happened yet; now and then two of them the wrong way round. */
function times(random: Random, travelsBack: boolean): Written {
  const happened = 1 + Math.floor(Math.sqrt(random()) * (travelsBack ? EVENTS.length : 5))
  let hours = 0
  const written: Written = {}
  EVENTS.forEach((event, i) => {
    hours += random() * (event === 'appliedAt' ? 240 : 60)
    written[event] = i < happened ? moment(hours) : 'none'
  })
  const finished = happened >= 3 && chance(random, 0.3)
  hours += random() * 300
  written.finishedAt = finished ? moment(hours) : 'none'
  written.asOf = moment(hours + random() * 300)
  if (happened >= 3 && chance(random, 0.03)) {
    const { shippedAt, signedAt } = written
    Object.assign(written, { shippedAt: signedAt, signedAt: shippedAt })
  }
  return written
}

function tradeState({ shippedAt, finishedAt }: Written, random: Random): string {
  if (finishedAt !== 'none') return 'TRADE_FINISHED'
  if (shippedAt === 'none') return 'WAIT_SELLER_SEND_GOODS'
  return chance(random, 0.1) ? 'TRADE_CLOSED' : 'WAIT_BUYER_CONFIRM_GOODS'
}

/** What the buyer asks for and why; a refund of a discount or of postage comes without a return. */
function wish(random: Random): { readonly requested: string; readonly reason: string } {
  if (chance(random, 0.15))
    return { requested: 'refund-only', reason: pick(random, ['agreed-discount', 'postage-refund']) }
  const reason = pick(random, [
    'no-reason',
    'no-reason',
    'no-reason',
    'quality-defect',
    'buyer-fault',
    ...Object.keys(reasons),
  ])
  return { requested: pick(random, ['return-and-refund', 'exchange', ...Object.keys(requests)]), reason }
}

function refundState({ requested, appliedAt }: Written, random: Random): string {
  if (appliedAt === 'none' || (requested !== 'refund-only' && requested !== 'return-and-refund')) return 'none'
  if (chance(random, 0.4)) return 'WAIT_SELLER_AGREE'
  const states = Object.keys(refundStates).filter(
    (state) => requested === 'return-and-refund' || state !== 'WAIT_SELLER_CONFIRM_GOODS',
  )
  return pick(random, ['none', ...states])
}

const LIKELY = ['resaleable', 'accessoriesComplete', 'placedOnTaobao', 'problemVerified', 'photosProvided']
const RECORDS = [
  'photosProvided',
  'problemVerified',
  'inspectionPassed',
  'freightInsurance',
  'creditConsent',
  'exchangePostageReceived',
  'replacementShipped',
  'negotiationFailed',
]

const WRITTEN = new Set([...LIKELY, ...RECORDS, 'refundState'])

/** Records that are seldom anything but absent: how far a complaint was checked, what happened on the way, who wrote when. */
const SELDOM: readonly Seldom[] = Object.entries(afterSale.declaration.facts).flatMap(([fact, declared]): Seldom[] => {
  if (declared.role !== 'record' || WRITTEN.has(fact)) return []
  if (declared.kind === 'boolean') {
    const absent = 'absent' in declared && declared.absent === true
    return [{ fact, absent, others: [!absent] }]
  }
  return declared.kind === 'enum' ? [{ fact, absent: 'none', others: Object.keys(declared.values) }] : []
})

interface Seldom {
  readonly fact: string
  readonly absent: string | boolean
  readonly others: readonly (string | boolean)[]
}

/** What a case says of the facts no line above names: circumstances mostly as usual, records mostly absent. */
function unnamed(written: Written, random: Random): Written {
  const rest: Written = {}
  for (const [fact, declared] of Object.entries<FactDeclaration>(afterSale.declaration.facts)) {
    if (fact in written || declared.kind === 'text') continue
    if (declared.role === 'circumstance' && declared.kind === 'boolean')
      rest[fact] = chance(random, 0.03) ? declared.usual !== true : declared.usual === true
    else if (declared.usual !== undefined) rest[fact] = declared.usual
    else if (typeof declared.absent === 'object') rest[fact] = written[declared.absent.fact] as string
    else if (declared.role === 'record') rest[fact] = declared.absent ?? 'none'
  }
  // What is fit for resale was neither used nor spoilt.
  return written.resaleable === true ? { ...rest, usedBeyondInspection: false, soiledOrDamaged: false } : rest
}

/** Every circumstance and record a rule can read, written out. */
function completeCase(random: Random): Written {
  const { requested, reason } = wish(random)
  const paid = yuan(random, 300)
  const postage = yuan(random, Math.min(20, Number(paid)))
  const less = (Math.round(Number(paid) * 100 - Number(postage) * 100) / 100).toFixed(2)
  const freeShipping = chance(random, 0.5)
  const written: Written = {
    requested,
    reason,
    shopType: pick(random, Object.keys(shopTypes)),
    ...times(random, requested === 'return-and-refund' || requested === 'exchange'),
    paid,
    freeShipping,
    postagePaid: freeShipping ? '0.00' : postage,
    outboundPostageCost: postage,
    returnPostageCost: yuan(random, 20),
    reshipPostageCost: yuan(random, 20),
    purchasePrice: paid,
    appliedAmount: pick(random, [paid, paid, less, less, yuan(random, 300)]),
    negotiatedAmount: chance(random, 0.5) ? yuan(random, 50) : 'none',
    quantityBought: 1 + Math.floor(random() * 3),
    signsOfWear: chance(random, 0.1),
  }
  for (const fact of RECORDS) written[fact] = chance(random, fact === 'negotiationFailed' ? 0.15 : 0.4)
  for (const fact of LIKELY) written[fact] = chance(random, 0.85)
  for (const { fact, absent, others } of SELDOM) written[fact] = chance(random, 0.03) ? pick(random, others) : absent
  written.sameStyleReports = Math.floor(random() * 3)
  written.receiptDaysLeft = chance(random, 0.3) ? Math.floor(random() * 10) : 'none'
  written.contactedAt = 'none'
  written.handedOverAt = 'none'
  written.invoicedOn = 'none'
  written.priceDifference = 'none'
  written.priceSurplus = 'none'
  written.quantity = chance(random, 0.2) ? 1 : 'none'
  Object.assign(written, unnamed(written, random))
  return { ...written, tradeState: tradeState(written, random), refundState: refundState(written, random) }
}

/** Records that "records complete" can stand for. */
const LEFT_OUT = [
  ...RECORDS,
  'refundState',
  'negotiatedAmount',
  'quantity',
  'agreedAt',
  'returnShippedAt',
  'returnReceivedAt',
]
const COMPLETE_FORMS = 60
const PARTIAL_FORMS = 240

/** Some of these keys; the same ones for the same number, as one system always fills in the same fields. */
function form(keys: readonly string[], which: number, share: number): Set<string> {
  const random = randomFrom(which * 7919 + 1)
  return new Set(keys.filter(() => chance(random, share)))
}

/** A complete case with some of its records left to "records complete", which stands for them. */
export function completeCaseByRecords(random: Random): Written {
  const written = completeCase(random)
  const which = Math.floor(random() * COMPLETE_FORMS)
  if (which === 0) return written
  for (const fact of form(LEFT_OUT, which, 0.3)) delete written[fact]
  for (const { fact, absent } of SELDOM) if (written[fact] === absent) delete written[fact]
  return { ...written, recordsComplete: true }
}

/** A case as a conversation leaves it: some of a complete one, the rest not said. */
export function partialCase(random: Random): Written {
  const written = completeCase(random)
  const which = Math.floor(random() * PARTIAL_FORMS)
  const said = form(Object.keys(written).sort(), which, 0.3 + (which % 7) * 0.1)
  return Object.fromEntries(Object.entries(written).filter(([fact]) => said.has(fact)))
}
