// Facts of how far a complaint has been checked: what was compared, weighed, shown, found untrue.
// Promise: plain values that keep their literal types. All are records: what nobody wrote down has not been done.

import type { FactDeclaration } from '../../engine/declaration.js'
import { rarely, yesNo } from './yes-no.js'

export const checkFacts = {
  claimDisproved: rarely({ zh: '核实不属实', en: 'claim found untrue' }, ['warehouse', 'shop'], {
    zh: '请问核实或验货后，是否没有发现买家说的问题？',
    en: 'Was the problem the buyer reported looked for and not found?',
  }),
  photosRefused: yesNo({ zh: '不提供照片', en: 'photos refused' }, ['shop'], {
    zh: '请问买家是否明确不愿提供照片？',
    en: 'Has the buyer declined to send photos?',
  }),
  defectMinor: yesNo({ zh: '问题不明显', en: 'defect hardly visible' }, ['shop'], {
    zh: '请问质量问题是否不明显、买家自己就能处理？',
    en: 'Is the defect so slight that the buyer could mend it?',
  }),
  compensationRefused: yesNo({ zh: '不同意补偿', en: 'compensation refused' }, ['shop'], {
    zh: '请问买家是否不同意店铺提出的补偿？',
    en: "Has the buyer refused the shop's offer of compensation?",
  }),
  sameStyleReports: {
    label: { zh: '同款反映人数', en: 'buyers who reported the same style' },
    kind: 'integer',
    min: 0,
    max: 9999,
    unit: { zh: '人', en: 'buyers' },
    role: 'record',
    absent: 0,
    ask: ['shop'],
    question: { zh: '请问近期有几位买家反映这一款的同类问题？', en: 'How many buyers reported this style lately?' },
  },
  waybillWeightChecked: yesNo({ zh: '底单称重已核', en: 'waybill weight checked' }, ['shop', 'warehouse'], {
    zh: '请问底单上的称重核对过了吗？',
    en: 'Has the weight recorded on the waybill been checked?',
  }),
  packingListChecked: yesNo({ zh: '清单已核对', en: 'packing list compared' }, ['buyer', 'shop'], {
    zh: '请问是否已对照包裹里的发货清单核对过？',
    en: 'Has the parcel been compared with its packing list?',
  }),
  splitShipment: yesNo({ zh: '分单发货', en: 'sent in several parcels' }, ['warehouse', 'shop'], {
    zh: '请问这笔订单是否分几个包裹发出？',
    en: 'Was the order sent in several parcels?',
  }),
  onPackingList: yesNo({ zh: '清单上有', en: 'on the packing list' }, ['shop', 'buyer'], {
    zh: '请问缺的那件在发货清单上吗？',
    en: 'Is the missing piece on the packing list?',
  }),
  parcelIntact: yesNo({ zh: '包裹完好', en: 'parcel intact' }, ['buyer', 'courier'], {
    zh: '请问收到时快递包裹完好吗？',
    en: 'Was the parcel intact when it arrived?',
  }),
  extraItem: {
    label: { zh: '多发件态度', en: 'what the buyer says of the extra item' },
    kind: 'enum',
    values: {
      'will-return': { zh: '愿意退回', en: 'will send it back' },
      denies: { zh: '不承认', en: 'denies having it' },
      'will-not-return': { zh: '承认不退', en: 'has it and will not send it back' },
    },
    role: 'record',
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问买家对多发的那件怎么说：愿意退回、不承认，还是承认但不肯退？还没联系请答“无”。',
      en: 'What does the buyer say of the extra item? Please answer "none" if not yet.',
    },
  },
  pickupFailed: yesNo({ zh: '上门取件未成', en: 'collection failed' }, ['courier', 'shop'], {
    zh: '请问快递上门取件是否没有取成？',
    en: 'Did the collection at the door fail?',
  }),
  takenOffShelf: yesNo({ zh: '已下架', en: 'taken off the shelf' }, ['warehouse', 'shop'], {
    zh: '请问错发或多发的那款商品已经下架了吗？',
    en: 'Has the stock of the item sent by mistake been taken off the shelf?',
  }),
  pageMismatch: yesNo({ zh: '页面有误', en: 'page is wrong' }, ['shop'], {
    zh: '请问是否发现页面的价格、链接或图片与实际不符？',
    en: 'Was a price, link or picture on the page found to be wrong?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
