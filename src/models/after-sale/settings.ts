// What a shop sets once for all its cases. Promise: a setting without a default is never guessed: rules that need it
// stay open until the shop says what it is.

import type { SettingDeclaration } from '../../engine/declaration.js'

export const settings = {
  // QI-05 names no period; three days is the limit QI-01 gives for quality complaints.
  afterSalePeriodDays: {
    label: { zh: '售后处理天数', en: 'after-sale period in days' },
    kind: 'integer',
    min: 0,
    max: 365,
    unit: { zh: '天', en: 'days' },
    default: 3,
  },
  // RF-07: the share of the refund the mall keeps as its commission.
  commissionRate: { label: { zh: '商城佣金率', en: 'mall commission rate' }, kind: 'rate', default: 0.05 },
  // RF-07: garbled in the source, so there is no default.
  pointsRate: { label: { zh: '商城积分率', en: 'mall points rate' }, kind: 'rate' },
  // RF-02: the platform's own limit unless the shop sets one.
  returnWaybillDays: {
    label: { zh: '退货单号填写期限(天)', en: 'days to enter the return waybill' },
    kind: 'integer',
    min: 0,
    max: 365,
    unit: { zh: '天', en: 'days' },
  },
  // TT-02: how few days of receiving time left are too few. The source says short; three is our reading.
  receiptDaysLeftLimit: {
    label: { zh: '收货剩余天数下限(天)', en: 'days of receiving time left that call for an extension' },
    kind: 'integer',
    min: 0,
    max: 365,
    unit: { zh: '天', en: 'days' },
    default: 3,
  },
  // 民法典 203 says 法定休假日; whether weekends count is read both ways.
  rollover: {
    label: { zh: '节假日顺延', en: 'rolling over holidays' },
    kind: 'enum',
    values: {
      'buyer-friendly': { zh: '对买家有利', en: 'whichever reading favours the buyer' },
      none: { zh: '不顺延', en: 'none' },
      statutory: { zh: '遇法定休假日顺延', en: 'over statutory holidays' },
      'statutory+weekend': { zh: '遇法定休假日和周末顺延', en: 'over statutory holidays and weekends' },
    },
    default: 'buyer-friendly',
  },
} as const satisfies Readonly<Record<string, SettingDeclaration>>
