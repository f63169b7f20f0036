// Faults planted one at a time in copies of the shipped rules, each with where a proof should find it.
// Promise: the copies are plain JSON; the shipped documents are never written.
import type { Json } from '../../src/engine/declaration.js'
import { law, sop, taobao } from '../../src/rules.js'
import type { CheckName } from '../../src/verify/finding.js'
import type { Document } from '../../src/verify/words.js'

export interface Fault {
  readonly name: string
  readonly check: CheckName
  readonly question: string
  /** Rules that are looked at; the finding names the first of them, where a finding names rules. */
  readonly rules: readonly string[]
  readonly documents: readonly Document[]
  /** A rule that holds in no case has no case to show. */
  readonly hasNoCase?: true
}

const shipped = [...law, ...taobao, ...sop] as readonly Document[]
const source = { document: 'after-sale-work-plan-2024', clause: '测试', summary: '测试' }

interface Written {
  readonly conditions: Json
  readonly params: Readonly<Record<string, Json>>
  readonly layer?: string
  readonly stage?: string
  readonly exceptionTo?: readonly string[]
  readonly mandatory?: true
  readonly effective?: object
}

function planted(
  id: string,
  { conditions, params, layer = 'shop', stage = 'settle', effective = { from: '2012-01-01' }, ...rest }: Written,
): Document {
  return {
    id,
    title: `埋入：${id}`,
    layer,
    source,
    effective,
    ...rest,
    conditions,
    event: { type: stage, params },
  } as Document
}

function ruleOf(id: string): Document & {
  readonly conditions: Json
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, Json>> }
} {
  return shipped.find((one) => one.id === id) as never
}

const is = (fact: string, value: Json): Json => ({ fact, operator: 'equal', value })
const all = (...parts: readonly Json[]): Json => ({ all: parts })

/** A catch-all below the shop leaves no case without a verdict, but for the hole. */
function gap(name: string, ...hole: readonly Json[]): Fault {
  const id = 'law/planted/catch-all'
  const rule = planted(id, { layer: 'law', conditions: { not: all(...hole) }, params: { verdict: 'refuse' } })
  return { name: `缺口：${name}`, check: 'no-gap', question: 'verdict', rules: [], documents: [...shipped, rule] }
}

/** A twin of a rule with another answer. */
function conflict(of: string, question: string, answer: Json): Fault {
  const id = 'shop/planted/other-answer'
  const { conditions, event } = ruleOf(of)
  const together: Readonly<Record<string, Json>> =
    question === 'outboundPostage' ? { deductions: { 'outbound-postage': false } } : {}
  const rule = planted(id, { conditions, stage: event.type, params: { [question]: answer, ...together } })
  return { name: `冲突：${of} ${question}`, check: 'no-conflict', question, rules: [id], documents: [...shipped, rule] }
}

function unreachable(name: string, ...conditions: readonly Json[]): Fault {
  const id = 'shop/planted/never'
  const rule = planted(id, { conditions: all(...conditions), params: { emsExtra: 'seller' } })
  return {
    name: `不可能成立：${name}`,
    check: 'rules-reachable',
    question: 'emsExtra',
    rules: [id],
    documents: [...shipped, rule],
    hasNoCase: true,
  }
}

/** An exception that holds wherever the rule does. */
function masked(of: string, question: string, answer: Json): Fault {
  const { conditions, event } = ruleOf(of)
  const together: Readonly<Record<string, Json>> = event.params
  const rule = planted('shop/planted/wider', {
    conditions,
    stage: event.type,
    exceptionTo: [of],
    params: { ...together, [question]: answer },
  })
  return { name: `总被盖过：${of}`, check: 'rules-not-masked', question, rules: [of], documents: [...shipped, rule] }
}

function redundant(of: string, question: string, extra: Json): Fault {
  const id = 'shop/planted/again'
  const { conditions, event } = ruleOf(of)
  const rule = planted(id, { conditions: all(conditions, extra), stage: event.type, params: event.params })
  return { name: `多余：${of}`, check: 'rules-needed', question, rules: [id], documents: [...shipped, rule] }
}

function uselessException(of: string, question: string, answer: Json, ...conditions: readonly Json[]): Fault {
  const id = 'shop/planted/beside'
  const { event } = ruleOf(of)
  const together: Readonly<Record<string, Json>> =
    question === 'outboundPostage' ? { deductions: { 'outbound-postage': false } } : {}
  const rule = planted(id, {
    conditions: all(...conditions),
    stage: event.type,
    exceptionTo: [of],
    params: { [question]: answer, ...together },
  })
  return { name: `例外无用：${of}`, check: 'exceptions-bite', question, rules: [id], documents: [...shipped, rule] }
}

function breach(question: string, answer: Json, ...conditions: readonly Json[]): Fault {
  const id = 'law/planted/floor'
  const together: Readonly<Record<string, Json>> =
    question === 'outboundPostage' ? { deductions: { 'outbound-postage': false } } : {}
  const [group, member] = question.split('.') as [string, string?]
  const params = member === undefined ? { [group]: answer, ...together } : { [group]: { [member]: answer } }
  const rule = planted(id, { layer: 'law', mandatory: true, conditions: all(...conditions), params })
  return {
    name: `低于底线：${question} ${conditions.length}`,
    check: 'floors-hold',
    question,
    rules: [id],
    documents: [...shipped, rule],
  }
}

