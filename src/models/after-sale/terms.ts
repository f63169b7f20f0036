// The words of the after-sale model: each id with its Chinese and English label, declared once.
// Promises: ids are English or the platform's own constants, labels are unique within a list, and types are inferred
// from these values. Lists are frozen, since every decision shares them.

import type { Text } from '../../engine/text.js'

/** Freezes a list of words with its labels and keeps their literal types. */
function words<const W extends Readonly<Record<string, Text>>>(list: W): Readonly<W> {
  for (const label of Object.values(list)) Object.freeze(label)
  return Object.freeze(list)
}

/** The states of a refund, as the platform names and shows them. */
export const refundStates = words({
  WAIT_SELLER_AGREE: { zh: '退款协议等待卖家确认中', en: 'applied for, waiting for the seller to agree' },
  SELLER_REFUSE_BUYER: {
    zh: '卖家不同意协议，等待买家修改',
    en: 'refused by the seller, waiting for the buyer to edit',
  },
  WAIT_BUYER_RETURN_GOODS: {
    zh: '退款协议达成，等待买家退货',
    en: 'agreed, waiting for the buyer to send the goods back',
  },
  WAIT_SELLER_CONFIRM_GOODS: {
    zh: '买家已退货，等待卖家确认收货',
    en: 'sent back, waiting for the seller to confirm receipt',
  },
  SUCCESS: { zh: '退款成功', en: 'refunded' },
  CLOSED: { zh: '退款关闭', en: 'refund closed' },
  PLATFORM_INTERVENTION: { zh: '小二介入', en: 'the platform has stepped in' },
})

/** What the shop (and its finance desk) can do about a refund: the answers a rule may give. */
export const shopRefundActions = words({
  agree: { zh: '同意退款', en: 'agree to the refund' },
  refuse: { zh: '拒绝退款', en: 'refuse the refund' },
  wait: { zh: '等待', en: 'wait' },
  'ask-to-correct': { zh: '请买家修改', en: 'ask the buyer to correct the application' },
  'hand-to-finance': { zh: '交财务确认', en: 'hand to finance for confirmation' },
  'confirm-refund': { zh: '确认退款', en: 'confirm the refund' },
  'call-platform': { zh: '申请小二介入', en: 'call in the platform' },
})

/** Everything that moves a refund: the shop's actions, the buyer's, the platform's rulings and the passing of time. */
export const refundActions = words({
  ...shopRefundActions,
  edit: { zh: '修改申请', en: 'edit the application' },
  ship: { zh: '寄回并填写单号', en: 'send the goods back and enter the waybill number' },
  withdraw: { zh: '撤销申请', en: 'withdraw the application' },
  expire: { zh: '超时', en: 'the time limit passes' },
  'award-refund': { zh: '判退款', en: 'rule for the refund' },
  'award-close': { zh: '判关闭', en: 'rule for closing' },
})

/** Who takes a step of a refund. */
export const refundActors = words({
  buyer: { zh: '买家', en: 'buyer' },
  shop: { zh: '店铺', en: 'shop' },
  finance: { zh: '财务', en: 'finance' },
  platform: { zh: '平台', en: 'platform' },
  time: { zh: '时限', en: 'time limit' },
})

/** The two kinds of request that open a refund; every other request never enters the refund states. */
export const refundRequests = words({
  'refund-only': { zh: '仅退款', en: 'refund only' },
  'return-and-refund': { zh: '退货退款', en: 'return and refund' },
})

/** Everything a buyer can ask for after the sale. */
export const requests = words({
  ...refundRequests,
  exchange: { zh: '换货', en: 'exchange' },
  reship: { zh: '补发', en: 'send what is missing' },
  repair: { zh: '维修', en: 'repair' },
  enquiry: { zh: '查件', en: 'ask where the parcel is' },
})

/** What the buyer (or the shop) gives as the ground of a request. */
export const reasons = words({
  'no-reason': { zh: '七天无理由', en: 'seven-day return without a reason' },
  'quality-defect': { zh: '质量问题', en: 'quality defect' },
  'not-as-described': { zh: '描述不符', en: 'not as described' },
  'wrong-item': { zh: '错发', en: 'wrong item sent' },
  'order-miscopied': { zh: '抄错', en: 'order copied wrongly' },
  'missing-item': { zh: '漏发', en: 'item not sent' },
  'under-packed': { zh: '少抄少包', en: 'fewer pieces copied or packed' },
  'extra-item': { zh: '多发', en: 'extra item sent' },
  'broken-package': { zh: '破包', en: 'parcel arrived broken' },
  'lost-in-transit': { zh: '丢件', en: 'parcel lost' },
  misdelivered: { zh: '错送', en: 'delivered to the wrong place' },
  'buyer-fault': { zh: '买家责任', en: "the buyer's own fault" },
  'agreed-discount': { zh: '退折扣', en: 'refund of an agreed discount' },
  'postage-refund': { zh: '退邮费', en: 'refund of postage' },
  'out-of-stock': { zh: '缺货', en: 'out of stock' },
})

/** The kinds of shop the postage rules tell apart. */
export const shopTypes = words({
  'c-shop': { zh: 'C店', en: 'Taobao C-shop' },
  mt: { zh: 'MT', en: 'MT shop' },
  tmall: { zh: '商城', en: 'Tmall shop' },
})

/** The states of a trade, as the platform names them. */
export const tradeStates = words({
  WAIT_BUYER_PAY: { zh: '等待买家付款', en: 'waiting for the buyer to pay' },
  WAIT_SELLER_SEND_GOODS: { zh: '等待卖家发货', en: 'paid, waiting for the seller to ship' },
  WAIT_BUYER_CONFIRM_GOODS: { zh: '待收货', en: 'shipped, waiting for the buyer to confirm receipt' },
  TRADE_FINISHED: { zh: '交易成功', en: 'trade succeeded' },
  TRADE_CLOSED: { zh: '交易关闭', en: 'trade closed' },
})

/** What a refund is reckoned from, before deductions. */
export const refundBases = words({
  none: { zh: '不退款', en: 'no refund' },
  'postage-only': { zh: '仅邮费', en: 'the postage only' },
  difference: { zh: '协商金额部分', en: 'the amount agreed' },
  goods: { zh: '商品实付部分', en: 'what was paid for the pieces returned, without postage' },
  share: { zh: '按件数比例', en: 'in proportion to the pieces returned' },
  'item-prices': { zh: '按商品成交价', en: 'the purchase prices of the pieces returned' },
  full: { zh: '全额', en: 'the whole amount paid' },
})

/** Who can be asked for a fact, and who acts on a task. */
export const parties = words({
  buyer: { zh: '买家', en: 'buyer' },
  shop: { zh: '店铺', en: 'shop' },
  warehouse: { zh: '仓库', en: 'warehouse' },
  courier: { zh: '快递', en: 'courier' },
  platform: { zh: '平台', en: 'platform' },
  finance: { zh: '财务', en: 'finance' },
  'customer-service': { zh: '客服', en: 'customer service' },
  production: { zh: '生产', en: 'production' },
  supervisor: { zh: '主管', en: 'supervisor' },
  'complaint-desk': { zh: '投诉客服', en: 'complaint desk' },
})

export type RefundState = keyof typeof refundStates
export type RefundAction = keyof typeof refundActions
export type RefundActor = keyof typeof refundActors
export type RefundRequest = keyof typeof refundRequests
export type RefundBase = keyof typeof refundBases
