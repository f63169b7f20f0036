// Facts measured from a day's conversations: the day's counts, and the moments of one conversation.
// Promise: all are records, but for what no book shows by silence: the platform, what it is about, the buyers answered in
// time. "None" says that there is no such count, or that it has not happened.
import type { FactDeclaration } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { platforms } from '../reviews/terms.js'
import { abouts } from './terms.js'

const PERSONS = { zh: '人', en: 'buyers' } as const

function moment<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'instant', role: 'record', event: true, none: true, ask, question } as const
}

export const measuredFacts = {
  platform: {
    label: { zh: '平台', en: 'platform' },
    kind: 'enum',
    values: platforms,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问是哪个平台的店铺？', en: 'On which platform is the shop?' },
  },
  usersAsked: {
    label: { zh: '咨询用户数', en: 'buyers who asked' },
    kind: 'integer',
    min: 0,
    max: 10_000_000,
    unit: PERSONS,
    role: 'record',
    none: true,
    absent: 'none',
    ask: ['shop'],
    question: {
      zh: '请问当天 8:00 至 23:00 有多少用户来咨询？没有统计请答“无”。',
      en: 'How many buyers wrote between 8:00 and 23:00? "none" if nobody counted.',
    },
  },
  // A figure nobody counted is no zero: unwritten it stays unknown, whatever is complete.
  usersAnswered: {
    label: { zh: '有效回复用户数', en: 'buyers answered in time' },
    kind: 'integer',
    min: 0,
    max: 10_000_000,
    unit: PERSONS,
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问其中有多少用户的消息都在一小时内得到回复？',
      en: 'How many of them were answered within an hour each time?',
    },
  },
  about: {
    label: { zh: '来意', en: 'what it is about' },
    kind: 'enum',
    values: abouts,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问买家来谈的是什么事？', en: 'What does the buyer write about?' },
  },
  askedAt: moment({ zh: '买家来消息时间', en: 'time the buyer wrote' }, ['shop'], {
    zh: '请问买家是什么时间来的消息？没有请答“无”。',
    en: 'When did the buyer write? "none" if never.',
  }),
  repliedAt: moment({ zh: '首次回复时间', en: 'time of the first reply' }, ['shop'], {
    zh: '请问是什么时间首次回复的？还没回复请答“无”。',
    en: 'When was the first reply? "none" if there is none yet.',
  }),
  resolvedAt: moment({ zh: '物流解决时间', en: 'time the logistics problem was resolved' }, ['shop'], {
    zh: '请问物流问题是什么时间解决的？还没解决请答“无”。',
    en: 'When was the logistics problem resolved? "none" if not yet.',
  }),
  handedOverAt: moment({ zh: '晚班交接时间', en: 'time the night shift handed over' }, ['shop'], {
    zh: '请问晚班是什么时间交接的？没有交接请答“无”。',
    en: 'When did the night shift hand it over? "none" if it did not.',
  }),
  handledAt: moment({ zh: '交接办结时间', en: 'time the matter handed over was done' }, ['shop'], {
    zh: '请问交接的事是什么时间办完的？还没办完请答“无”。',
    en: 'When was the matter done? "none" if not yet.',
  }),
  parcelArrivedAt: moment({ zh: '退件到仓时间', en: 'time the return arrived' }, ['warehouse', 'shop'], {
    zh: '请问退件是什么时间到仓的？没有退件请答“无”。',
    en: 'When did the return parcel arrive? "none" if there is none.',
  }),
  parcelPassedOnAt: moment(
    { zh: '退件交售后时间', en: 'time the return was sent to after-sale' },
    ['warehouse', 'shop'],
    {
      zh: '请问退件是什么时间交给售后的？还没交请答“无”。',
      en: 'When was it sent to after-sale? "none" if not yet.',
    },
  ),
  nightContacts: {
    label: { zh: '夜间联系次数', en: 'contacts at night' },
    kind: 'integer',
    min: 0,
    max: 10_000,
    unit: { zh: '次', en: 'times' },
    role: 'record',
    absent: 0,
    ask: ['shop'],
    question: {
      zh: '请问夜里（23:00 至 8:00）主动联系过买家几次？',
      en: 'How often was the buyer contacted at night, unasked?',
    },
  },
  messagesInARow: {
    label: { zh: '一小时内连发条数', en: 'messages in a row within an hour' },
    kind: 'integer',
    min: 0,
    max: 10_000,
    unit: { zh: '条', en: 'messages' },
    role: 'record',
    absent: 0,
    ask: ['shop'],
    question: {
      zh: '请问一小时之内、买家没有回话时，最多连着发过几条？',
      en: 'How many messages were sent in a row within an hour, the buyer not answering?',
    },
  },
  asOf: {
    label: { zh: '判定时间', en: 'time of the decision' },
    kind: 'instant',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问以什么时间为准来判定？', en: 'As of what time is the case to be decided?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
