// What is done once the case is settled: the step of the refund, tasks, evidence, registers, remarks, deadlines.
// Promise: every task says who does it; nothing here changes what was settled.

import type { QuestionDeclaration } from '../../engine/declaration.js'
import { deadlineMembers, deadlineText, measureDeadline } from './deadline.js'
import { checkDeadline } from './deadline-term.js'
import { reportMembers } from './reports.js'
import { taskMembers } from './tasks.js'
import { shopRefundActions } from './terms.js'

export const handleQuestions = {
  // Only a refund that is under way takes a step.
  refundAction: {
    kind: 'choice',
    stage: 'handle',
    essential: true,
    label: { zh: '退款操作', en: 'step of the refund' },
    values: shopRefundActions,
    arises: {
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
  },
  tasks: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '任务', en: 'tasks' },
    members: taskMembers,
  },
  evidence: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '凭证', en: 'evidence' },
    members: {
      'defect-photos': { label: { zh: '问题照片', en: 'photos of the problem' } },
      'chat-record': { label: { zh: '聊天记录', en: 'chat record' } },
      'waybill-weight': { label: { zh: '底单称重', en: 'weight on the waybill' } },
      'scale-photo': { label: { zh: '全部物品称重照片', en: 'photo of everything on the scale' } },
      'courier-statement': { label: { zh: '派件人证明', en: "delivery person's statement" } },
      'trade-details': { label: { zh: '交易详情复印件', en: 'copy of the trade details' } },
      'waybill-copy': { label: { zh: '底单复印件', en: 'copy of the waybill' } },
      'sender-id': { label: { zh: '发件人身份证复印件', en: "copy of the sender's ID" } },
      'damage-photos': { label: { zh: '破损照片', en: 'photos of the damage' } },
    },
  },
  registers: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '登记', en: 'registers' },
    members: {
      'after-sale-register': { label: { zh: '售后登记表', en: 'after-sale register' } },
      'return-table': { label: { zh: '退货表', en: 'table of returns' } },
      'exchange-table': { label: { zh: '换货表', en: 'table of exchanges' } },
      'refund-table': { label: { zh: '退款表', en: 'table of refunds' } },
      'reship-table': { label: { zh: '补货表', en: 'table of reshipments' } },
      'enquiry-table': { label: { zh: '查件表', en: 'table of enquiries' } },
      'extension-table': { label: { zh: '延长收货表', en: 'table of extensions' } },
      'damage-table': { label: { zh: '破损登记簿', en: 'damage register' } },
      'complaint-table': { label: { zh: '维权表', en: 'table of complaints' } },
      'wrong-shipment-register': { label: { zh: '发错货文档', en: 'wrong-shipment register' } },
      'courier-compensation-register': { label: { zh: '丢件赔偿登记', en: 'courier-compensation register' } },
      'review-table': { label: { zh: '中差评处理表', en: 'table of neutral and bad reviews' } },
      'photo-archive': {
        label: { zh: '问题图片存档（以买家ID命名）', en: "photo archive, named with the buyer's id" },
      },
      'real-reason': { label: { zh: '退换真实原因', en: 'the real reason of the return' } },
    },
  },
  notify: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '通知', en: 'whom to tell' },
    members: {
      buyer: { label: { zh: '电话联系买家', en: 'phone the buyer' } },
      production: { label: { zh: '通知生产', en: 'tell production' } },
      operations: { label: { zh: '通知运营', en: 'tell operations' } },
      'warehouse-head': { label: { zh: '通知仓库主管', en: 'tell the head of the warehouse' } },
    },
  },
  remark: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '备注', en: 'remark' },
    members: {
      'return-or-exchange': { label: { zh: '退换货备注', en: 'remark of a return or exchange' } },
      'sent-again': { label: { zh: '重发备注', en: 'remark of a parcel sent again' } },
      enquiry: { label: { zh: '查件备注', en: 'remark of a courier enquiry' } },
      handled: { label: { zh: '处理结果备注', en: 'remark of what was done' } },
      review: { label: { zh: '评价备注', en: 'remark of a review' } },
      'review-progress': { label: { zh: '评价进展备注', en: 'remark of progress on a review' } },
    },
  },
  flag: {
    kind: 'choice',
    stage: 'handle',
    label: { zh: '旗帜', en: 'flag' },
    values: {
      grey: { zh: '灰', en: 'grey' },
      red: { zh: '红', en: 'red' },
      yellow: { zh: '黄', en: 'yellow' },
      green: { zh: '绿', en: 'green' },
      blue: { zh: '蓝', en: 'blue' },
      purple: { zh: '紫', en: 'purple' },
    },
  },
  reports: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '报告', en: 'reports' },
    members: reportMembers,
  },
  conduct: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '联系须知', en: 'how to contact the buyer' },
    members: {
      'not-at-night': { label: { zh: '夜间不联系', en: 'not at night' } },
      'not-densely': { label: { zh: '不密集联系', en: 'not densely' } },
    },
  },
  reply: {
    kind: 'choice',
    stage: 'handle',
    label: { zh: '答复方式', en: 'who answers the buyer' },
    values: {
      person: { zh: '转人工', en: 'a person' },
      automatic: { zh: '自动答复', en: 'automatic' },
    },
    review: 'person',
  },
  extendReceipt: {
    kind: 'integer',
    stage: 'handle',
    combine: 'greatest',
    // The lengths the platform offers.
    options: [3, 5, 7, 10],
    unit: { zh: '天', en: 'days' },
    label: { zh: '延长收货', en: 'extend the receiving time' },
  },
  deadlines: {
    kind: 'terms',
    stage: 'handle',
    combine: 'least',
    label: { zh: '期限', en: 'deadlines' },
    members: deadlineMembers,
    check: checkDeadline,
    measure: measureDeadline,
    say: deadlineText,
  },
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
