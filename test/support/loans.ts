// A decision model that has nothing to do with after-sale: what a town library lends, and what an overdue loan costs.
// Promise: built from the public engine entry alone; docs/own-model.md tells a shorter form of it.
import { defineModel, NONE, type ValueSet } from '../../src/engine.js'

/** Days between two dates, as sets: from the fewest to the most that is possible, none while the loan is still out. */
function daysOverdue(due: ValueSet, back: ValueSet): ValueSet {
  const days = back[0] === NONE ? back.slice(2) : back
  const none = back[0] === NONE ? [NONE, NONE] : []
  const fewest = Number(days[0]) - Number(due.at(-1))
  const most = Number(days.at(-1)) - Number(due[0])
  return days.length === 0 ? none : [...none, Math.min(365, Math.max(0, fewest)), Math.min(365, Math.max(0, most))]
}

export const loans = defineModel({
  id: 'loans',
  title: { zh: '借阅', en: 'library loans' },
  clock: 'now',
  parties: { reader: { zh: '读者', en: 'reader' }, desk: { zh: '服务台', en: 'desk' } },
  facts: {
    now: {
      label: { zh: '现在', en: 'now' },
      kind: 'instant',
      role: 'circumstance',
      ask: ['desk'],
      question: { zh: '现在几点？', en: 'What time is it?' },
    },
    member: {
      label: { zh: '读者证', en: 'membership' },
      kind: 'enum',
      values: {
        child: { zh: '儿童证', en: 'child' },
        adult: { zh: '成人证', en: 'adult' },
        staff: { zh: '馆员证', en: 'staff' },
      },
      role: 'circumstance',
      ask: ['reader'],
      usual: 'adult',
      question: { zh: '您持哪种读者证？', en: 'Which card do you have?' },
    },
    item: {
      label: { zh: '馆藏', en: 'item' },
      kind: 'enum',
      values: {
        book: { zh: '图书', en: 'book' },
        film: { zh: '影片', en: 'film' },
        reference: { zh: '工具书', en: 'reference work' },
      },
      role: 'circumstance',
      ask: ['reader', 'desk'],
      question: { zh: '借的是什么？', en: 'What is it?' },
    },
    dueOn: {
      label: { zh: '应还日', en: 'due on' },
      kind: 'date',
      role: 'circumstance',
      ask: ['desk'],
      question: { zh: '哪天到期？', en: 'When is it due?' },
    },
    backOn: {
      label: { zh: '归还日', en: 'back on' },
      kind: 'date',
      none: true,
      role: 'record',
      ask: ['desk'],
      question: { zh: '哪天还的？', en: 'When did it come back?' },
    },
    lost: {
      label: { zh: '已遗失', en: 'lost' },
      kind: 'boolean',
      role: 'circumstance',
      ask: ['reader'],
      question: { zh: '遗失了吗？', en: 'Is it lost?' },
    },
    owed: {
      label: { zh: '欠费', en: 'fines owed' },
      kind: 'money',
      role: 'record',
      absent: '0.00',
      ask: ['desk'],
      question: { zh: '欠费多少元？', en: 'What is owed, in yuan?' },
    },
  },
  derived: {
    daysOverdue: {
      label: { zh: '逾期天数', en: 'days overdue' },
      kind: 'integer',
      min: 0,
      max: 365,
      none: true,
      from: ['dueOn', 'backOn'],
      derive: daysOverdue,
    },
  },
  settings: { owedLimit: { label: { zh: '欠费上限', en: 'limit of fines owed' }, kind: 'money', default: 20 } },
  questions: {
    mayBorrow: {
      kind: 'choice',
      stage: 'lend',
      essential: true,
      favour: 'later',
      label: { zh: '可否外借', en: 'may it be borrowed' },
      values: {
        no: { zh: '不可', en: 'no' },
        'in-house': { zh: '馆内阅览', en: 'in the reading room' },
        yes: { zh: '可以', en: 'yes' },
      },
    },
    fine: { kind: 'money', stage: 'lend', combine: 'greatest', label: { zh: '罚金', en: 'fine' } },
    tasks: {
      kind: 'members',
      stage: 'act',
      label: { zh: '事项', en: 'tasks' },
      members: {
        'collect-fine': { label: { zh: '收取罚金', en: 'collect the fine' }, by: 'desk' },
        'order-copy': { label: { zh: '补购一册', en: 'order another copy' }, by: 'desk' },
      },
    },
  },
  constraints: [
    {
      id: 'lost-is-not-back',
      text: { zh: '遗失的没有归还日', en: 'what is lost has not come back' },
      never: [
        { fact: 'lost', operator: 'equal', value: true },
        { fact: 'backOn', operator: 'notEqual', value: 'none' },
      ],
    },
  ],
  layers: {
    house: { label: { zh: '馆规', en: 'house rules' } },
    charter: { label: { zh: '章程', en: 'town charter' }, floor: true },
  },
  stages: ['lend', 'act'],
})

