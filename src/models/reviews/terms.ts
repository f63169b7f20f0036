// The words of the reviews model: platforms, grades, rewards and who acts, each with its Chinese and English label.
// Promise: ids are English, labels are unique within a list.
import type { Text } from '../../engine/text.js'

export const platforms = {
  taobao: { zh: '淘宝', en: 'Taobao' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
} as const satisfies Readonly<Record<string, Text>>

export const grades = {
  good: { zh: '好评', en: 'good' },
  neutral: { zh: '中评', en: 'neutral' },
  bad: { zh: '差评', en: 'bad' },
} as const satisfies Readonly<Record<string, Text>>

/** What a shop might promise for a good review, or for changing a review into one. */
export const rewards = {
  'cash-back': { zh: '返现', en: 'cash back' },
  'red-packet': { zh: '红包', en: 'red packet' },
  coupon: { zh: '优惠券', en: 'coupon' },
  'free-order': { zh: '免单', en: 'free order' },
  gift: { zh: '赠品', en: 'gift' },
  'free-shipping': { zh: '包快递', en: 'free shipping' },
} as const satisfies Readonly<Record<string, Text>>

export const parties = {
  buyer: { zh: '买家', en: 'buyer' },
  shop: { zh: '店铺', en: 'shop' },
  platform: { zh: '平台', en: 'platform' },
  'customer-service': { zh: '客服', en: 'customer service' },
  supervisor: { zh: '主管', en: 'supervisor' },
} as const satisfies Readonly<Record<string, Text>>
