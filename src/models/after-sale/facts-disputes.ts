// Facts that the platform's rules on disputes ask about: who did not keep to what, what cannot be sent back.
// Promise: plain values that keep their literal types. All are records: what nobody wrote down has not happened.

import type { FactDeclaration } from '../../engine/declaration.js'
import { rarely } from './yes-no.js'

export const disputeFacts = {
  returnImpossible: rarely({ zh: '无法退回', en: 'cannot be sent back' }, ['shop', 'buyer'], {
    zh: '请问商品是否已经无法退回？',
    en: 'Is it impossible to send the goods back?',
  }),
  returnHelp: {
    label: { zh: '难退商品协助', en: 'help with goods hard to return' },
    kind: 'enum',
    values: {
      'seller-refused': { zh: '卖家不协助', en: 'the seller gives none' },
      'buyer-refused': { zh: '买家不配合', en: 'the buyer accepts none' },
    },
    role: 'record',
    none: true,
    usual: 'none',
    ask: ['shop', 'platform'],
    question: {
      zh: '请问难以退回的商品，是卖家不肯协助，还是买家不肯配合？都没有请答“无”。',
      en: 'Goods hard to return: does the seller refuse help, or the buyer? "none" if neither.',
    },
  },
  returnBreach: {
    label: { zh: '退货违约方', en: 'who broke the agreement on the return' },
    kind: 'enum',
    values: { seller: { zh: '卖家违约', en: 'seller' }, buyer: { zh: '买家违约', en: 'buyer' } },
    role: 'record',
    none: true,
    usual: 'none',
    ask: ['shop', 'platform'],
    question: {
      zh: '请问约好的退货，有哪一方没有照办？没有请答“无”。',
      en: 'Which party did not keep to the agreed return? "none" if neither.',
    },
  },
  // Late, or after the buyer had asked for a refund.
  shippedWithoutConsent: rarely({ zh: '未经同意发货', en: 'shipped without consent' }, ['shop'], {
    zh: '请问是否超过时限或买家已申请退款，没经同意仍然发了货？',
    en: 'Were the goods shipped late or after a request for a refund, without consent?',
  }),
  mergedParcel: rarely({ zh: '擅自合并发货', en: 'orders merged without consent' }, ['shop', 'warehouse'], {
    zh: '请问是否没经同意把几笔订单合在一个包裹里发？',
    en: 'Were several orders put into one parcel without consent?',
  }),
  leftWithoutConsent: rarely(
    { zh: '擅自放代收点', en: 'left at a pick-up point without consent' },
    ['courier', 'buyer'],
    {
      zh: '请问包裹是否没经同意放在代收点或交给别人？',
      en: 'Was the parcel left at a pick-up point or with others without consent?',
    },
  ),
  promisedCarrierNotUsed: rarely({ zh: '未用约定快递', en: 'not sent by the carrier agreed on' }, ['shop'], {
    zh: '请问是否没有用约定的快递发货？',
    en: 'Was another carrier used than the one agreed on?',
  }),
  addressMistake: {
    label: { zh: '地址问题', en: 'mistake about the address' },
    kind: 'enum',
    values: {
      'buyer-wrong': { zh: '买家写错', en: 'given wrongly by the buyer' },
      'change-ignored': { zh: '改址未照办', en: 'an agreed change was not carried out' },
    },
    role: 'record',
    none: true,
    usual: 'none',
    ask: ['shop', 'courier'],
    question: {
      zh: '请问是买家写错了地址，还是约好改址没有照办？都没有请答“无”。',
      en: 'Did the buyer give a wrong address, or was an agreed change not carried out? "none" if neither.',
    },
  },
  // Somebody competent has found it; it is never inferred.
  counterfeit: rarely({ zh: '已认定假冒', en: 'found to be counterfeit' }, ['platform', 'shop'], {
    zh: '请问是否已认定商品假冒？',
    en: 'Has the item been found to be counterfeit?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
