// Facts of how far the case has come: negotiation, exchange, invoice.
// Promise: plain values that keep their literal types. All are records: what the shop's books would show.

import type { FactDeclaration } from '../../engine/declaration.js'
import { rarely } from './yes-no.js'

export const progressFacts = {
  negotiationFailed: rarely({ zh: '协商不成', en: 'negotiation failed' }, ['shop'], {
    zh: '请问和买家协商没有谈成吗？',
    en: 'Has the negotiation with the buyer failed?',
  }),
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
    question: { zh: '请问换货或补发的商品发出了吗？', en: 'Has the replacement, or what was missing, been shipped?' },
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
      en: 'On what day was the invoice issued? Please answer "none" if there is none.',
    },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
