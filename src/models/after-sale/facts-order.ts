// Facts of the order and of the request: what was asked for and why, the shop, the state of the trade.
// Promise: plain values that keep their literal types, so that the type of a case follows from them.

import type { FactDeclaration } from '../../engine/declaration.js'
import { reasons, refundStates, requests, shopTypes, tradeStates } from './terms.js'

export const orderFacts = {
  requested: {
    label: { zh: '申请', en: 'request' },
    kind: 'enum',
    values: requests,
    role: 'circumstance',
    ask: ['buyer', 'shop'],
    question: {
      zh: '请问您希望退款、退货退款、换货、补发、维修，还是查件？',
      en: 'Would you like a refund, a return and refund, an exchange, a reshipment, a repair, or to ask about the parcel?',
    },
  },
  reason: {
    label: { zh: '原因', en: 'reason' },
    kind: 'enum',
    values: reasons,
    role: 'circumstance',
    ask: ['buyer', 'shop'],
    question: { zh: '请问是什么原因呢？', en: 'What is the reason, please?' },
  },
  shopType: {
    label: { zh: '店铺类型', en: 'shop type' },
    kind: 'enum',
    values: shopTypes,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问店铺是C店、MT还是商城？', en: 'Is the shop a C-shop, an MT shop or a Tmall shop?' },
  },
  tradeState: {
    label: { zh: '交易状态', en: 'trade state' },
    kind: 'enum',
    values: tradeStates,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问这笔交易现在是什么状态？', en: 'What state is the trade in?' },
  },
  refundState: {
    label: { zh: '退款状态', en: 'refund state' },
    kind: 'enum',
    values: refundStates,
    role: 'record',
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问退款现在是什么状态？还没有退款申请请答“无”。',
      en: 'What state is the refund in? Please answer "none" if there is no application.',
    },
  },
  placedOnTaobao: {
    label: { zh: '淘宝下单', en: 'placed on Taobao' },
    kind: 'boolean',
    role: 'circumstance',
    usual: true,
    ask: ['shop'],
    question: { zh: '请问这笔订单是在淘宝下单的吗？', en: 'Was the order placed on Taobao?' },
  },
  freeShipping: {
    label: { zh: '包邮', en: 'free shipping' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问这件商品是包邮的吗？', en: 'Was shipping free for this item?' },
  },
  freightInsurance: {
    label: { zh: '运费险', en: 'freight insurance' },
    kind: 'boolean',
    role: 'record',
    absent: false,
    ask: ['buyer', 'shop'],
    question: { zh: '请问这笔订单有运费险吗？', en: 'Does the order have freight insurance?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
