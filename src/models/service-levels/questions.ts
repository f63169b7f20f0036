// What is asked of a shop's service: the day's rate of replies, conduct, content of messages, and its own promises.
// Promise: each answer is a rule's; figures of penalties come from dated parameters. What the platform punishes and what the
// shop promised is essential: while it is open, the case is.
import type { QuestionDeclaration } from '../../engine/declaration.js'
import { deadlineQuestion } from '../deadlines/question.js'
import { deadlineWords } from './facts.js'
import { penaltyQuestion } from './penalty.js'

// Each arises on Pinduoduo alone, whose rules answer it.
const ON_PINDUODUO = { fact: 'platform', operator: 'equal', value: 'pinduoduo' } as const
const found = <const F extends string>(fact: F) => ({ fact, operator: 'equal', value: true }) as const

export const questions = {
  replyRateLevel: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    label: { zh: '回复率考核', en: 'rate of replies' },
    values: {
      below: { zh: '不达标', en: 'below the floor' },
      'not-assessed': { zh: '不考核', en: 'not assessed' },
      met: { zh: '达标', en: 'met' },
    },
    arises: { all: [ON_PINDUODUO, { fact: 'usersAsked', operator: 'notEqual', value: 'none' }] },
  },
  conductLevel: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    label: { zh: '言行情节', en: 'gravity of the conduct' },
    values: {
      general: { zh: '一般', en: 'general' },
      serious: { zh: '严重', en: 'serious' },
      extreme: { zh: '特别严重', en: 'extreme' },
    },
    arises: {
      all: [
        ON_PINDUODUO,
        {
          any: [
            found('rudeWords'),
            found('junkMessages'),
            found('massMessages'),
            found('repeatedNightContact'),
            found('insultsOrThreats'),
            found('graveHarm'),
          ],
        },
      ],
    },
  },
  content: {
    kind: 'choice',
    stage: 'settle',
    essential: true,
    favour: 'later',
    label: { zh: '消息可否发送', en: 'may the message be sent' },
    values: { send: { zh: '可以发送', en: 'yes' }, refuse: { zh: '不得发送', en: 'no' } },
    arises: { all: [ON_PINDUODUO, found('messageDrafted')] },
  },
  penalties: penaltyQuestion,
  measures: {
    kind: 'members',
    stage: 'settle',
    label: { zh: '平台措施', en: 'what the platform may do' },
    members: {
      limits: { label: { zh: '限制店铺功能', en: "limit the shop's functions" } },
      'close-tool': { label: { zh: '关闭客服工具', en: 'close the chat tool' } },
      'end-contract': { label: { zh: '解除协议、终止合作', en: 'end the contract' } },
      'close-shop': { label: { zh: '关闭店铺、清退商家', en: 'close the shop' } },
      deposit: { label: { zh: '扣收全部保证金', en: 'take the whole deposit' } },
    },
  },
  broken: {
    kind: 'members',
    stage: 'settle',
    essential: true,
    label: { zh: '未兑现的承诺', en: 'promises not kept' },
    members: {
      'first-reply': { label: { zh: '首次回复超时', en: 'first reply too late' } },
      logistics: { label: { zh: '物流解决超时', en: 'logistics problem resolved too late' } },
      'night-shift': { label: { zh: '晚班交接没按时办完', en: 'what the night shift handed over not done in time' } },
      'return-parcel': { label: { zh: '退件没按时交售后', en: 'return not sent to after-sale in time' } },
      manners: { label: { zh: '夜间或密集联系', en: 'contact at night, or dense' } },
    },
  },
  deadlines: deadlineQuestion('settle', deadlineWords, {
    'first-reply': { label: { zh: '首次回复期限', en: 'first reply by' } },
    logistics: { label: { zh: '物流解决期限', en: 'resolve the logistics problem by' } },
    'night-shift': { label: { zh: '晚班交接办结期限', en: 'finish what the night shift handed over by' } },
    'return-parcel': { label: { zh: '退件交售后期限', en: 'send the return to after-sale by' } },
  }),
} as const satisfies Readonly<Record<string, QuestionDeclaration>>
