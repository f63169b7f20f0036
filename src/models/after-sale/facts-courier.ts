// Facts of parcels and couriers: what happened on the way, what the courier says, how a return is sent.
// Promise: plain values that keep their literal types. All are records: what nobody wrote down has not happened.

import type { FactDeclaration } from '../../engine/declaration.js'
import { yesNo } from './yes-no.js'

export const courierFacts = {
  logisticsProblem: {
    label: { zh: '物流问题', en: 'problem on the way' },
    kind: 'enum',
    values: {
      unreachable: { zh: '地址不到', en: 'address out of reach' },
      difficult: { zh: '疑难件', en: 'difficult parcel' },
      'no-service-point': { zh: '无点退回', en: 'came back, no service point there' },
      'no-tracking': { zh: '查不到物流', en: 'no tracking found' },
      'asked-back': { zh: '店铺要求退回', en: 'asked back by the shop' },
    },
    role: 'record',
    none: true,
    ask: ['courier', 'shop'],
    question: { zh: '请问快递路上出了什么问题？没有请答“无”。', en: 'What happened on the way? "none" if nothing.' },
  },
  refusedToSign: yesNo({ zh: '拒签', en: 'refused to sign' }, ['courier', 'buyer'], {
    zh: '请问包裹是否被拒签了？',
    en: 'Was the parcel refused instead of signed for?',
  }),
  piecesMissing: yesNo({ zh: '破包少件', en: 'pieces missing from the broken parcel' }, ['buyer', 'warehouse'], {
    zh: '请问破了的包裹里是否少了东西？',
    en: 'Were pieces missing from the broken parcel?',
  }),
  goodsDamaged: yesNo({ zh: '内物破损', en: 'goods inside damaged' }, ['buyer'], {
    zh: '请问破了的包裹里商品是否也坏了？',
    en: 'Were the goods inside the broken parcel damaged?',
  }),
  courierStatement: yesNo({ zh: '派件人证明', en: "delivery person's statement" }, ['courier', 'buyer'], {
    zh: '请问派件人开的证明拿到了吗？',
    en: "Is the delivery person's statement there?",
  }),
  courierConfirmed: {
    label: { zh: '快递确认', en: 'confirmed by the courier' },
    kind: 'enum',
    values: { damaged: { zh: '确认破损', en: 'damaged' }, lost: { zh: '确认遗失', en: 'lost' } },
    role: 'record',
    none: true,
    ask: ['courier'],
    question: {
      zh: '请问快递客服确认包裹破损还是遗失了？还没确认请答“无”。',
      en: 'Has the courier confirmed damage or loss? Please answer "none" if not yet.',
    },
  },
  courierReportFiled: yesNo({ zh: '已提交快递报告', en: 'reported to the courier' }, ['shop'], {
    zh: '请问破损或遗失报告已经提交给快递了吗？',
    en: 'Has the report been handed to the courier?',
  }),
  courierClaim: {
    label: { zh: '快递索赔', en: 'claim on the courier' },
    kind: 'enum',
    values: { agreed: { zh: '同意赔付', en: 'agreed' }, failed: { zh: '协商未果', en: 'could not be agreed' } },
    role: 'record',
    none: true,
    ask: ['courier', 'shop'],
    question: {
      zh: '请问和快递谈赔偿的结果如何？还没谈定请答“无”。',
      en: 'What came of the claim on the courier? Please answer "none" if nothing yet.',
    },
  },
  courierEnquiryDone: yesNo({ zh: '已查件', en: 'courier enquiry done' }, ['shop'], {
    zh: '请问已经向快递客服查过件了吗？',
    en: "Has the courier's desk been asked about the parcel?",
  }),
  parcelBack: yesNo({ zh: '包裹已退回', en: 'parcel is back' }, ['warehouse'], {
    zh: '请问发出的包裹是否已经退回店里？',
    en: 'Has the parcel that was sent come back to the shop?',
  }),
  resent: yesNo({ zh: '已重新发出', en: 'sent again' }, ['warehouse', 'shop'], {
    zh: '请问退回来的包裹重新发出了吗？',
    en: 'Has the parcel that came back been sent again?',
  }),
  shopSlip: yesNo({ zh: '客服过错', en: "customer service's slip" }, ['shop'], {
    zh: '请问包裹退回是不是客服的过错？',
    en: "Was it customer service's slip that the parcel came back?",
  }),
  emsNeeded: yesNo({ zh: '需补EMS差价', en: 'EMS costs extra' }, ['shop'], {
    zh: '请问这个地址改发EMS是否要补差价？',
    en: 'Does sending to this address by EMS cost extra?',
  }),
  emsExtraBorneBefore: yesNo({ zh: '已承担过EMS差价', en: 'EMS extra borne before' }, ['shop'], {
    zh: '请问店铺以前给这位买家承担过EMS差价吗？',
    en: 'Has the shop borne the EMS extra for this buyer before?',
  }),
  returnMethod: {
    label: { zh: '退货方式', en: 'how the return is sent' },
    kind: 'enum',
    values: {
      express: { zh: '快递', en: 'express' },
      sf: { zh: '顺丰', en: 'SF Express' },
      sto: { zh: '申通', en: 'STO Express' },
      ems: { zh: 'EMS', en: 'EMS' },
      'surface-mail': { zh: '平邮', en: 'surface mail' },
      'quick-mail': { zh: '快邮', en: 'quick mail' },
    },
    role: 'record',
    none: true,
    ask: ['warehouse', 'buyer'],
    question: { zh: '请问退货用什么方式寄的？还没寄请答“无”。', en: 'How was the return sent? "none" if not yet.' },
  },
  freightCollect: yesNo({ zh: '到付', en: 'freight collect' }, ['warehouse', 'courier'], {
    zh: '请问退货是运费到付吗？',
    en: 'Was the return sent freight collect?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
