// What the tests of hostile input share: documents to spoil, values nobody should send, and what a refusal looks like.
// Promise: `refused` passes only for our own error with complete issues, in bounded time and of bounded size.
import { expect } from 'vitest'
import { AfterSaleError, createDecider, type Decider, type DeciderOptions, type Issue } from '../../src/index.js'
import { sop } from '../../src/rules.js'

type Written = Readonly<Record<string, unknown>>

/** A source of its own, so that the documents below stand without the shipped ones. */
export const SOURCE = { id: 'made-up', name: { zh: '虚构', en: 'made up' }, checked: '2026-11-22' }
const CITED = { document: 'made-up', clause: '1', summary: '为测试虚构' }

export const FREE_SHIPPING = { fact: 'freeShipping', operator: 'equal', value: true }

/** A return without a reason that settles, with a remark that has slots to fill. */
export const RETURN = {
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
  signedAt: '2026-06-23 18:00',
  appliedAt: '2026-06-26 10:00',
  asOf: '2026-06-28 09:00',
  returnContent: '连衣裙',
  handler: '小王',
  recordsComplete: true,
} as const

/** A rule that loads; `over` spoils it. */
export function ruleOf(name: string | number, over: Written = {}): Written {
  return {
    id: `shop/made-up/${name}`,
    title: `虚构规则${name}`,
    layer: 'shop',
    source: CITED,
    effective: { from: '2012-01-01' },
    conditions: { all: [FREE_SHIPPING] },
    event: { type: 'settle', params: { verdict: 'accept' } },
    ...over,
  }
}

/** A named condition that loads; `over` spoils it. */
export function conditionOf(name: string | number, conditions: unknown, over: Written = {}): Written {
  return {
    id: `shop/conditions/c${name}`,
    title: `虚构条件${name}`,
    layer: 'shop',
    source: CITED,
    effective: { from: '2012-01-01' },
    conditions,
    ...over,
  }
}

/** The documents alone, without the shipped rules. */
export function load(documents: readonly object[], options: Omit<DeciderOptions, 'rules'> = {}): Decider {
  return createDecider({ ...options, rules: [SOURCE, ...documents] })
}

/** The shipped rules with more documents. */
export function loadWith(...documents: readonly object[]): Decider {
  return createDecider({ rules: [...sop, SOURCE, ...documents] })
}

export function times<T>(count: number, of: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i))
}

/** Arrays within arrays, built without recursion. */
export function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}

/** Objects within objects under one key, built without recursion. */
export function nestedUnder(key: string, depth: number): unknown {
  let value: unknown = FREE_SHIPPING
  for (let i = 0; i < depth; i += 1) value = { [key]: value }
  return value
}

/** Generous: a hang fails it, a slow machine does not. */
const SECONDS = 15

/** Runs `work` and fails when it takes too long. */
export function inTime<T>(work: () => T, seconds = SECONDS): T {
  const start = performance.now()
  const result = work()
  expect(performance.now() - start).toBeLessThan(seconds * 1000)
  return result
}

const MOST_TEXT = 200_000

function expectComplete(issues: readonly Issue[]): void {
  expect(issues.length).toBeGreaterThan(0)
  for (const { path, code, message } of issues) {
    expect(Array.isArray(path)).toBe(true)
    expect(code).toMatch(/^[a-z-]+$/)
    expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect(message.en).toMatch(/[a-z]{2}/)
    // One line each: nothing written by others may start a line of its own in a log.
    expect(`${message.zh}${message.en}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  }
  expect(JSON.stringify(issues[0]).length).toBeLessThan(MOST_TEXT)
}

/** Passes only when `work` throws our error, complete and short; gives back its issues. */
export function refused(work: () => unknown, seconds = SECONDS): readonly Issue[] {
  const error = inTime(() => {
    try {
      return { decided: work() }
    } catch (thrown) {
      return thrown
    }
  }, seconds)
  expect(error).toBeInstanceOf(AfterSaleError)
  const { issues, message } = error as AfterSaleError
  expectComplete(issues)
  expect(message.length).toBeLessThan(MOST_TEXT)
  return issues
}

/** Where the problems are, as dotted paths. */
export function placesOf(issues: readonly Issue[]): string[] {
  return issues.map(({ path }) => path.join('.'))
}
