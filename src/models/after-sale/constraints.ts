// What cannot be in any after-sale case, whatever the rules say.
// Promise: only the truly impossible; a case that says it all the same goes to a person, with the text given here.

import type { ConstraintDeclaration } from '../../engine/declaration.js'
import { contactConstraints } from './review-contact.js'

/** That an event lies before another is said for the pairs that follow from the trade; "none" breaks no order. */
export const constraints = [
  // Payment has no place in this order: cash on delivery is paid after shipment.
  {
    id: 'shipped-before-signed',
    text: { zh: '发货时间不能晚于签收时间', en: 'the time of shipment is no later than the time of signing' },
    order: ['shippedAt', 'signedAt'],
  },
  // A return received without a time of sending stays possible: complete records put an unwritten sending at "none".
  {
    id: 'return-sent-before-received',
    text: {
      zh: '退货寄出时间不能晚于退货签收时间',
      en: 'the return is sent no later than it is received',
    },
    order: ['returnShippedAt', 'returnReceivedAt'],
  },
  {
    id: 'signed-before-return-received',
    text: {
      zh: '签收时间不能晚于退货签收时间',
      en: 'the goods are signed for no later than their return is received',
    },
    order: ['signedAt', 'returnReceivedAt'],
  },
  {
    id: 'no-more-returned-than-bought',
    text: { zh: '退货件数不能多于购买件数', en: 'no more pieces are returned than were bought' },
    order: ['quantity', 'quantityBought'],
  },
  {
    id: 'free-shipping-no-postage-paid',
    text: { zh: '包邮商品的买家已付邮费只能是 0', en: 'with free shipping the buyer has paid no postage' },
    never: [
      { fact: 'freeShipping', operator: 'equal', value: true },
      { fact: 'postagePaid', operator: 'greaterThan', value: 0 },
    ],
  },
  {
    id: 'unpaid-no-payment-time',
    text: { zh: '等待买家付款时不能有付款时间', en: 'a trade waiting for payment has no time of payment' },
    never: [
      { fact: 'tradeState', operator: 'equal', value: 'WAIT_BUYER_PAY' },
      { fact: 'paidAt', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'unshipped-no-shipment-time',
    text: { zh: '未发货的交易不能有发货时间', en: 'a trade not yet shipped has no time of shipment' },
    never: [
      { fact: 'tradeState', operator: 'in', value: ['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS'] },
      { fact: 'shippedAt', operator: 'notEqual', value: 'none' },
    ],
  },
  // A trade not yet shipped has no time of shipment, and so none of signing either.
  {
    id: 'signed-needs-shipment',
    text: { zh: '没有发货就不能签收', en: 'a parcel that was not shipped cannot be signed for' },
    never: [
      { fact: 'shippedAt', operator: 'equal', value: 'none' },
      { fact: 'signedAt', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'refused-parcel-not-signed',
    text: { zh: '拒签的包裹不能有签收时间', en: 'a parcel that was refused has no time of signing' },
    never: [
      { fact: 'refusedToSign', operator: 'equal', value: true },
      { fact: 'signedAt', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'verified-or-disproved',
    text: {
      zh: '问题已核实与核实不属实不能同时为是',
      en: 'a problem found true was not found untrue',
    },
    never: [
      { fact: 'problemVerified', operator: 'equal', value: true },
      { fact: 'claimDisproved', operator: 'equal', value: true },
    ],
  },
  // What was used or spoilt, on the way back as well, is no longer fit for resale.
  {
    id: 'resaleable-not-used',
    text: {
      zh: '全新未使用的商品不会超出查验试用',
      en: 'unused goods were not used beyond inspection',
    },
    never: [
      { fact: 'resaleable', operator: 'equal', value: true },
      { fact: 'usedBeyondInspection', operator: 'equal', value: true },
    ],
  },
  {
    id: 'resaleable-not-spoilt',
    text: { zh: '受污受损的商品不会不影响二次销售', en: 'soiled or damaged goods are not fit for resale' },
    never: [
      { fact: 'resaleable', operator: 'equal', value: true },
      { fact: 'soiledOrDamaged', operator: 'equal', value: true },
    ],
  },
  // A full refund closes a trade even after it succeeded.
  {
    id: 'success-time-needs-success',
    text: {
      zh: '有交易成功时间的交易只能是交易成功或交易关闭',
      en: 'a trade with a time of success has succeeded, or was closed',
    },
    never: [
      { fact: 'finishedAt', operator: 'notEqual', value: 'none' },
      { fact: 'tradeState', operator: 'notIn', value: ['TRADE_FINISHED', 'TRADE_CLOSED'] },
    ],
  },
  // A refund that has ended stands in the way of no later request.
  {
    id: 'refund-under-way-needs-refund',
    text: {
      zh: '进行中的退款只能是仅退款或退货退款',
      en: 'a refund under way was a request for a refund',
    },
    never: [
      {
        fact: 'refundState',
        operator: 'in',
        value: [
          'WAIT_SELLER_AGREE',
          'SELLER_REFUSE_BUYER',
          'WAIT_BUYER_RETURN_GOODS',
          'WAIT_SELLER_CONFIRM_GOODS',
          'PLATFORM_INTERVENTION',
        ],
      },
      { fact: 'requested', operator: 'notIn', value: ['refund-only', 'return-and-refund'] },
    ],
  },
  {
    id: 'return-state-needs-return',
    text: {
      zh: '等待买家退货、买家已退货的退款只能是退货退款',
      en: 'a refund with a return was a request to return and refund',
    },
    never: [
      { fact: 'refundState', operator: 'in', value: ['WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS'] },
      { fact: 'requested', operator: 'notEqual', value: 'return-and-refund' },
    ],
  },
  {
    id: 'refund-state-needs-application',
    text: { zh: '有退款状态就必须已经申请', en: 'a refund that has a state has been applied for' },
    never: [
      { fact: 'refundState', operator: 'notEqual', value: 'none' },
      { fact: 'appliedAt', operator: 'equal', value: 'none' },
    ],
  },
  ...contactConstraints('reviewContacted'),
] as const satisfies readonly ConstraintDeclaration[]
