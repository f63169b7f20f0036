// Facts that the platform's rules hang on: agreements, consents, parcels under way, promises of shipment.
// Promise: plain values that keep their literal types. Nearly all are records: what nobody wrote down has not happened.

import type { FactDeclaration } from '../../engine/declaration.js'
import { rarely, yesNo } from './yes-no.js'

const SHOP = ['shop'] as const

export const platformFacts = {
  agreementReached: rarely({ zh: '已达成退款协议', en: 'agreement on the refund reached' }, SHOP, {
    zh: '请问平台介入前双方是否已就退款达成协议？',
    en: 'Did both sides agree on the refund before the platform stepped in?',
  }),
  freightAgreed: rarely({ zh: '协议约定了运费', en: 'freight agreed' }, SHOP, {
    zh: '请问协议里说定运费由谁承担了吗？',
    en: 'Does the agreement say who bears the freight?',
  }),
  shippedCollect: rarely(
    { zh: '未经同意到付发货', en: 'shipped freight collect without consent' },
    ['shop', 'courier'],
    {
      zh: '请问店铺是否未经买家同意到付发货？',
      en: 'Did the shop ship freight collect without consent?',
    },
  ),
  collectConsent: yesNo({ zh: '同意到付退回', en: 'consents to a return freight collect' }, SHOP, {
    zh: '请问店铺同意买家到付退回吗？',
    en: 'Did the shop agree to a return freight collect?',
  }),
  returnAddressDearer: rarely({ zh: '退货地址更贵', en: 'return address costs more' }, SHOP, {
    zh: '请问退货地址是否与展示的发货地不同、运费更高？',
    en: 'Does the return address differ from the place of shipment shown and cost more?',
  }),
  rightsAbused: rarely({ zh: '滥用会员权益', en: 'member rights abused' }, ['platform'], {
    zh: '请问平台是否认定买家滥用会员权益？',
    en: 'Has the platform found that the buyer abused member rights?',
  }),
  returnParcelState: {
    label: { zh: '退件状况', en: 'state of the return parcel' },
    kind: 'enum',
    values: {
      arrived: { zh: '完好送达', en: 'arrived intact' },
      broken: { zh: '途中破损', en: 'broken on the way' },
      lost: { zh: '途中灭失', en: 'lost on the way' },
    },
    role: 'record',
    none: true,
    usual: 'none',
    ask: ['warehouse', 'courier'],
    question: {
      zh: '请问退件是完好送达、途中破损，还是途中灭失？还没有消息请答“无”。',
      en: 'Did the return arrive intact, broken, or get lost? "none" if not known.',
    },
  },
  interceptRequested: yesNo({ zh: '已要求拦截', en: 'interception asked for' }, SHOP, {
    zh: '请问是否已要求快递拦截这个包裹？',
    en: 'Has the courier been asked to intercept the parcel?',
  }),
  outForDelivery: yesNo({ zh: '已出库派送', en: 'out for delivery' }, ['courier'], {
    zh: '请问包裹是否已经在派送？',
    en: 'Is the parcel out for delivery?',
  }),
  promisedShipHours: {
    label: { zh: '承诺发货小时', en: 'hours within which shipment was promised' },
    kind: 'integer',
    min: 1,
    max: 8760,
    unit: { zh: '小时', en: 'hours' },
    role: 'circumstance',
    usual: 48,
    ask: SHOP,
    question: { zh: '请问承诺付款后多少小时内发货？', en: 'Within how many hours of payment was shipment promised?' },
  },
  outOfStockAdmitted: rarely({ zh: '已确认缺货', en: 'out of stock admitted' }, SHOP, {
    zh: '请问店铺是否已表示缺货、拒绝发货或要求加价？',
    en: 'Has the shop said it is out of stock, refused to ship or asked for more money?',
  }),
  cannotRefuse: rarely({ zh: '平台不可拒绝', en: 'the platform allows no refusal' }, ['platform', 'shop'], {
    zh: '请问平台是否标明这笔退款不可拒绝？',
    en: 'Does the platform mark this refund as not to be refused?',
  }),
  returnTreasure: yesNo({ zh: '退货宝', en: "the platform's return service" }, SHOP, {
    zh: '请问这笔订单有退货宝吗？',
    en: "Does the order have the platform's return service?",
  }),
  refundWithoutReturnImposed: rarely(
    { zh: '平台强制仅退款', en: 'refund without return imposed' },
    ['platform', 'shop'],
    {
      zh: '请问平台是否强制店铺不退货只退款？',
      en: 'Has the platform imposed a refund without return on the shop?',
    },
  ),
  defectVisible: {
    label: { zh: '外观可见问题', en: 'visible defect' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer', 'shop'],
    question: { zh: '请问问题从外观就能看出来吗？', en: 'Can the defect be seen from outside?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>

/** What the platform finds once it decides. */
export const findingFacts = {
  faultUnclear: rarely({ zh: '平台认定责任不明', en: 'fault found unclear' }, ['platform'], {
    zh: '请问平台是否认定责任不明？',
    en: 'Has the platform found that fault cannot be established?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