function ended(of: string, question: string, until: string): Fault {
  const documents = shipped.map((one) =>
    one.id === of ? ({ ...one, effective: { from: '2012-01-01', until } } as Document) : one,
  )
  return { name: `日期断档：${of}`, check: 'dates-whole', question, rules: [of], documents }
}

function doubled(of: string, question: string): Fault {
  const id = 'shop/planted/next-version'
  const { conditions, event } = ruleOf(of)
  const rule = planted(id, { conditions, stage: event.type, params: event.params, effective: { from: '2026-01-01' } })
  return { name: `两个版本：${of}`, check: 'dates-whole', question, rules: [of], documents: [...shipped, rule] }
}

function illegal(action: string, state: string): Fault {
  const rule = planted('shop/planted/step', {
    stage: 'handle',
    conditions: all(is('refundState', state), is('requested', 'return-and-refund'), is('fraudSuspected', true)),
    params: { refundAction: action },
    exceptionTo: shipped.flatMap((one) => {
      const { event, layer } = one as { readonly event?: { readonly params: object }; readonly layer?: string }
      return event !== undefined && layer === 'shop' && 'refundAction' in event.params ? [String(one.id)] : []
    }),
  })
  return {
    name: `非法步骤：${state} ${action}`,
    check: 'refund-steps',
    question: 'refundAction',
    rules: [],
    documents: [...shipped, rule],
  }
}

const NO_REASON = 'shop/no-reason/within-seven-days'
const REFUSED = 'shop/no-reason/not-supported'
const C_SHOP = 'shop/postage/no-reason-free-shipping-refund-c-shop'
const TMALL = 'shop/postage/no-reason-free-shipping-refund-tmall'
const EVERY_LEG = 'shop/postage/shop-fault-every-leg'
const AGREE = 'shop/refund-state/no-reason-agree-first'
const EMS = 'shop/postage/ems-extra-again'

export const FAULTS: readonly Fault[] = [
  gap('补发，无理由', is('requested', 'reship'), is('reason', 'no-reason')),
  gap('维修，错发', is('requested', 'repair'), is('reason', 'wrong-item')),
  gap(
    '仅退款，描述不符，已成功',
    is('requested', 'refund-only'),
    is('reason', 'not-as-described'),
    is('tradeState', 'TRADE_FINISHED'),
  ),
  gap('某一笔实付', is('requested', 'repair'), is('reason', 'no-reason'), {
    fact: 'paid',
    operator: 'greaterThan',
    value: 5000,
  }),
  gap('签收后第 30 天整', is('requested', 'repair'), is('reason', 'no-reason'), is('daysSinceSigning', 30)),
  gap('一个下午', is('requested', 'repair'), is('reason', 'no-reason'), {
    fact: 'returnArrivalMinute',
    operator: 'greaterThan',
    value: 1400,
  }),
  conflict(NO_REASON, 'verdict', 'refuse'),
  conflict(REFUSED, 'verdict', 'accept'),
  conflict(C_SHOP, 'outboundPostage', 'seller'),
  conflict(TMALL, 'returnPostage', 'seller'),
  conflict(EVERY_LEG, 'returnPostage', 'buyer'),
  conflict(EMS, 'emsExtra', 'split'),
  conflict(AGREE, 'refundAction', 'refuse'),
  unreachable('包邮却付了邮费', is('freeShipping', true), { fact: 'postagePaid', operator: 'greaterThan', value: 0 }),
  unreachable('没发货已签收', is('tradeState', 'WAIT_SELLER_SEND_GOODS'), {
    fact: 'signedAt',
    operator: 'notEqual',
    value: 'none',
  }),
  unreachable('没签收的第三天', is('signedAt', 'none'), is('daysSinceSigning', 3)),
  unreachable(
    '先大后小',
    { fact: 'daysSinceSigning', operator: 'greaterThan', value: 9 },
    { fact: 'daysSinceSigning', operator: 'lessThan', value: 9 },
  ),
  masked(NO_REASON, 'verdict', 'offer'),
  masked(EMS, 'emsExtra', 'split'),
  redundant(TMALL, 'returnPostage', is('keyAccount', true)),
  redundant(EVERY_LEG, 'returnPostage', is('freeShipping', true)),
  redundant('shop/postage/not-shop-fault-exchange', 'reshipPostage', is('freightInsurance', true)),
  uselessException(NO_REASON, 'verdict', 'offer', is('reason', 'quality-defect'), is('keyAccount', true)),
  uselessException(C_SHOP, 'outboundPostage', 'seller', is('shopType', 'tmall'), is('keyAccount', true)),
  uselessException(EMS, 'emsExtra', 'split', is('emsNeeded', false), is('keyAccount', true)),
  breach('returnPostage', 'seller', is('reason', 'no-reason'), is('requested', 'return-and-refund')),
  breach('outboundPostage', 'seller', is('reason', 'no-reason'), is('shopType', 'c-shop')),
  breach('verdict', 'accept', is('reason', 'no-reason'), is('resaleable', true)),
  breach('emsExtra', 'seller', is('emsNeeded', true)),
  breach('deductions.outbound-postage', false, is('reason', 'no-reason')),
  ended(NO_REASON, 'verdict', '2025-12-31'),
  ended(EVERY_LEG, 'returnPostage', '2026-03-31'),
  ended(TMALL, 'outboundPostage', '2025-06-30'),
  doubled(C_SHOP, 'outboundPostage'),
  doubled(REFUSED, 'verdict'),
  illegal('confirm-refund', 'WAIT_SELLER_AGREE'),
  illegal('agree', 'WAIT_BUYER_RETURN_GOODS'),
]
