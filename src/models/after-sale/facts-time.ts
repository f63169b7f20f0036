// Facts of when things happened. Beijing time; every event lies no later than the moment of the decision.
// Promise: plain values that keep their literal types. "None" says that the event has not happened.

import type { FactDeclaration } from '../../engine/declaration.js'

export const timeFacts = {
  asOf: {
    label: { zh: '判定时间', en: 'time of the decision' },
    kind: 'instant',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问以什么时间为准来判定？', en: 'As of what time is the case to be decided?' },
  },
  paidAt: {
    label: { zh: '付款时间', en: 'time of payment' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问买家是什么时间付款的？还没付款请答“无”。',
      en: 'When did the buyer pay? Please answer "none" if not yet.',
    },
  },
  shippedAt: {
    label: { zh: '发货时间', en: 'time of shipment' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问是什么时间发货的？还没发货请答“无”。',
      en: 'When were the goods shipped? Please answer "none" if not yet.',
    },
  },
  signedAt: {
    label: { zh: '签收时间', en: 'time of signing' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['buyer', 'courier'],
    question: {
      zh: '请问是什么时间签收的？还没签收请答“无”。',
      en: 'When was the parcel signed for? Please answer "none" if not yet.',
    },
  },
  appliedAt: {
    label: { zh: '申请时间', en: 'time of application' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问买家是什么时间提交申请的？还没申请请答“无”。',
      en: 'When did the buyer apply? Please answer "none" if not yet.',
    },
  },
  agreedAt: {
    label: { zh: '同意时间', en: 'time of agreement' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问店铺是什么时间同意退款的？还没同意请答“无”。',
      en: 'When did the shop agree to the refund? Please answer "none" if not yet.',
    },
  },
  // The buyer has entered the waybill of the return parcel.
  returnShippedAt: {
    label: { zh: '退货寄出时间', en: 'time the return was sent' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    ask: ['shop', 'buyer'],
    question: {
      zh: '请问退货是什么时间寄出的？还没寄出请答“无”。',
      en: 'When was the return parcel sent? Please answer "none" if not yet.',
    },
  },
  returnReceivedAt: {
    label: { zh: '退货签收时间', en: 'time the return was received' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    ask: ['warehouse', 'shop'],
    question: {
      zh: '请问退货是什么时间签收的？还没收到请答“无”。',
      en: 'When was the return parcel received? Please answer "none" if not yet.',
    },
  },
  installedAt: {
    label: { zh: '安装完成时间', en: 'time the installation was finished' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    usual: 'none',
    ask: ['shop', 'buyer'],
    question: {
      zh: '请问由店铺安装的商品是什么时间装好的？不用店铺安装请答“无”。',
      en: 'When did the shop finish the installation? "none" if there is none.',
    },
  },
  replacedAt: {
    label: { zh: '换货签收时间', en: 'time the replacement was signed for' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    usual: 'none',
    ask: ['shop', 'courier'],
    question: {
      zh: '请问换出的商品是什么时间签收的？没有换过请答“无”。',
      en: 'When was the replacement signed for? "none" if there was none.',
    },
  },
  finishedAt: {
    label: { zh: '交易成功时间', en: 'time the trade succeeded' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问交易是什么时间成功的？还没成功请答“无”。',
      en: 'When did the trade succeed? Please answer "none" if it has not.',
    },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