const header = (id: string, title: string, clause: string) => ({
  id,
  title,
  layer: id.slice(0, id.indexOf('/')),
  source: { document: 'handbook', clause, summary: title },
  effective: { from: '2020-01-01' },
})
const when = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const lend = (params: object) => ({ type: 'lend', params })

/** The rules as a folder of JSON files would hold them. */
export const handbook: readonly object[] = [
  {
    ...header('house/conditions/in-good-standing', '欠费未超限', '1'),
    conditions: { all: [when('owed', 'lessThanInclusive', { fact: 'owedLimit' })] },
  },
  {
    ...header('house/lending/collection', '图书和影片可外借', '2'),
    conditions: { all: [when('item', 'in', ['book', 'film'])] },
    event: lend({ mayBorrow: 'yes' }),
  },
  {
    ...header('house/lending/reference', '工具书只在馆内阅览', '3'),
    conditions: { all: [when('item', 'equal', 'reference')] },
    event: lend({ mayBorrow: 'in-house' }),
  },
  {
    ...header('house/lending/staff', '馆员可借工具书', '3'),
    exceptionTo: ['house/lending/reference'],
    conditions: { all: [when('item', 'equal', 'reference'), when('member', 'equal', 'staff')] },
    event: lend({ mayBorrow: 'yes' }),
  },
  {
    ...header('house/lending/owing', '欠费超限停借', '4'),
    exceptionTo: ['house/lending/collection', 'house/lending/staff', 'house/lending/reference'],
    conditions: { not: { condition: 'in-good-standing' } },
    event: lend({ mayBorrow: 'no' }),
  },
  {
    ...header('house/fines/overdue', '逾期罚金', '5'),
    conditions: { all: [when('daysOverdue', 'greaterThan', 0)] },
    event: lend({ fine: 2.5 }),
  },
  {
    ...header('house/fines/long-overdue', '逾期超过三十天', '5'),
    conditions: { all: [when('daysOverdue', 'greaterThan', 30)] },
    event: lend({ fine: 10 }),
  },
  {
    ...header('house/fines/lost', '遗失照价赔偿', '6'),
    conditions: { all: [when('lost', 'equal', true)] },
    event: lend({ fine: 45 }),
  },
  {
    ...header('house/acts/lost', '遗失补购', '6'),
    conditions: { all: [when('lost', 'equal', true)] },
    event: { type: 'act', params: { tasks: { 'order-copy': true } } },
  },
  {
    ...header('house/acts/collect', '停借时收取罚金', '7'),
    conditions: { all: [when('mayBorrow', 'equal', 'no')] },
    event: { type: 'act', params: { tasks: { 'collect-fine': true } } },
  },
  {
    ...header('charter/children', '儿童借书不得拒绝', '1'),
    mandatory: true,
    conditions: { all: [when('member', 'equal', 'child'), when('item', 'equal', 'book')] },
    event: lend({ mayBorrow: 'yes' }),
  },
]
