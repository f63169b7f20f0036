// Facts of a complaint about a malicious review: what speaks for malice, and what the shop can show.
// Promise: all are records: what nobody wrote down is not so.
import type { FactDeclaration } from '../../engine/declaration.js'
import { yesNo } from '../after-sale/yes-no.js'

export const complaintFacts = {
  ownOrder: {
    label: { zh: '本店订单', en: 'order of this shop' },
    kind: 'boolean',
    role: 'record',
    absent: true,
    ask: ['shop'],
    question: { zh: '请问这条评价来自本店的订单吗？', en: 'Does the review come from an order of this shop?' },
  },
  complaintState: {
    label: { zh: '已投诉情况', en: 'complaint about the review' },
    kind: 'enum',
    values: {
      pending: { zh: '审核中', en: 'pending' },
      upheld: { zh: '已成立', en: 'upheld' },
      rejected: { zh: '已驳回', en: 'rejected' },
    },
    none: true,
    role: 'record',
    ask: ['shop'],
    question: {
      zh: '请问对这条评价投诉过吗，结果如何？没有请答“无”。',
      en: 'Was there a complaint about the review, and what came of it? "none" if there was none.',
    },
  },
  unlawfulWords: yesNo({ zh: '含违法言论', en: 'unlawful words' }, ['shop'], {
    zh: '请问评价里有黄赌毒暴等违法或违背公序良俗的言论吗？',
    en: 'Does the review hold words against the law or public decency?',
  }),
  benefitDemanded: yesNo({ zh: '借评价索要好处', en: 'benefit demanded for the review' }, ['shop'], {
    zh: '请问买家是否借中差评索要返现、优惠券或其他财物？',
    en: 'Did the buyer use the review to demand money, coupons or other benefits?',
  }),
  threatened: yesNo({ zh: '以评价相威胁', en: 'threatened with the review' }, ['shop'], {
    zh: '请问买家是否拿中差评相威胁？',
    en: 'Did the buyer threaten the shop with the review?',
  }),
  priceCutDemanded: yesNo({ zh: '借评价要求降价', en: 'price cut demanded for the review' }, ['shop'], {
    zh: '请问买家是否借中差评要求降价？',
    en: 'Did the buyer use the review to demand a lower price?',
  }),
  refundWithoutReturnDemanded: yesNo(
    { zh: '借评价要求不退货退款', en: 'refund without return demanded for the review' },
    ['shop'],
    {
      zh: '请问买家是否借中差评要求不退货就退款？',
      en: 'Did the buyer use the review to demand a refund without a return?',
    },
  ),
  untrueWords: yesNo({ zh: '与事实不符', en: 'untrue words' }, ['shop'], {
    zh: '请问评价里有与事实不符的负面内容吗？',
    en: 'Does the review say bad things that are not true?',
  }),
  byCompetitor: yesNo({ zh: '同行评价', en: 'by a competitor' }, ['shop'], {
    zh: '请问评价人是同行竞争者吗？',
    en: 'Does the review come from a competitor?',
  }),
  chatRecord: yesNo({ zh: '有聊天记录', en: 'chat record at hand' }, ['shop'], {
    zh: '请问有可以举证的聊天记录吗？',
    en: 'Is there a chat record to show?',
  }),
  evidencePictures: yesNo({ zh: '有图片凭证', en: 'pictures at hand' }, ['shop'], {
    zh: '请问有可以举证的图片吗？',
    en: 'Are there pictures to show?',
  }),
  evidenceLinks: yesNo({ zh: '有链接凭证', en: 'links at hand' }, ['shop'], {
    zh: '请问有可以举证的链接吗？',
    en: 'Are there links to show?',
  }),
  evidenceFalse: yesNo({ zh: '凭证虚假', en: 'evidence is false' }, ['shop', 'platform'], {
    zh: '请问举证材料里有虚假的吗？',
    en: 'Is any of the evidence false?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
