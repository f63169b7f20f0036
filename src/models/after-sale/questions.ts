// What is settled first: who is responsible, what the buyer gets, who bears which postage, what a refund is made of.
// Promise: values stand in order of favour, worst for the buyer first, wherever a floor can bear on the question.

import type { Condition, QuestionDeclaration } from '../../engine/declaration.js'
import { checkDamages, damagesMembers, damagesText, measureDamages } from './damages.js'
import { facts } from './facts.js'
import { refundBaseAmount } from './refund-base.js'
import { refundBases } from './terms.js'

const bearers = {
  buyer: { zh: '买家', en: 'buyer' },
  split: { zh: '双方分担', en: 'both share it' },
  seller: { zh: '卖家', en: 'seller' },
} as const

/** Something that travels or is paid: only where it was asked for and is granted. An offer moves nothing until it is taken. */
function whereAskedFor(requested: readonly string[]): Condition {
  return {
    all: [
      { fact: 'requested', operator: 'in', value: requested },
      { fact: 'verdict', operator: 'notIn', value: ['refuse', 'offer'] },
    ],
  }
}

const REFUNDS = whereAskedFor(['refund-only', 'return-and-refund'])
const RETURNS = whereAskedFor(['return-and-refund', 'exchange'])
const RESHIPS = whereAskedFor(['exchange', 'reship'])

export const settleQuestions = {
  responsible: {
    kind: 'choice',
    stage: 'settle',
    label: { zh: '责任方', en: 'party responsible' },
    values: {
      buyer: { zh: '买家', en: 'buyer' },
      nobody: { zh: '无人', en: 'nobody' },
      courier: { zh: '快递', en: 'courier' },
      shop: { zh: '店铺', en: 'shop' },
    },
  },
  verdict: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: 'later',
    label: { zh: '结论', en: 'verdict' },
    values: {
      refuse: { zh: '不支持', en: 'not supported' },
      offer: { zh: '协商方案', en: 'another solution is offered' },
      accept: { zh: '支持', en: 'supported' },
    },
  },
  offer: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '可选方案', en: 'solutions on offer' },
    members: {
      repair: { label: { zh: '维修', en: 'repair' } },
      compensation: { label: { zh: '补偿', en: 'compensation' } },
      'discount-next-time': { label: { zh: '下次优惠', en: 'discount on the next order' } },
      gift: { label: { zh: '赠品', en: 'gift' } },
      exchange: { label: { zh: '换货方案', en: 'exchange' } },
      return: { label: { zh: '退货方案', en: 'return' } },
      discount: { label: { zh: '折扣', en: 'discount' } },
      'another-item': { label: { zh: '换其他款', en: 'another item' } },
      'full-refund': { label: { zh: '全额退款', en: 'full refund' } },
      'cancel-order': { label: { zh: '撤单', en: 'cancel the order' } },
    },
  },
  outboundPostage: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: 'later',
    label: { zh: '发货邮费承担', en: 'who bears the outbound postage' },
    values: bearers,
    arises: whereAskedFor(['return-and-refund']),
  },
  returnPostage: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: 'later',
    label: { zh: '退回邮费承担', en: 'who bears the return postage' },
    values: bearers,
    arises: RETURNS,
  },
  reshipPostage: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: 'later',
    label: { zh: '换出邮费承担', en: 'who bears the reship postage' },
    values: bearers,
    arises: RESHIPS,
  },
  // The extra cost of EMS where nothing else reaches the address: no leg of its own.
  emsExtra: {
    kind: 'choice',
    stage: 'settle',
    favour: 'later',
    label: { zh: 'EMS差价承担', en: 'who bears the extra cost of EMS' },
    values: bearers,
  },
  priceGap: {
    kind: 'choice',
    stage: 'settle',
    label: { zh: '差价处理', en: 'difference in price' },
    values: {
      'buyer-pays': { zh: '买家补差价', en: 'the buyer pays the difference' },
      'shop-refunds': { zh: '店铺退差价', en: 'the shop refunds the surplus' },
    },
    arises: whereAskedFor(['exchange']),
  },
  // Who reimburses a leg, never who bears it.
  recourse: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '垫付来源', en: 'who reimburses' },
    members: {
      'freight-insurance': { label: { zh: '运费险赔付', en: 'freight insurance' } },
      'return-treasure': { label: { zh: '退货宝', en: "the platform's return cover" } },
      courier: { label: { zh: '快递赔付', en: 'the courier' } },
    },
  },
  refundBase: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: refundBaseAmount,
    label: { zh: '退款基数', en: 'refund base' },
    values: refundBases,
    arises: REFUNDS,
  },
  deductions: {
    kind: 'members',
    stage: 'settle',
    essential: true,
    favour: 'no',
    label: { zh: '扣除项', en: 'deductions' },
    members: {
      'outbound-postage': { label: { zh: '扣发货邮费', en: 'outbound postage' } },
      commission: { label: { zh: '扣商城佣金', en: "the mall's commission" } },
      points: { label: { zh: '扣积分', en: 'points credited' } },
      'invoice-tax': { label: { zh: '扣发票税点', en: 'tax of the invoice' } },
      'gift-value': { label: { zh: '扣赠品价值', en: 'value of the gift' } },
    },
    arises: REFUNDS,
  },
  repayBy: {
    kind: 'choice',
    stage: 'settle',
    // Only the return leg is ever advanced by the buyer.
    arises: RETURNS,
    label: { zh: '垫付返还方式', en: 'how the shop repays' },
    values: {
      'platform-refund': { zh: '平台退款', en: 'refund through the platform' },
      'payment-link': { zh: '收款链接', en: 'payment link' },
      alipay: { zh: '支付宝转账', en: 'transfer by Alipay' },
      credit: { zh: '留作余款', en: 'credit for the next purchase' },
    },
  },
  payBy: {
    kind: 'choice',
    stage: 'settle',
    arises: RESHIPS,
    label: { zh: '补款方式', en: 'how the buyer pays' },
    values: { 'top-up-link': { zh: '补邮费链接', en: 'postage top-up link' } },
  },
  compensation: {
    kind: 'money',
    stage: 'settle',
    combine: 'greatest',
    favour: 'more',
    label: { zh: '赔付', en: 'compensation' },
  },
  // What statutes and the platform fix, beside what the shop pays of its own accord.
  damages: {
    kind: 'terms',
    stage: 'settle',
    combine: 'greatest',
    favour: 'more',
    label: { zh: '法定与平台赔付', en: 'damages by law and platform' },
    members: damagesMembers,
    check: checkDamages,
    measure: measureDamages,
    say: (term) => damagesText(term, (fact) => facts[fact].label),
  },
  burdenOfProof: {
    kind: 'choice',
    stage: 'settle',
    favour: 'later',
    label: { zh: '举证责任', en: 'burden of proof' },
    values: { buyer: { zh: '买家举证', en: 'buyer' }, seller: { zh: '卖家举证', en: 'seller' } },
  },
  refundMeans: {
    kind: 'choice',
    stage: 'settle',
    favour: 'later',
    label: { zh: '退款方式', en: 'means of the refund' },
    values: {
      other: { zh: '其他方式', en: 'other means' },
      original: { zh: '原路退回', en: 'the means of payment' },
    },
    arises: REFUNDS,
  },
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
