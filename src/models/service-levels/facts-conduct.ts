// Facts of one finding: how staff treated somebody, and what a message drafted for the platform's chat tool holds.
// Promise: all are records: what nobody found is not so.
import type { FactDeclaration } from '../../engine/declaration.js'
import { yesNo } from '../after-sale/yes-no.js'

const WHO = ['shop', 'platform'] as const
const SHOP = ['shop'] as const

export const conductFacts = {
  rudeWords: yesNo({ zh: '用语不文明', en: 'rude words' }, WHO, {
    zh: '请问客服有没有辱骂、人身攻击等不文明用语？',
    en: 'Did staff use abusive or insulting words?',
  }),
  junkMessages: yesNo({ zh: '垃圾信息或频繁联系', en: 'junk messages or frequent contact' }, WHO, {
    zh: '请问客服有没有发垃圾信息或频繁联系，引起反感？',
    en: 'Did staff send junk messages or contact somebody so often that it annoyed?',
  }),
  massMessages: yesNo({ zh: '大量垃圾信息', en: 'junk messages in great numbers' }, WHO, {
    zh: '请问客服有没有大量发送垃圾信息、频繁联系，影响他人正常生活？',
    en: "Did staff send so many messages that it disturbed somebody's life?",
  }),
  repeatedNightContact: yesNo({ zh: '多次深夜联系', en: 'repeated contact at night' }, WHO, {
    zh: '请问客服有没有多次在深夜、凌晨联系他人？',
    en: 'Did staff contact somebody repeatedly in the night?',
  }),
  insultsOrThreats: yesNo({ zh: '侮辱恐吓', en: 'insults or threats' }, WHO, {
    zh: '请问客服有没有通过短信、邮件、客服工具或评价回复侮辱、恐吓他人？',
    en: 'Did staff insult or threaten somebody by message, mail, the chat tool or a reply to a review?',
  }),
  graveHarm: yesNo({ zh: '情节特别严重的骚扰', en: 'harassment of the gravest kind' }, WHO, {
    zh: '请问有没有严重影响他人生活、造成极大伤害的行为，如邮寄冥币？',
    en: 'Was there conduct that gravely harmed somebody, such as mailing objects for the dead?',
  }),
  messageDrafted: yesNo({ zh: '已拟消息', en: 'message drafted' }, SHOP, {
    zh: '请问要用客服工具发的消息写好了吗？',
    en: 'Has a message for the chat tool been drafted?',
  }),
  outsideLinks: yesNo({ zh: '含第三方链接', en: 'outside links' }, SHOP, {
    zh: '请问消息里有平台以外的链接吗？',
    en: 'Does it hold links outside the platform?',
  }),
  accountNumbers: yesNo({ zh: '含银行或支付账号', en: 'bank or payment accounts' }, SHOP, {
    zh: '请问消息里有银行账号或支付账号吗？',
    en: 'Does it hold a bank or payment account?',
  }),
  codes: yesNo({ zh: '含二维码', en: 'QR codes' }, SHOP, {
    zh: '请问消息里有二维码吗？',
    en: 'Does it hold a QR code?',
  }),
  emailAddress: yesNo({ zh: '含电子邮箱', en: 'e-mail addresses' }, SHOP, {
    zh: '请问消息里有电子邮箱吗？',
    en: 'Does it hold an e-mail address?',
  }),
  storeAddress: yesNo({ zh: '含实体店地址', en: 'addresses of stores' }, SHOP, {
    zh: '请问消息里有实体店地址吗？',
    en: 'Does it hold the address of a store?',
  }),
  foreignAdvertising: yesNo({ zh: '含第三方广告', en: "others' advertising" }, SHOP, {
    zh: '请问消息里有第三方的广告吗？',
    en: "Does it hold others' advertising?",
  }),
  otherUse: yesNo({ zh: '客服工具另作他用', en: 'tool put to another use' }, SHOP, {
    zh: '请问客服工具用在客户服务以外的事上了吗？',
    en: 'Is the tool used for anything but customer service?',
  }),
  unlawfulContent: yesNo({ zh: '含违法或诋毁内容', en: 'unlawful or defaming content' }, SHOP, {
    zh: '请问消息里有违法内容，或诋毁平台、其他商家的话吗？',
    en: 'Does it hold unlawful content, or defame the platform or other merchants?',
  }),
  posesAsPlatform: yesNo({ zh: '冒充平台', en: 'poses as the platform' }, SHOP, {
    zh: '请问消息里冒充平台或平台工作人员吗？',
    en: 'Does it pose as the platform or its staff?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
