// Facts of a review: where it stands, how good it is, what it holds, when it was written.
// Promise: plain values that keep their literal types. "None" says that there is no such grade, or not yet.
import type { FactDeclaration } from '../../engine/declaration.js'
import { shopTypes } from '../after-sale/terms.js'
import { yesNo } from '../after-sale/yes-no.js'
import { grades, platforms } from './terms.js'

export const reviewFacts = {
  platform: {
    label: { zh: '平台', en: 'platform' },
    kind: 'enum',
    values: platforms,
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问是哪个平台上的评价？', en: 'On which platform does the review stand?' },
  },
  shopType: {
    label: { zh: '店铺类型', en: 'shop type' },
    kind: 'enum',
    values: shopTypes,
    none: true,
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问是哪类淘宝店铺？不在淘宝请答“无”。',
      en: 'Which kind of Taobao shop is it? "none" where it is none.',
    },
  },
  // Kuaishou counts stars instead.
  rating: {
    label: { zh: '评价等级', en: 'grade of the review' },
    kind: 'enum',
    values: grades,
    none: true,
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问现在是好评、中评还是差评？没有评价或平台按星级评的请答“无”。',
      en: 'Is the review good, neutral or bad as it stands? "none" where there is none, or where stars are given.',
    },
  },
  stars: {
    label: { zh: '星级', en: 'stars' },
    kind: 'integer',
    min: 1,
    max: 5,
    unit: { zh: '星', en: 'stars' },
    none: true,
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问评了几星？没有评价或平台不按星级评的请答“无”。',
      en: 'How many stars were given? "none" where there is no review, or none with stars.',
    },
  },
  withContent: {
    label: { zh: '评价有内容', en: 'review has content' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['shop'],
    question: {
      zh: '请问评价里有文字、图片或视频吗？',
      en: 'Does the review hold text, a picture or a video?',
    },
  },
  pictures: {
    label: { zh: '评价图片数', en: 'pictures in the review' },
    kind: 'integer',
    min: 0,
    max: 99,
    unit: { zh: '张', en: 'pictures' },
    role: 'record',
    absent: 0,
    ask: ['shop'],
    question: { zh: '请问评价里有几张图片？', en: 'How many pictures does the review hold?' },
  },
  videos: {
    label: { zh: '评价视频数', en: 'videos in the review' },
    kind: 'integer',
    min: 0,
    max: 99,
    unit: { zh: '段', en: 'videos' },
    role: 'record',
    absent: 0,
    ask: ['shop'],
    question: { zh: '请问评价里有几段视频？', en: 'How many videos does the review hold?' },
  },
  inForce: {
    label: { zh: '评价已生效', en: 'review is in force' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['shop'],
    question: { zh: '请问评价已经生效了吗？', en: 'Is the review in force?' },
  },
  faultVerified: yesNo({ zh: '反映的问题属实', en: 'what the review says is true' }, ['shop'], {
    zh: '请问核实过了吗，评价反映的问题属实吗？',
    en: 'Was what the review says found to be true?',
  }),
  problemMentioned: yesNo({ zh: '好评里反映问题', en: 'good review mentions a problem' }, ['shop'], {
    zh: '请问好评里有没有反映售前或售后的问题？',
    en: 'Does the good review mention a problem before or after the sale?',
  }),
  finishedAt: {
    label: { zh: '交易成功时间', en: 'time the trade succeeded' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问交易是什么时间成功（订单完成）的？还没成功请答“无”。',
      en: 'When did the trade succeed? "none" if it has not.',
    },
  },
  reviewedAt: {
    label: { zh: '评价时间', en: 'time of the review' },
    kind: 'instant',
    role: 'circumstance',
    event: true,
    none: true,
    ask: ['shop'],
    question: {
      zh: '请问是什么时间评价的？还没评价请答“无”。',
      en: 'When was the review written? "none" if there is none.',
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
