// What is asked of a complaint: whether it may be raised, on which grounds, who handles it by when, how to answer it.
// Promise: yes, no, or what is still missing; evidence and tasks are the shop's own defence.
import type { QuestionDeclaration } from '../../engine/declaration.js'
import { deadlineQuestion } from '../deadlines/question.js'
import { deadlineWords } from './facts.js'

const DESK = 'complaint-desk'

export const questions = {
  eligible: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    label: { zh: '可否发起', en: 'may it be raised' },
    values: {
      no: { zh: '不可发起', en: 'no' },
      'not-yet': { zh: '尚缺条件', en: 'something is missing' },
      yes: { zh: '可以发起', en: 'yes' },
    },
  },
  lacks: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '发起尚缺', en: 'what is missing' },
    members: {
      negotiation: { label: { zh: '先与卖家协商', en: 'talking to the seller first' } },
      success: { label: { zh: '交易成功', en: 'that the trade has succeeded' } },
      'in-force': { label: { zh: '评价生效', en: 'that the review is in force' } },
      'seventy-two-hours': { label: { zh: '满七十二小时', en: 'that 72 hours have passed' } },
    },
  },
  grounds: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '维权理由', en: 'grounds' },
    members: {
      night: { label: { zh: '夜间联系', en: 'contact at night' } },
      density: { label: { zh: '密集联系', en: 'dense contact' } },
      threats: { label: { zh: '威胁', en: 'threats' } },
      insults: { label: { zh: '污辱', en: 'insults' } },
      competitor: { label: { zh: '同行竞争', en: 'competition' } },
      gain: { label: { zh: '谋取利益', en: 'gain' } },
      'cannot-ship': { label: { zh: '不能发货', en: 'the seller cannot ship' } },
      'over-seventy-two-hours': { label: { zh: '超过七十二小时', en: 'more than 72 hours' } },
      promise: { label: { zh: '未兑现承诺', en: 'a promise not kept' } },
      payment: { label: { zh: '拒绝官方付款', en: 'official payment refused' } },
      duty: { label: { zh: '拒绝售后', en: 'after-sale duty refused' } },
    },
  },
  handledBy: {
    kind: 'choice',
    stage: 'settle',
    label: { zh: '由谁处理', en: 'who handles it' },
    values: { platform: { zh: '平台客服', en: "the platform's staff" } },
  },
  evidence: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '申诉凭证', en: 'evidence for the defence' },
    members: {
      'chat-record': { label: { zh: '完整聊天记录截图', en: 'full chat record' } },
      'evidence-number': { label: { zh: '旺旺举证号', en: 'evidence number of the messenger' } },
      'site-messages': { label: { zh: '站内信截屏', en: 'site messages' } },
      'text-messages': { label: { zh: '手机短信照片', en: 'photos of text messages' } },
      'call-list': { label: { zh: '通话清单', en: 'list of calls' } },
    },
  },
  tasks: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '任务', en: 'tasks' },
    members: {
      'contact-complainer': { label: { zh: '马上联系维权方', en: 'contact the complainer at once' }, by: DESK },
      explain: { label: { zh: '作出合理解释并提供凭证', en: 'explain, with evidence' }, by: DESK },
      'appeal-to-platform': {
        label: {
          zh: '向平台举证，注明会员名、订单编号、事由',
          en: 'evidence to the platform: member name, order number, reason',
        },
        by: DESK,
      },
    },
  },
  deadlines: deadlineQuestion('settle', deadlineWords, {
    raise: { label: { zh: '发起截止', en: 'raise by' } },
    ship: { label: { zh: '发货期限', en: 'ship by' } },
    handle: { label: { zh: '平台处理期限', en: 'the platform handles it by' } },
  }),
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
