// Facts that a complaint is grounded on: what the other side did or failed to do, and goods that are left out.
// Promise: all are records, no unless written once the records are complete, but for what only the parties know.
import type { FactDeclaration } from '../../engine/declaration.js'
import { yesNo } from '../after-sale/yes-no.js'
import { grades } from '../reviews/terms.js'
import { contacts } from './terms.js'

const BUYER = ['buyer', 'shop'] as const
const SHOP = ['shop'] as const

export const groundFacts = {
  negotiationFailed: yesNo({ zh: '与卖家协商未果', en: 'no agreement with the seller' }, BUYER, {
    zh: '请问和卖家协商过、没有谈成吗？',
    en: 'Was there no agreement with the seller?',
  }),
  received: {
    label: { zh: '实际已收到货', en: 'goods in fact received' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer', 'courier'],
    question: { zh: '请问货实际收到了吗？', en: 'Were the goods in fact received?' },
  },
  nightContact: yesNo({ zh: '半夜联系', en: 'contact at night' }, BUYER, {
    zh: '请问卖家在半夜联系过买家吗？',
    en: 'Did the seller contact the buyer at night?',
  }),
  denseContact: yesNo({ zh: '密集电话或短信', en: 'dense calls or messages' }, BUYER, {
    zh: '请问卖家密集地打电话或发短信吗？',
    en: 'Did the seller call or write densely?',
  }),
  threats: yesNo({ zh: '威胁性语言', en: 'threatening words' }, BUYER, {
    zh: '请问卖家用过威胁性的语言吗？',
    en: 'Did the seller use threatening words?',
  }),
  insults: yesNo({ zh: '污辱性语言', en: 'insulting words' }, BUYER, {
    zh: '请问卖家用过污辱性的语言吗？',
    en: 'Did the seller use insulting words?',
  }),
  rating: {
    label: { zh: '评价等级', en: 'grade of the review' },
    kind: 'enum',
    values: grades,
    role: 'record',
    none: true,
    ask: SHOP,
    question: {
      zh: '请问给的是好评、中评还是差评？没有请答“无”。',
      en: 'Is the review good, neutral or bad? "none" if there is none.',
    },
  },
  reviewInForce: yesNo({ zh: '评价已生效', en: 'review is in force' }, SHOP, {
    zh: '请问评价已经生效了吗？',
    en: 'Is the review in force?',
  }),
  byCompetitor: yesNo({ zh: '同行评价', en: 'by a competitor' }, SHOP, {
    zh: '请问评价人是同行竞争者吗？',
    en: 'Does the review come from a competitor?',
  }),
  threatened: yesNo({ zh: '以评价相威胁', en: 'threatened with the review' }, SHOP, {
    zh: '请问对方是否拿中差评相威胁？',
    en: 'Did the reviewer threaten the shop with the review?',
  }),
  priceCutDemanded: yesNo({ zh: '借评价要求降价', en: 'price cut demanded for the review' }, SHOP, {
    zh: '请问对方是否借中差评要求降价？',
    en: 'Did the reviewer demand a lower price?',
  }),
  refundWithoutReturnDemanded: yesNo(
    { zh: '借评价要求不退货退款', en: 'refund without return demanded for the review' },
    SHOP,
    { zh: '请问对方是否借中差评要求不退货就退款？', en: 'Did the reviewer demand a refund without a return?' },
  ),
  benefitDemanded: yesNo({ zh: '借评价索要财物', en: 'benefit demanded for the review' }, SHOP, {
    zh: '请问对方是否借中差评索要额外财物？',
    en: 'Did the reviewer demand money or goods?',
  }),
  cannotShip: yesNo({ zh: '卖家表示不能发货', en: 'seller says it cannot ship' }, BUYER, {
    zh: '请问卖家表示过不能发货吗？',
    en: 'Has the seller said that it cannot ship?',
  }),
  customMade: yesNo({ zh: '定制商品', en: 'custom-made' }, SHOP, {
    zh: '请问是定制商品吗？',
    en: 'Are the goods custom-made?',
  }),
  presale: yesNo({ zh: '预售商品', en: 'sold in advance' }, SHOP, {
    zh: '请问是预售商品吗？',
    en: 'Are the goods sold in advance?',
  }),
  specialDelivery: yesNo({ zh: '特定运送方式', en: 'special delivery' }, SHOP, {
    zh: '请问商品适用特定的运送方式吗？',
    en: 'Do the goods need a special way of delivery?',
  }),
  promiseRefused: yesNo({ zh: '拒绝页面承诺的服务', en: 'promised service refused' }, BUYER, {
    zh: '请问卖家拒绝提供商品页面上承诺的服务吗？',
    en: 'Does the seller refuse a service the page promises?',
  }),
  paymentRefused: yesNo({ zh: '拒绝官方付款方式', en: 'official payment refused' }, BUYER, {
    zh: '请问卖家拒绝平台指定的付款方式吗？',
    en: 'Does the seller refuse the official way of payment?',
  }),
  dutyRefused: yesNo({ zh: '拒绝承担售后服务', en: 'after-sale duty refused' }, BUYER, {
    zh: '请问卖家拒绝承担该由它承担的售后服务吗？',
    en: 'Does the seller refuse an after-sale duty of its own?',
  }),
  contact: {
    label: { zh: '与维权方联系', en: 'contact with the complainer' },
    kind: 'enum',
    values: contacts,
    role: 'record',
    absent: 'not-yet',
    ask: SHOP,
    question: { zh: '请问和维权方联系得怎么样？', en: 'How did contacting the complainer go?' },
  },
  denied: yesNo({ zh: '不存在该行为', en: 'the conduct is denied' }, SHOP, {
    zh: '请问店铺并没有对方说的行为吗？',
    en: 'Has the shop not done what it is accused of?',
  }),
  resultContested: yesNo({ zh: '对处理结果不满意', en: 'the result is contested' }, SHOP, {
    zh: '请问店铺对平台的处理结果不满意吗？',
    en: "Is the shop dissatisfied with the platform's result?",
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
