// The words of the complaints model: kinds of complaint, how talking to the complainer went, and who acts.
// Promise: ids are English, labels are unique within a list.
import type { Text } from '../../engine/text.js'

export const kinds = {
  'after-sale-guarantee': { zh: '售后保障', en: 'after-sale guarantee' },
  'not-received': { zh: '未收到货', en: 'goods not received' },
  harassment: { zh: '恶意骚扰', en: 'malicious harassment' },
  'malicious-review': { zh: '恶意评价', en: 'malicious review' },
  'delayed-shipment': { zh: '延迟发货', en: 'delayed shipment' },
  'broken-promise': { zh: '违背承诺', en: 'breach of promise' },
} as const satisfies Readonly<Record<string, Text>>

export const contacts = {
  'not-yet': { zh: '还没联系', en: 'not yet contacted' },
  settled: { zh: '已谈妥', en: 'settled' },
  unreachable: { zh: '联系不上', en: 'cannot be reached' },
  'no-agreement': { zh: '协商无果', en: 'no agreement' },
} as const satisfies Readonly<Record<string, Text>>

export const parties = {
  buyer: { zh: '买家', en: 'buyer' },
  shop: { zh: '店铺', en: 'shop' },
  courier: { zh: '快递', en: 'courier' },
  platform: { zh: '平台', en: 'platform' },
  'complaint-desk': { zh: '投诉客服', en: 'complaint desk' },
} as const satisfies Readonly<Record<string, Text>>
