// Damages that statutes and the platform's rules fix: so many times an amount, or a share of it, within a least and a most.
// Promise: worked out from the amounts of the case alone, to the fen, half up; bounds where an amount is not known.

import type { FactView, Json, Measured } from '../../engine/declaration.js'
import { parseLiteral } from '../../engine/fact-value.js'
import type { Text } from '../../engine/text.js'
import { greatest, least } from '../../engine/value-set.js'
import { formatYuan, rateOf } from '../../money.js'
import { isRecord, termReader } from '../deadlines/checked-term.js'
import { type MoneyFact, moneyIds } from './facts.js'

/** A share of an amount of the case: `rate` of one (at most four decimals), or whole `times`. */
interface Part {
  readonly of: MoneyFact
  /** Ten-thousandths. */
  readonly factor: number
}

/** What a written term comes to: a part, no more than another part, no less than `least` and no more than `most` fen. */
interface Damages extends Part {
  readonly upTo: Part | undefined
  readonly least: number
  readonly most: number
}

export const TIMES = [1, 10] as const
const WHOLE = 10_000

export const damagesMembers = {
  punitive: { label: { zh: '惩罚性赔偿', en: 'punitive damages' } },
  'late-shipment': { label: { zh: '延迟发货赔付', en: 'compensation for late shipment' } },
  'out-of-stock': { label: { zh: '缺货赔付', en: 'compensation for being out of stock' } },
  deposit: { label: { zh: '定金双倍返还', en: 'the deposit once more' } },
} as const satisfies Readonly<Record<string, { readonly label: Text }>>

/** Says what is wrong with a written term, or nothing. */
export function checkDamages(term: Json): Text | undefined {
  if (readTerm(term) !== undefined) return undefined
  const facts = moneyIds.join('、')
  return {
    zh: `赔付应写成 {"times": ${TIMES[0]} 到 ${TIMES[1]} 的整数, "of": 金额} 或 {"rate": 0 到 1 的数, "of": 金额}，可加 "least"、"most"（元）和 "upTo": {"rate" 或 "times", "of"}；金额为 ${facts} 之一`,
    en: `damages are {"times": a whole number from ${TIMES[0]} to ${TIMES[1]}, "of": amount} or {"rate": a number from 0 to 1, "of": amount}, with "least" and "most" in yuan and "upTo": {"rate" or "times", "of"} where they apply; amount is one of ${moneyIds.join(', ')}`,
  }
}

/** The least and the most a term can come to, in fen. An amount that is not there counts as nothing. */
export function measureDamages(term: Json, view: FactView): Measured {
  const read = termOf(term)
  const whole = partOf(read, view)
  const upTo = read.upTo === undefined ? whole : partOf(read.upTo, view)
  const within = (fen: number) => Math.min(read.most, Math.max(read.least, fen))
  return { least: within(Math.min(whole.least, upTo.least)), most: within(Math.min(whole.most, upTo.most)) }
}

/** A term in words: 成交价的 3 倍，至少 500.00 元. */
export function damagesText(term: Json, labelOf: (fact: MoneyFact) => Text): Text {
  const { least: floor, most: cap, upTo, ...part } = termOf(term)
  const said = partText(part, labelOf)
  const limits: Text[] = [
    ...(floor === 0 ? [] : [{ zh: `至少 ${formatYuan(floor)} 元`, en: `at least ${formatYuan(floor)} yuan` }]),
    ...(cap === Number.POSITIVE_INFINITY
      ? []
      : [{ zh: `至多 ${formatYuan(cap)} 元`, en: `at most ${formatYuan(cap)} yuan` }]),
    ...(upTo === undefined ? [] : [limitText(partText(upTo, labelOf))]),
  ]
  return { zh: [said, ...limits].map(({ zh }) => zh).join('，'), en: [said, ...limits].map(({ en }) => en).join(', ') }
}

function limitText({ zh, en }: Text): Text {
  return { zh: `不超过${zh}`, en: `no more than ${en}` }
}

function partText({ of, factor }: Part, labelOf: (fact: MoneyFact) => Text): Text {
  const { zh, en } = labelOf(of)
  if (factor === WHOLE) return labelOf(of)
  if (factor % WHOLE === 0) return { zh: `${zh}的 ${factor / WHOLE} 倍`, en: `${factor / WHOLE} times the ${en}` }
  return { zh: `${zh}的 ${factor / 100}%`, en: `${factor / 100}% of the ${en}` }
}

function partOf({ of, factor }: Part, view: FactView): Measured {
  const amount = view(of)
  const share = (fen: number) => rateOf(Math.max(0, fen), factor)
  return { least: share(least(amount)), most: share(greatest(amount)) }
}

/** A term that was checked when its rule was loaded. */
const termOf: (term: Json) => Damages = termReader(readTerm, 'are no damages')

function readTerm(term: Json): Damages | undefined {
  if (!isRecord(term)) return undefined
  const { least: floor, most: cap, upTo, ...part } = term
  const own = readPart(part)
  const limit = upTo === undefined ? undefined : readPart(upTo)
  const low = floor === undefined ? 0 : parseLiteral({ kind: 'money' }, floor)
  const high = cap === undefined ? Number.POSITIVE_INFINITY : parseLiteral({ kind: 'money' }, cap)
  if (own === undefined || low === undefined || high === undefined || low > high) return undefined
  return upTo !== undefined && limit === undefined ? undefined : { ...own, upTo: limit, least: low, most: high }
}

function readPart(part: Json): Part | undefined {
  if (!isRecord(part)) return undefined
  const { of, times, rate, ...others } = part
  if (Object.keys(others).length > 0 || (times === undefined) === (rate === undefined)) return undefined
  const factor = times === undefined ? parseLiteral({ kind: 'rate' }, rate) : readTimes(times)
  if (factor === undefined || factor === 0 || (rate !== undefined && factor > WHOLE)) return undefined
  return typeof of === 'string' && isMoney(of) ? { of, factor } : undefined
}

function readTimes(times: Json): number | undefined {
  const [fewest, most] = TIMES
  const isWhole = typeof times === 'number' && Number.isInteger(times) && times >= fewest && times <= most
  return isWhole ? times * WHOLE : undefined
}

function isMoney(id: string): id is MoneyFact {
  return moneyIds.some((one) => one === id)
}
