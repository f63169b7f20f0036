// Texts that remarks, reports and registers are filled with. No rule reads them; that a return has a waybill tells that it was sent.
// Promise: plain values that keep their literal types; a text that is not known leaves its slot open.

import type { FactDeclaration } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'

function text<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'text', role: 'record', none: true, ask, question } as const
}

export const textFacts = {
  handler: text({ zh: '处理人', en: 'handler' }, ['shop'], {
    zh: '请问这单由谁处理？',
    en: 'Who is handling the case?',
  }),
  returnContent: text({ zh: '退换内容', en: 'what is returned or exchanged' }, ['shop'], {
    zh: '请问退换的是什么商品？',
    en: 'What is being returned or exchanged?',
  }),
  result: text({ zh: '处理结果', en: 'what was done' }, ['shop'], {
    zh: '请问备注里怎么写处理结果？',
    en: 'How is what was done to be put in the remark?',
  }),
  waybill: text({ zh: '运单号', en: 'waybill number' }, ['shop'], {
    zh: '请问发货的运单号是多少？',
    en: 'What is the waybill number of the shipment?',
  }),
  newWaybill: text({ zh: '新单号', en: 'new waybill number' }, ['warehouse', 'shop'], {
    zh: '请问重新发出的快递单号是多少？',
    en: 'What is the waybill number of the parcel sent again?',
  }),
  returnWaybill: text({ zh: '退货单号', en: 'return waybill number' }, ['buyer', 'shop'], {
    zh: '请问寄回的快递单号是多少？还没寄出请答“无”。',
    en: 'What is the waybill number of the return parcel? Please answer "none" if not yet.',
  }),
  shopName: text({ zh: '店铺名', en: 'name of the shop' }, ['shop'], {
    zh: '请问报告里店铺怎么称呼？',
    en: 'By what name does the shop report?',
  }),
  shippedFrom: text({ zh: '发货地', en: 'sent from' }, ['shop'], {
    zh: '请问包裹从哪里发出？',
    en: 'Where was the parcel sent from?',
  }),
  destination: text({ zh: '派件地区', en: 'destination' }, ['shop'], {
    zh: '请问包裹发往哪里？',
    en: 'Where was the parcel sent to?',
  }),
  courierAgent: text({ zh: '快递工号', en: "courier agent's number" }, ['courier', 'shop'], {
    zh: '请问快递客服的工号是多少？',
    en: "What is the courier agent's number?",
  }),
  enquiry: text({ zh: '查件事项', en: 'what the courier was asked' }, ['shop'], {
    zh: '请问向快递问了什么事？',
    en: 'What was the courier asked?',
  }),
  enquiryResult: text({ zh: '查件结果', en: 'what the courier answered' }, ['shop', 'courier'], {
    zh: '请问查件的结果是什么？',
    en: 'What did the courier answer?',
  }),
  sku: text({ zh: '货号', en: 'article number' }, ['shop'], {
    zh: '请问商品的货号是多少？',
    en: 'What is the article number?',
  }),
  reviewText: text({ zh: '评价原文', en: 'text of the review' }, ['shop'], {
    zh: '请问评价的原文是什么？',
    en: 'What does the review say?',
  }),
  progress: text({ zh: '进展', en: 'progress' }, ['shop'], {
    zh: '请问联系后的进展是什么？',
    en: 'What came of the contact?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
