// Facts of the trade a complaint is about: its kind of shop, its state, and when things happened.
// Promise: plain values that keep their literal types. "None" says that the event has not happened.
import type { FactDeclaration } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { shopTypes, tradeStates } from '../after-sale/terms.js'
import { yesNo } from '../after-sale/yes-no.js'
import { kinds } from './terms.js'

function moment<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'instant', role: 'circumstance', event: true, none: true, ask, question } as const
}

export const tradeFacts = {
  kind: {
    label: { zh: '维权类型', en: 'kind of complaint' },
    kind: 'enum',
    values: kinds,
    role: 'circumstance',
    ask: ['buyer', 'shop'],
    question: { zh: '请问是哪一类维权？', en: 'Which kind of complaint is it?' },
  },
  shopType: {
    label: { zh: '店铺类型', en: 'shop type' },
    kind: 'enum',
    values: shopTypes,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问是哪类店铺？', en: 'Which kind of shop is it?' },
  },
  tradeState: {
    label: { zh: '交易状态', en: 'trade state' },
    kind: 'enum',
    values: tradeStates,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问交易是什么状态？', en: 'What is the state of the trade?' },
  },
  cashOnDelivery: yesNo({ zh: '货到付款', en: 'cash on delivery' }, ['shop'], {
    zh: '请问是货到付款的交易吗？',
    en: 'Is the trade cash on delivery?',
  }),
  createdAt: moment({ zh: '交易创建时间', en: 'time the trade was created' }, ['shop'], {
    zh: '请问交易是什么时间创建（拍下）的？',
    en: 'When was the trade created?',
  }),
  paidAt: moment({ zh: '付款时间', en: 'time of payment' }, ['shop'], {
    zh: '请问是什么时间付款的？还没付款请答“无”。',
    en: 'When was it paid? "none" if not yet.',
  }),
  // The courier's own record counts, not when the shop marked the goods as shipped.
  shippedAt: moment({ zh: '快递揽收时间', en: "time of collection by the courier's records" }, ['courier', 'shop'], {
    zh: '请问快递系统里是什么时间揽收的？还没揽收请答“无”。',
    en: 'When was the parcel collected, by the courier\'s records? "none" if not yet.',
  }),
  finishedAt: moment({ zh: '交易成功时间', en: 'time the trade succeeded' }, ['shop'], {
    zh: '请问交易是什么时间成功的？还没成功请答“无”。',
    en: 'When did the trade succeed? "none" if it has not.',
  }),
  complainedAt: moment({ zh: '发起时间', en: 'time of the complaint' }, ['shop', 'platform'], {
    zh: '请问维权是什么时间发起的？还没发起请答“无”。',
    en: 'When was the complaint raised? "none" if not yet.',
  }),
  asOf: {
    label: { zh: '判定时间', en: 'time of the decision' },
    kind: 'instant',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问以什么时间为准来判定？', en: 'As of what time is the case to be decided?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
