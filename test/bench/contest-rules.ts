// The rules that contestants decide with: all that ship, and of the shop's rules those on verdict, postage and refund base.
// Promise: the documents as they are, without rules that are history, since the other libraries know no dates; of a slice
// the answers to other questions are taken out as well.
import { prepare } from '../../src/engine/decider.js'
import type { AfterSaleRulings } from '../../src/models/after-sale/decision.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { law, sop, taobao } from '../../src/rules.js'
import type { Document } from './contestants.js'

export const SLICE_QUESTIONS = ['verdict', 'outboundPostage', 'returnPostage', 'reshipPostage', 'refundBase'] as const

export interface ContestRules {
  readonly name: 'shipped' | 'shop'
  readonly rulings: AfterSaleRulings
  /** Rules and named conditions; parameters and sources are not matched. */
  readonly matched: readonly Document[]
}

type Written = Document & {
  readonly effective?: { readonly until?: string }
  readonly exceptionTo?: readonly string[]
}

const isRule = (document: object): document is Written => 'event' in document
const isHistory = (document: object) => isRule(document) && document.effective?.until !== undefined

function loaded(name: ContestRules['name'], documents: readonly object[]): ContestRules {
  const sources = documents.map((document) => ({ file: '', document }))
  // Settings without a default: a rule that waits for one is never complete.
  const prepared = prepare(afterSale, sources, { settings: { returnWaybillDays: 7, pointsRate: 0.005 } })
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues, null, 1))
  const matched = documents.filter((document): document is Document => 'conditions' in document)
  return { name, rulings: prepared.value.rulings as AfterSaleRulings, matched }
}

/** Every rule that ships and is in force today. */
export function shippedRules(): ContestRules {
  const documents: object[] = [...law, ...taobao, ...sop].filter((document) => !isHistory(document))
  const kept = new Set(documents.filter(isRule).map(({ id }) => id))
  return loaded('shipped', documents.map(exceptingOnly(kept)))
}

/** The shop's rules that answer one of the questions of the slice, with these answers alone. */
export function shopSlice(): ContestRules {
  const all: readonly object[] = sop
  const rules = all.filter(isRule).filter((document) => !isHistory(document))
  const sliced = rules.flatMap((document) => {
    const written: Readonly<Record<string, unknown>> = document.event?.params ?? {}
    const asked = SLICE_QUESTIONS.filter((question) => question in written)
    const params = Object.fromEntries(asked.map((question) => [question, written[question]]))
    // The loader wants the two answered together.
    if ('outboundPostage' in params) params.deductions = { 'outbound-postage': outboundDeducted(written.deductions) }
    return asked.length === 0 ? [] : [{ ...document, event: { type: 'settle', params } }]
  })
  const kept = new Set(sliced.map(({ id }) => id))
  const others = all.filter((document) => !isRule(document))
  return loaded('shop', [...others, ...sliced.map(exceptingOnly(kept))])
}

const outboundDeducted = (deductions: unknown) => (deductions as Readonly<Record<string, unknown>>)['outbound-postage']

/** An exception to a rule that is not there would be refused. */
function exceptingOnly(kept: ReadonlySet<string>): (document: object) => object {
  return (document) => {
    if (!isRule(document) || document.exceptionTo === undefined) return document
    const { exceptionTo, ...rest } = document
    const left = exceptionTo.filter((id) => kept.has(id))
    return left.length === 0 ? rest : { ...rest, exceptionTo: left }
  }
}
