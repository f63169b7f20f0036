// Facts of how far the case has come: negotiation, exchange, invoice, and the words that remarks are filled with.
// Promise: plain values that keep their literal types. All are records: what the shop's books would show.

import type { FactDeclaration } from '../../engine/declaration.js'

export const progressFacts = {
  negotiationFailed: {
    label: { zh: '协商不成', en: 'negotiation failed' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问和买家协商没有谈成吗？', en: 'Has the negotiation with the buyer failed?' },
  },
  creditConsent: {
    label: { zh: '同意留作余款', en: 'consents to credit' },
    kind: 'boolean',
    role: 'record',
    ask: ['buyer', 'shop'],
    question: {
      zh: '请问是否同意把这笔钱留作下次购物的余款？',
      en: 'May the amount be kept as credit for the next purchase?',
    },
  },
  exchangePostageReceived: {
    label: { zh: '换货邮费已收', en: 'exchange postage received' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问换货的邮费收到了吗？', en: 'Has the postage for the exchange been received?' },
  },
  replacementShipped: {
    label: { zh: '换货已发出', en: 'replacement shipped' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop', 'warehouse'],
    question: { zh: '请问换货的商品发出了吗？', en: 'Has the replacement been shipped?' },
  },
  presaleReplacement: {
    label: { zh: '换预售款', en: 'exchange into a pre-sale item' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问要换的是预售款吗？', en: 'Is the replacement a pre-sale item?' },
  },
  priceDiffers: {
    label: { zh: '换货有差价', en: 'the replacement has another price' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问要换的商品和原来的有差价吗？', en: 'Does the replacement have a different price?' },
  },
  invoiceIssued: {
    label: { zh: '已开发票', en: 'invoice issued' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问开过发票吗？', en: 'Has an invoice been issued?' },
  },
  invoiceReturned: {
    label: { zh: '发票已退回', en: 'invoice returned' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问发票退回来了吗？', en: 'Has the invoice been returned?' },
  },
  invoicedOn: {
    label: { zh: '开票日期', en: 'invoice date' },
    kind: 'date',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问发票是哪天开的？没有开请答“无”。',
      en: 'On what day was the invoice issued? Please answer "none" if there is no invoice.',
    },
  },
  handler: {
    label: { zh: '处理人', en: 'handler' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问这单由谁处理？', en: 'Who is handling the case?' },
  },
  returnContent: {
    label: { zh: '退换内容', en: 'what is returned or exchanged' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问退换的是什么商品？', en: 'What is being returned or exchanged?' },
  },
  waybill: {
    label: { zh: '运单号', en: 'waybill number' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问发货的运单号是多少？', en: 'What is the waybill number of the shipment?' },
  },
  returnWaybill: {
    label: { zh: '退货单号', en: 'return waybill number' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['buyer', 'shop'],
    question: { zh: '请问寄回的快递单号是多少？', en: 'What is the waybill number of the return parcel?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
