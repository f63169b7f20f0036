// Facts of the money: what was paid, what the postage came to, what was asked for, agreed and refunded before.
// Promise: plain values that keep their literal types. Amounts are yuan in a case and fen inside.

import type { FactDeclaration } from '../../engine/declaration.js'

export const moneyFacts = {
  // Includes the outbound postage the buyer paid.
  paid: {
    label: { zh: '实付金额', en: 'amount paid' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问买家实付多少元（含买家付的发货邮费）？',
      en: 'How many yuan did the buyer pay, outbound postage included?',
    },
  },
  outboundPostageCost: {
    label: { zh: '发货邮费', en: 'outbound postage cost' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问发货邮费是多少元？', en: 'How many yuan did the outbound postage cost?' },
  },
  // What no other line of the same order has used of the outbound postage: one case is one line.
  outboundPostageLeft: {
    label: { zh: '剩余发货邮费', en: 'outbound postage left' },
    kind: 'money',
    role: 'record',
    absent: { fact: 'outboundPostageCost' },
    ask: ['shop'],
    question: {
      zh: '请问这笔订单的发货邮费还剩多少元没有扣过？',
      en: 'How many yuan of the outbound postage have not been deducted yet?',
    },
  },
  // The outbound postage within the amount paid: 0.00 where shipping was free.
  postagePaid: {
    label: { zh: '买家已付邮费', en: 'postage the buyer paid' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问买家付的钱里有多少元是发货邮费？',
      en: 'How many yuan of the amount paid were outbound postage?',
    },
  },
  returnPostageCost: {
    label: { zh: '退回邮费', en: 'return postage cost' },
    kind: 'money',
    role: 'circumstance',
    ask: ['buyer'],
    question: { zh: '请问寄回商品的邮费是多少元？', en: 'How many yuan does sending the goods back cost?' },
  },
  reshipPostageCost: {
    label: { zh: '换出邮费', en: 'reship postage cost' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问换货或补发再寄出的邮费是多少元？',
      en: 'How many yuan does sending the replacement cost?',
    },
  },
  purchasePrice: {
    label: { zh: '成交价', en: 'purchase price' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问所退商品的成交价一共多少元？',
      en: 'How many yuan do the purchase prices of the pieces returned come to?',
    },
  },
  appliedAmount: {
    label: { zh: '申请金额', en: 'amount applied for' },
    kind: 'money',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问买家申请退多少元？', en: 'How many yuan does the buyer apply for?' },
  },
  negotiatedAmount: {
    label: { zh: '协商金额', en: 'negotiated amount' },
    kind: 'money',
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['shop'],
    question: {
      zh: '请问和买家协商退多少元？没有协商请答“无”。',
      en: 'How many yuan were agreed with the buyer? Please answer "none" if nothing.',
    },
  },
  giftValue: {
    label: { zh: '赠品价值', en: 'value of the gift' },
    kind: 'money',
    role: 'record',
    absent: '0.00',
    ask: ['shop'],
    question: { zh: '请问随单赠品价值多少元？', en: 'How many yuan is the gift in the order worth?' },
  },
  alreadyRefunded: {
    label: { zh: '已退金额', en: 'amount already refunded' },
    kind: 'money',
    role: 'record',
    absent: '0.00',
    ask: ['shop'],
    question: { zh: '请问之前已经退过多少元？', en: 'How many yuan have been refunded before?' },
  },
  // What the buyer still owes for a dearer replacement.
  priceDifference: {
    label: { zh: '换货差价', en: 'price difference of the exchange' },
    kind: 'money',
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['shop'],
    question: {
      zh: '请问换货后买家还要补多少元差价？不用补请答“无”。',
      en: 'How many yuan does the buyer still owe for the replacement? Please answer "none" if nothing.',
    },
  },
  // What the shop owes the buyer for a cheaper replacement.
  priceSurplus: {
    label: { zh: '应退差价', en: 'price surplus of the exchange' },
    kind: 'money',
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['shop'],
    question: {
      zh: '请问换货后店铺还要退多少元差价？不用退请答“无”。',
      en: 'How many yuan does the shop owe for a cheaper replacement? Please answer "none" if nothing.',
    },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
