// Facts of the talk with the buyer: who wrote when, who is hard to reach, what reviews and complaints there are.
// Promise: plain values that keep their literal types. All are records: what nobody wrote down has not happened.

import type { FactDeclaration } from '../../engine/declaration.js'
import { reviewContactedAt } from './review-contact.js'
import { yesNo } from './yes-no.js'

export const contactFacts = {
  contactedFirst: {
    label: { zh: '申请前已联系', en: 'contacted the shop before applying' },
    kind: 'boolean',
    role: 'record',
    absent: true,
    ask: ['shop'],
    question: { zh: '请问买家申请之前联系过店铺吗？', en: 'Did the buyer contact the shop before applying?' },
  },
  buyerOffline: yesNo({ zh: '买家不在线', en: 'buyer is offline' }, ['shop'], {
    zh: '请问买家现在不在线吗？',
    en: 'Is the buyer offline?',
  }),
  buyerInHurry: yesNo({ zh: '买家急需', en: 'buyer is in a hurry' }, ['buyer', 'shop'], {
    zh: '请问是否急需先收到换的商品？',
    en: 'Is the replacement needed at once?',
  }),
  buyerChases: yesNo({ zh: '买家催件', en: 'buyer chases the parcel' }, ['shop'], {
    zh: '请问买家在催件吗？',
    en: 'Is the buyer asking where the parcel is?',
  }),
  trickyBuyer: yesNo({ zh: '棘手或有隐患', en: 'tricky or risky' }, ['shop'], {
    zh: '请问这位买家是否棘手，或处理中有隐患？',
    en: 'Is the buyer tricky, or is there a hidden risk?',
  }),
  fraudSuspected: yesNo({ zh: '疑似恶意', en: 'malice or fraud suspected' }, ['shop'], {
    zh: '请问是否怀疑恶意退货或欺诈？',
    en: 'Is a malicious return or fraud suspected?',
  }),
  keyAccount: yesNo({ zh: 'VIP客户', en: 'key account' }, ['shop'], {
    zh: '请问这位买家是需要回访的VIP客户吗？',
    en: 'Is the buyer a key account?',
  }),
  complaintRaised: yesNo({ zh: '有投诉', en: 'complaint raised' }, ['shop', 'platform'], {
    zh: '请问买家发起投诉或维权了吗？',
    en: 'Has the buyer raised a complaint?',
  }),
  reviewStanding: {
    label: { zh: '现有评价', en: 'review that stands' },
    kind: 'enum',
    values: { neutral: { zh: '中评', en: 'neutral' }, bad: { zh: '差评', en: 'bad' } },
    role: 'record',
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问这笔订单现在有中评或差评吗？没有请答“无”。',
      en: 'Does a neutral or bad review stand? "none" if not.',
    },
  },
  reviewContacted: yesNo({ zh: '已为评价联系', en: 'contacted about the review' }, ['shop'], {
    zh: '请问为这条评价联系过买家了吗？',
    en: 'Has the buyer been contacted about the review?',
  }),
  reviewContactedAt,
  newOrderPlaced: yesNo({ zh: '另拍付全款', en: 'new full-price order placed' }, ['shop', 'buyer'], {
    zh: '请问是否另拍了一单、付了全款？',
    en: 'Was a new order placed at full price instead?',
  }),
  packed: yesNo({ zh: '已打包', en: 'packed' }, ['warehouse'], {
    zh: '请问商品是否已经打好包、只是还没点发货？',
    en: 'Are the goods packed, though not yet marked as shipped?',
  }),
  shipmentCancelled: yesNo({ zh: '已撤单', en: 'shipment cancelled' }, ['warehouse', 'shop'], {
    zh: '请问仓库撤单了吗？已经打包的，件追回来了吗？',
    en: 'Has the shipment been cancelled, or the packed parcel been caught?',
  }),
  receiptDaysLeft: {
    label: { zh: '收货剩余天数', en: 'days of receiving time left' },
    kind: 'integer',
    min: 0,
    max: 365,
    unit: { zh: '天', en: 'days' },
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['shop'],
    question: {
      zh: '请问离自动确认收货还有几天？没有在计时请答“无”。',
      en: 'How many days until receipt counts as confirmed? "none" if none run.',
    },
  },
  contactedAt: {
    label: { zh: '买家联系时间', en: 'time the buyer wrote' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问买家是什么时间来联系的？没有联系请答“无”。',
      en: 'When did the buyer write? "none" if never.',
    },
  },
  handedOverAt: {
    label: { zh: '晚班交接时间', en: 'time the night shift handed over' },
    kind: 'instant',
    role: 'record',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问晚班是什么时间交接的？没有交接请答“无”。',
      en: 'When did the night shift hand it over? "none" if it did not.',
    },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
