// Facts of the goods: their condition, how many there are, and what the checks of them showed.
// Promise: plain values that keep their literal types, so that the type of a case follows from them.

import type { FactDeclaration } from '../../engine/declaration.js'

export const goodsFacts = {
  resaleable: {
    label: { zh: '不影响二次销售', en: 'fit for resale' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer', 'warehouse'],
    question: {
      zh: '请问商品是否全新未使用、不影响二次销售？',
      en: 'Are the goods new and unused, so that they can be sold again?',
    },
  },
  accessoriesComplete: {
    label: { zh: '配件齐全', en: 'accessories complete' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer'],
    question: {
      zh: '请问商品、吊牌和配件都还齐全吗？',
      en: 'Are the goods, the tags and the accessories all still there?',
    },
  },
  signsOfWear: {
    label: { zh: '有穿着痕迹', en: 'signs of wear' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer', 'warehouse'],
    question: { zh: '请问商品有穿过或洗过的痕迹吗？', en: 'Do the goods show signs of having been worn or washed?' },
  },
  photosProvided: {
    label: { zh: '已提供照片', en: 'photos provided' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问买家已经提供问题照片了吗？', en: 'Has the buyer provided photos of the problem?' },
  },
  // Checked by whatever means the case has: photos, the weight on the waybill, an inspection.
  problemVerified: {
    label: { zh: '问题已核实', en: 'problem verified' },
    kind: 'boolean',
    role: 'record',
    ask: ['shop', 'warehouse'],
    question: {
      zh: '请问买家反映的问题核实属实了吗？',
      en: 'Has the problem the buyer reported been checked and found true?',
    },
  },
  inspectionPassed: {
    label: { zh: '验货通过', en: 'inspection passed' },
    kind: 'boolean',
    role: 'record',
    ask: ['warehouse'],
    question: {
      zh: '请问退回的包裹验货通过、与约定相符吗？',
      en: 'Was the returned parcel inspected and found as agreed?',
    },
  },
  quantityBought: {
    label: { zh: '购买件数', en: 'pieces bought' },
    kind: 'integer',
    min: 1,
    max: 9999,
    unit: { zh: '件', en: 'pieces' },
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问这款商品一共买了几件？', en: 'How many pieces of this item were bought?' },
  },
  // How many of them come back; none where it is not a matter of some of them: the whole line then.
  quantity: {
    label: { zh: '退货件数', en: 'pieces returned' },
    kind: 'integer',
    min: 1,
    max: 9999,
    unit: { zh: '件', en: 'pieces' },
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['buyer', 'shop'],
    question: {
      zh: '请问是否只退一部分？是的请写退几件，全部退请答“无”。',
      en: 'Are only some of the pieces returned, and how many? Please answer "none" if all are.',
    },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
