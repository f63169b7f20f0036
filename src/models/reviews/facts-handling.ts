// Facts of how the shop handles a review: the goods, the talk with the buyer, the reply it drafts, what it would promise.
// Promise: plain values that keep their literal types; texts fill remarks alone, and no rule reads them.
import type { FactDeclaration } from '../../engine/declaration.js'
import { reviewContactedAt } from '../after-sale/review-contact.js'
import { yesNo } from '../after-sale/yes-no.js'
import { rewards } from './terms.js'

export const handlingFacts = {
  resaleable: {
    label: { zh: '不影响二次销售', en: 'fit for resale' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['buyer', 'shop'],
    question: {
      zh: '请问商品还是全新、不影响二次销售吗（没穿过、没洗过）？',
      en: 'Are the goods still as new and fit for resale (not worn, not washed)?',
    },
  },
  buyerHostile: yesNo({ zh: '买家态度恶劣', en: 'buyer is hostile' }, ['shop'], {
    zh: '请问买家态度恶劣吗？',
    en: 'Is the buyer hostile?',
  }),
  contacted: yesNo({ zh: '已为评价联系', en: 'contacted about the review' }, ['shop'], {
    zh: '请问为这条评价联系过买家了吗？',
    en: 'Has the buyer been contacted about the review?',
  }),
  reviewContactedAt,
  replied: yesNo({ zh: '已回复评价', en: 'review was answered' }, ['shop'], {
    zh: '请问这条评价回复解释过了吗？',
    en: 'Has the review been answered?',
  }),
  rewardOffered: {
    label: { zh: '好评奖励', en: 'reward for a good review' },
    kind: 'enum',
    values: rewards,
    none: true,
    role: 'record',
    ask: ['shop'],
    question: {
      zh: '请问打算拿什么换好评（或换买家改成好评）？没有请答“无”。',
      en: 'What is to be given for a good review, or for changing it into one? "none" if nothing.',
    },
  },
  replyDrafted: yesNo({ zh: '已拟回复', en: 'reply drafted' }, ['shop'], {
    zh: '请问回复评价的话写好了吗？',
    en: 'Has a reply to the review been drafted?',
  }),
  replyUnlawful: yesNo({ zh: '回复含违法内容', en: 'reply holds unlawful content' }, ['shop'], {
    zh: '请问回复里有违反法律法规的内容吗？',
    en: 'Does the reply hold anything against the law?',
  }),
  replyAbusive: yesNo({ zh: '回复含辱骂', en: 'reply is abusive' }, ['shop'], {
    zh: '请问回复里有辱骂、恐吓或污言秽语吗？',
    en: 'Does the reply hold abuse, threats or foul words?',
  }),
  replyPrivate: yesNo({ zh: '回复泄露他人信息', en: 'reply gives away private data' }, ['shop'], {
    zh: '请问回复里泄露了他人信息吗？',
    en: "Does the reply give away another person's data?",
  }),
  replyLinks: yesNo({ zh: '回复含站外链接或联系方式', en: 'reply holds outside links or contacts' }, ['shop'], {
    zh: '请问回复里有其他店铺、商品的链接或联系方式吗？',
    en: 'Does the reply hold links to other shops or goods, or ways of contact?',
  }),
  replyCodes: yesNo({ zh: '回复含二维码或广告', en: 'reply holds codes or advertising' }, ['shop'], {
    zh: '请问回复里有二维码、店铺链接等广告吗？',
    en: 'Does the reply hold QR codes or other advertising?',
  }),
  replyRewards: yesNo({ zh: '回复许诺好评奖励', en: 'reply promises a reward for praise' }, ['shop'], {
    zh: '请问回复里用财物鼓励好评吗？',
    en: 'Does the reply encourage praise with money or goods?',
  }),
  handler: {
    label: { zh: '处理人', en: 'handler' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问这条评价由谁处理？', en: 'Who is handling the review?' },
  },
  reviewText: {
    label: { zh: '评价原文', en: 'text of the review' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问评价的原文是什么？', en: 'What does the review say?' },
  },
  progress: {
    label: { zh: '进展', en: 'progress' },
    kind: 'text',
    role: 'record',
    none: true,
    ask: ['shop'],
    question: { zh: '请问联系后的进展是什么？', en: 'What came of the contact?' },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>
