// Facts that statutory duties hang on: guarantees, non-conformity, promotions, deposits, fraud.
// Promise: plain values that keep their literal types. Nearly all are records; nothing grave is ever inferred from silence.

import type { FactDeclaration } from '../../engine/declaration.js'
import { rarely, usually, yesNo } from './yes-no.js'

const SHOP = ['shop'] as const

export const dutyFacts = {
  durable: usually(false, { zh: '耐用商品', en: 'durable goods' }, SHOP, {
    zh: '请问是机动车、计算机、电视机、电冰箱、空调、洗衣机这类耐用商品吗？',
    en: 'Are these durable goods such as a computer, television or washing machine?',
  }),
  threeGuarantees: usually(false, { zh: '三包商品', en: 'under the three guarantees' }, SHOP, {
    zh: '请问商品在国家三包（修理、更换、退货）目录内吗？',
    en: 'Are the goods on the national list of repair, replacement and return?',
  }),
  // What was bought under the guarantees is complained of for just that: no answer is the usual one.
  performanceFault: yesNo({ zh: '性能故障', en: 'malfunction' }, ['shop', 'warehouse'], {
    zh: '请问商品是否确有性能故障？',
    en: 'Was a malfunction found?',
  }),
  failedRepairs: {
    label: { zh: '修理后仍不合格次数', en: 'repairs that failed' },
    kind: 'integer',
    min: 0,
    max: 99,
    unit: { zh: '次', en: 'times' },
    role: 'record',
    absent: 0,
    ask: SHOP,
    question: {
      zh: '请问修理过几次仍不能正常使用？',
      en: 'How many repairs left the goods unfit for use?',
    },
  },
  repairDays: {
    label: { zh: '修理占用天数', en: 'days taken by repair' },
    kind: 'integer',
    min: 0,
    max: 3650,
    unit: { zh: '天', en: 'days' },
    role: 'record',
    absent: 0,
    usual: 0,
    ask: SHOP,
    question: { zh: '请问修理一共占用了多少天？', en: 'How many days did repairs take in all?' },
  },
  giftMissing: rarely({ zh: '赠品未退或损坏', en: 'gift missing or broken' }, ['warehouse', 'buyer'], {
    zh: '请问赠品是否没有退回或已损坏？',
    en: 'Was the gift not returned, or is it broken?',
  }),
  bundlePartlyReturned: rarely({ zh: '套装满减部分退货', en: 'part of a bundle returned' }, SHOP, {
    zh: '请问是否只退成套商品或满减活动中的一部分、退后不再享受优惠？',
    en: 'Is only a part of a set or promotion returned, so that the discount ends?',
  }),
  couponsUsed: rarely({ zh: '用券或积分', en: 'coupons or points used' }, SHOP, {
    zh: '请问付款时用了积分、代金券或优惠券吗？',
    en: 'Were points, vouchers or coupons used in payment?',
  }),
  otherMeansConsent: rarely({ zh: '同意改变退款方式', en: 'consents to another way of refund' }, ['buyer', 'shop'], {
    zh: '请问您明确同意不按原支付方式退款吗？',
    en: 'Do you expressly agree to a refund by other means than you paid with?',
  }),
  // Shipping was free on a condition that the return breaks.
  shippingConditionLost: rarely({ zh: '退后不满足包邮条件', en: 'free-shipping condition lost' }, SHOP, {
    zh: '请问是否为附条件包邮、退货后不再满足条件？',
    en: 'Was shipping free on a condition which the return breaks?',
  }),
  buyerChoseCarrier: rarely({ zh: '买家自选快递', en: 'carrier chosen by the buyer' }, ['shop', 'buyer'], {
    zh: '请问快递是您自己另行选定的吗？',
    en: 'Did you choose another carrier yourself?',
  }),
  officiallyNonConforming: rarely(
    { zh: '有关部门认定不合格', en: 'found non-conforming by an authority' },
    ['shop', 'platform'],
    {
      zh: '请问商品是否被有关行政部门依法认定为不合格？',
      en: 'Have the goods been found non-conforming by an authority?',
    },
  ),
  knewFlawBefore: rarely({ zh: '购买前已知瑕疵', en: 'flaw known before purchase' }, ['shop', 'buyer'], {
    zh: '请问您购买前已经知道这一瑕疵（且不违反强制性规定）吗？',
    en: 'Did you know of this flaw before buying (and does it break no mandatory rule)?',
  }),
  purposeDefeated: rarely({ zh: '合同目的落空', en: 'purpose of the contract defeated' }, SHOP, {
    zh: '请问问题是否严重到买这件商品的目的无法实现？',
    en: 'Is the defect so grave that the goods cannot serve their purpose?',
  }),
  fraudEstablished: rarely({ zh: '欺诈成立', en: 'fraud established' }, ['shop', 'platform'], {
    zh: '请问是否已认定经营者有欺诈行为？',
    en: 'Has fraud by the seller been established?',
  }),
  foodUnsafe: rarely({ zh: '食品不符安全标准', en: 'food below safety standards' }, ['shop', 'platform'], {
    zh: '请问是否已认定食品不符合食品安全标准？',
    en: 'Has the food been found to fall short of food-safety standards?',
  }),
  // Knowingly, also in the sense of the statute on food; a label flaw that misleads nobody is no case of it.
  sellerKnew: rarely({ zh: '卖家明知', en: 'the seller knew' }, ['shop', 'platform'], {
    zh: '请问是否已认定卖家明知？',
    en: 'Has it been established that the seller knew?',
  }),
  deposit: {
    label: { zh: '定金', en: 'deposit' },
    kind: 'money',
    role: 'record',
    none: true,
    absent: 'none',
    usual: 'none',
    ask: SHOP,
    question: {
      zh: '请问付了多少元定金？没有请答“无”（订金、押金不算定金）。',
      en: 'How many yuan of deposit (dingjin) were paid? "none" if none.',
    },
  },
  depositBreach: {
    label: { zh: '定金违约方', en: 'party in breach under the deposit' },
    kind: 'enum',
    values: { buyer: { zh: '买家违约', en: 'buyer' }, shop: { zh: '店铺违约', en: 'shop' } },
    role: 'record',
    none: true,
    usual: 'none',
    ask: SHOP,
    question: {
      zh: '请问约定了定金的交易是哪一方违约、致使合同目的不能实现？没有请答“无”。',
      en: 'Which party to the deposit broke the contract so that its purpose failed? "none" if neither.',
    },
  },
  contractPrice: {
    label: { zh: '合同价款', en: 'contract price' },
    kind: 'money',
    role: 'record',
    absent: { fact: 'paid' },
    ask: SHOP,
    question: { zh: '请问这笔订单约定的总价是多少元？', en: 'How many yuan is the price agreed in all?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
