// What is asked of a review: its kind, what to offer, whether to complain, what a reply may hold, what to do by when.
// Promise: each answer is a rule's; members say who does what.
import type { QuestionDeclaration } from '../../engine/declaration.js'
import { deadlineQuestion } from '../deadlines/question.js'
import { deadlineWords } from './facts.js'
import { grades } from './terms.js'

const SERVICE = 'customer-service'

export const questions = {
  reviewKind: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    label: { zh: '评价类型', en: 'kind of review' },
    values: grades,
    arises: {
      any: [
        { fact: 'rating', operator: 'notEqual', value: 'none' },
        { fact: 'stars', operator: 'notEqual', value: 'none' },
      ],
    },
  },
  excess: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '评价超限', en: 'limits the review goes beyond' },
    members: {
      time: { label: { zh: '超过评价期', en: 'too late' } },
      pictures: { label: { zh: '图片过多', en: 'too many pictures' } },
      videos: { label: { zh: '视频过多', en: 'too many videos' } },
    },
  },
  offer: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '可提供', en: 'what may be offered' },
    members: {
      'return-or-exchange': { label: { zh: '退换货', en: 'return or exchange' } },
      'free-return-or-exchange': { label: { zh: '免费退换', en: 'return or exchange free of charge' } },
      vip: { label: { zh: '申请VIP', en: 'VIP standing' } },
      'gift-next-time': { label: { zh: '下次送礼物', en: 'a gift next time' } },
      'free-shipping-next-time': { label: { zh: '下次包邮', en: 'free shipping next time' } },
    },
  },
  conduct: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '须知', en: 'how to go about it' },
    members: {
      'not-tied-to-review': { label: { zh: '不以改评价为条件', en: 'never tied to changing the review' } },
      'keep-postage-low': { label: { zh: '尽量减少邮费支出', en: 'keep the postage low' } },
    },
  },
  complaint: {
    kind: 'choice',
    stage: 'settle',
    label: { zh: '可否投诉恶意评价', en: 'complaint about a malicious review' },
    values: {
      no: { zh: '不可投诉', en: 'not open' },
      'not-yet': { zh: '尚缺条件', en: 'something is missing' },
      yes: { zh: '可投诉', en: 'open' },
    },
  },
  complaintLacks: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '投诉尚缺', en: 'what the complaint lacks' },
    members: {
      evidence: { label: { zh: '凭证', en: 'evidence' } },
      'in-force': { label: { zh: '评价生效', en: 'that the review is in force' } },
      success: { label: { zh: '交易成功', en: 'that the trade has succeeded' } },
    },
  },
  complaintGrounds: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '投诉理由', en: 'grounds of the complaint' },
    members: {
      unlawful: { label: { zh: '违法言论', en: 'unlawful words' } },
      gain: { label: { zh: '谋取利益', en: 'gain' } },
      untrue: { label: { zh: '虚假不实', en: 'untrue' } },
      competitor: { label: { zh: '同行竞争', en: 'competition' } },
    },
  },
  complaintEvidence: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '投诉凭证', en: 'evidence for the complaint' },
    members: {
      'chat-record': { label: { zh: '聊天记录', en: 'chat record' } },
      pictures: { label: { zh: '图片', en: 'pictures' } },
      links: { label: { zh: '链接', en: 'links' } },
    },
  },
  reward: {
    kind: 'choice',
    stage: 'settle',
    favour: 'later',
    label: { zh: '好评返利', en: 'rewarding good reviews' },
    values: { allow: { zh: '可以做', en: 'may be done' }, refuse: { zh: '不做', en: 'refused' } },
    arises: { fact: 'rewardOffered', operator: 'notEqual', value: 'none' },
  },
  reply: {
    kind: 'choice',
    stage: 'settle',
    favour: 'later',
    label: { zh: '回复可否发出', en: 'may the reply be sent' },
    values: { send: { zh: '可以发出', en: 'yes' }, withhold: { zh: '不得发出', en: 'no' } },
    arises: { fact: 'replyDrafted', operator: 'equal', value: true },
  },
  sanctions: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '平台处理', en: 'what the platform may do' },
    members: {
      'take-down': { label: { zh: '商品下架', en: 'take the goods down' } },
      'delete-goods': { label: { zh: '商品删除', en: 'delete the goods' } },
      'close-cart': { label: { zh: '关闭购物车功能', en: 'close the cart' } },
      'ban-account': { label: { zh: '封禁账号', en: 'ban the account' } },
    },
  },
  tasks: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '任务', en: 'tasks' },
    members: {
      'phone-buyer': { label: { zh: '电话联系买家', en: 'phone the buyer' }, by: SERVICE },
      'ask-supervisor': { label: { zh: '向主管申请免费退换', en: 'ask for a free return or exchange' }, by: SERVICE },
      'answer-review': { label: { zh: '回复并解释评价', en: 'answer the review' }, by: SERVICE },
      'mend-fault': { label: { zh: '改进反映的问题', en: 'mend what the review names' }, by: 'shop' },
      'tell-buyer': { label: { zh: '把改进反馈给买家', en: 'tell the buyer what was mended' }, by: SERVICE },
    },
  },
  registers: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '登记', en: 'registers' },
    members: {
      'review-table': { label: { zh: '中差评处理表', en: 'table of neutral and bad reviews' } },
      'good-review-problems': { label: { zh: '好评问题汇总', en: 'problems named in good reviews' } },
    },
  },
  remark: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '备注', en: 'remark' },
    members: {
      review: { label: { zh: '评价备注', en: 'remark of a review' } },
      'review-progress': { label: { zh: '评价进展备注', en: 'remark of progress on a review' } },
    },
  },
  flag: {
    kind: 'choice',
    stage: 'settle',
    label: { zh: '旗帜', en: 'flag' },
    values: { purple: { zh: '紫', en: 'purple' } },
  },
  deadlines: deadlineQuestion('settle', deadlineWords, {
    review: { label: { zh: '评价截止', en: 'the buyer reviews by' } },
    reply: { label: { zh: '回复期限', en: 'reply by' } },
    handle: { label: { zh: '处理期限', en: 'handle by' } },
    change: { label: { zh: '修改评价截止', en: 'the buyer changes the review by' } },
    complain: { label: { zh: '投诉截止', en: 'complain by' } },
  }),
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
