// Facts of what kind of goods were bought and in what state they come back, as the statutory rules on returns ask.
// Promise: plain values that keep their literal types. Most circumstances have a usual value, so that ordinary cases stay decided.

import type { FactDeclaration } from '../../engine/declaration.js'
import { usually, yesNo } from './yes-no.js'

export const intactnessFacts = {
  goodsKind: {
    label: { zh: '商品类别', en: 'kind of goods' },
    kind: 'enum',
    values: {
      general: { zh: '一般商品', en: 'general goods' },
      apparel: {
        zh: '服装鞋帽箱包玩具家纺家居',
        en: 'clothing, footwear, bags, toys, home textiles, household goods',
      },
      electronics: { zh: '电子电器', en: 'electronics and appliances' },
      food: { zh: '食品保健食品', en: 'food and health food' },
      cosmetics: { zh: '化妆品', en: 'cosmetics' },
      'medical-device': { zh: '医疗器械', en: 'medical devices' },
      contraceptive: { zh: '计生用品', en: 'contraceptives' },
      fresh: { zh: '鲜活易腐', en: 'fresh and perishable goods' },
      'digital-download': { zh: '在线下载数字商品', en: 'digital goods downloaded online' },
      media: { zh: '音像制品软件', en: 'audio, video and software on a carrier' },
      periodical: { zh: '报纸期刊', en: 'newspapers and periodicals' },
    },
    role: 'circumstance',
    usual: 'general',
    ask: ['shop'],
    question: { zh: '请问买的是哪一类商品？', en: 'What kind of goods were bought?' },
  },
  madeToOrder: usually(false, { zh: '定作商品', en: 'made to order' }, ['shop'], {
    zh: '请问商品是按买家要求定作的吗？',
    en: "Were the goods made to the buyer's order?",
  }),
  sealBroken: usually(false, { zh: '一次性密封已损', en: 'one-time seal broken' }, ['buyer', 'warehouse'], {
    zh: '请问必要的一次性密封包装拆损了吗？',
    en: 'Was the necessary one-time sealed packaging broken?',
  }),
  exclusionGround: {
    label: { zh: '不宜退货性质', en: 'nature unfit for a return' },
    kind: 'enum',
    values: {
      'safety-once-unsealed': {
        zh: '拆封后影响安全健康或品质',
        en: 'once unsealed, safety, health or quality suffers',
      },
      'value-drops-once-used': {
        zh: '激活或试用后价值贬损较大',
        en: 'loses much value once activated or tried',
      },
      'near-expiry-or-flawed': { zh: '已明示的临期或瑕疵商品', en: 'disclosed as near expiry or flawed' },
    },
    role: 'circumstance',
    none: true,
    usual: 'none',
    ask: ['shop'],
    question: {
      zh: '请问商品是否属于性质上不宜退货的一类？不属于请答“无”。',
      en: 'Are the goods of a kind unfit for a return? Please answer "none" if not.',
    },
  },
  // A box ticked beforehand is no confirmation.
  exclusionConfirmed: yesNo({ zh: '购买时已确认不退', en: 'exclusion confirmed at purchase' }, ['shop', 'platform'], {
    zh: '请问买家下单时是否就这一次购买单独确认过不适用无理由退货（默认勾选不算）？',
    en: 'Did the buyer confirm at this purchase that no-reason return does not apply (a pre-ticked box is none)?',
  }),
  personalUse: usually(true, { zh: '生活消费购买', en: 'bought for daily life' }, ['buyer', 'shop'], {
    zh: '请问是为生活消费购买的吗？',
    en: 'Were the goods bought for daily life?',
  }),
  // Neither has a usual value: goods fit for resale have neither, and of others no answer is the likelier one.
  usedBeyondInspection: {
    label: { zh: '超出查验试用', en: 'used beyond inspection' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['warehouse', 'buyer'],
    question: {
      zh: '请问商品的使用是否超出了查验和确认品质、功能所需？',
      en: 'Were the goods used beyond what checking their quality and function needs?',
    },
  },
  soiledOrDamaged: {
    label: { zh: '受污受损', en: 'soiled or damaged' },
    kind: 'boolean',
    role: 'circumstance',
    ask: ['warehouse', 'buyer'],
    question: { zh: '请问商品是否受污或受损？', en: 'Are the goods soiled or damaged?' },
  },
  alteredOrRelabelled: usually(
    false,
    { zh: '擅自改动或损毁标识', en: 'altered or marks damaged' },
    ['warehouse', 'buyer'],
    {
      zh: '请问商品是否被擅自维修、改动，或认证标志、铭牌、序列号被涂改破坏？',
      en: 'Were the goods repaired or altered, or a mark, rating plate or serial number damaged?',
    },
  ),
  dataTraces: usually(false, { zh: '激活或留有数据', en: 'activated or data left' }, ['warehouse', 'buyer'], {
    zh: '请问商品是否有激活、授权记录或留下个人数据？',
    en: 'Was the device activated or authorised, or was personal data left on it?',
  }),
  labelRemoved: usually(false, { zh: '商标吊牌已摘', en: 'label removed' }, ['buyer', 'warehouse'], {
    zh: '请问商标标识是否被摘、吊牌是否被剪？',
    en: 'Was the trademark label removed or the tag cut?',
  }),
} as const satisfies Readonly<Record<string, FactDeclaration>>
