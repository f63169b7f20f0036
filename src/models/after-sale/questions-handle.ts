// What is done once the case is settled: the step of the refund, tasks, evidence, registers, remarks, deadlines.
// Promise: every task says who does it; nothing here changes what was settled.

import type { QuestionDeclaration } from '../../engine/declaration.js'
import { checkDeadline, deadlineMembers, measureDeadline } from './deadline.js'
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
    members: {
      'guide-refund-application': {
        label: { zh: '引导买家申请退款', en: 'guide the buyer to apply for the refund' },
        by: 'customer-service',
      },
      'place-exchange-order': { label: { zh: '下换货单', en: 'place the exchange order' }, by: 'customer-service' },
      'ask-to-send-back': {
        label: { zh: '请买家寄回', en: 'ask the buyer to send the goods back' },
        by: 'customer-service',
      },
      'ask-return-waybill': {
        label: { zh: '请买家填写退货单号', en: 'ask the buyer to enter the return waybill' },
        by: 'customer-service',
      },
      'inspect-return': { label: { zh: '收货验货', en: 'receive and inspect the return' }, by: 'warehouse' },
      'ship-replacement': { label: { zh: '发出换货', en: 'ship the replacement' }, by: 'warehouse' },
      'hold-replacement': { label: { zh: '换货暂不发出', en: 'hold the replacement back' }, by: 'warehouse' },
      'ask-exchange-postage': {
        label: { zh: '催补换货邮费', en: 'ask for the postage of the exchange' },
        by: 'customer-service',
      },
      'ask-to-correct': {
        label: { zh: '请买家修改退款申请', en: 'ask the buyer to correct the refund application' },
        by: 'customer-service',
      },
      'confirm-refund': { label: { zh: '确认退款', en: 'confirm the refund' }, by: 'finance' },
      'pay-out': { label: { zh: '打款', en: 'pay out' }, by: 'finance' },
      'fill-paid-to-seller': {
        label: { zh: '告知买家填写支付给卖家的金额', en: 'tell the buyer what to enter as paid to the seller' },
        by: 'customer-service',
      },
      'settle-on-platform': {
        label: { zh: '提交小二介入', en: 'ask the platform to step in' },
        by: 'customer-service',
      },
      // What mending costs is not in the rules: it is agreed on with the buyer.
      'settle-repair-fee': {
        label: { zh: '协商修补费用', en: 'agree on the cost of mending and settle it' },
        by: 'customer-service',
      },
      'repay-postage': { label: { zh: '返还买家垫付邮费', en: 'repay the postage the buyer advanced' }, by: 'finance' },
    },
  },
  evidence: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '凭证', en: 'evidence' },
    members: {
      'defect-photos': { label: { zh: '问题照片', en: 'photos of the problem' } },
      'chat-record': { label: { zh: '聊天记录', en: 'chat record' } },
      'waybill-weight': { label: { zh: '底单称重', en: 'weight on the waybill' } },
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
    },
  },
  notify: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '通知', en: 'whom to tell' },
    members: {
      production: { label: { zh: '通知生产', en: 'tell production' } },
      operations: { label: { zh: '通知运营', en: 'tell operations' } },
      'warehouse-head': { label: { zh: '通知仓库主管', en: 'tell the head of the warehouse' } },
    },
  },
  remark: {
    kind: 'members',
    stage: 'handle',
    label: { zh: '备注', en: 'remark' },
    members: { 'return-or-exchange': { label: { zh: '退换货备注', en: 'remark of a return or exchange' } } },
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
  // The platform offers 3, 5, 7 and 10 days.
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
  },
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
