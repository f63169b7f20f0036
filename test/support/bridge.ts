// What the tests of the bridge share: the shipped rules, a rule of one's own, one complete case, the issues of a rejection.
// Promise: plain values and nothing remembered between tests.
import { AfterSaleError, afterSale, type FactDeclaration, type Issue } from '../../src/index.js'
import { law, sop, taobao } from '../../src/rules.js'

export const shipped: readonly object[] = [...law, ...taobao, ...sop]

/** Rules laid beside the shipped ones cite it, so it comes along. */
export const sourceDocument = { id: 'test', name: { zh: '本测试', en: 'this test' }, checked: '2026-11-22' }
export const source = { document: 'test', clause: '1', summary: 'for this test' }

/** A settling rule of the layer its id begins with. */
export function rule(id: string, params: object, conditions: object, more: object = {}): object {
  const [layer] = id.split('/')
  return {
    id,
    title: id,
    layer,
    source,
    effective: { from: '2012-01-01' },
    conditions,
    event: { type: 'settle', params },
    ...more,
  }
}

const facts: Readonly<Record<string, FactDeclaration>> = afterSale.declaration.facts

/** Every circumstance that has a usual value, at it: what a complete case says and hardly anybody writes. */
export const usualCircumstances: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(facts).flatMap(([id, { role, usual }]) =>
    role === 'circumstance' && usual !== undefined ? [[id, usual]] : [],
  ),
)

/** A dress from a C-shop, returned within seven days without a reason. */
export const skirt = {
  ...usualCircumstances,
  requested: 'return-and-refund',
  reason: 'no-reason',
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  freeShipping: true,
  paid: '88.00',
  outboundPostageCost: '8.00',
  returnPostageCost: '10.00',
  signedAt: '2026-06-23 18:00',
  appliedAt: '2026-06-26 10:00',
  asOf: '2026-06-26 10:00',
  resaleable: true,
  accessoriesComplete: true,
  signsOfWear: false,
  appliedAmount: '80.00',
  finishedAt: 'none',
  defectVisible: false,
  postagePaid: '0.00',
  quantityBought: 1,
  paidAt: '2026-06-20 10:00',
  shippedAt: '2026-06-21 10:00',
  recordsComplete: true,
}

/** What is wrong, according to the error that `work` ends with. */
export async function issuesOf(work: Promise<unknown>): Promise<readonly Issue[]> {
  const error: unknown = await work.then(
    () => undefined,
    (reason) => reason,
  )
  if (!(error instanceof AfterSaleError)) throw new Error(`expected an AfterSaleError, got ${String(error)}`)
  return error.issues
}
