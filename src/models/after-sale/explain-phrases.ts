// The sentences a buyer reads.
// Promise: polite and plain; no word of rules, floors, flags or how the shop works inside.
import type { Text } from '../../engine/text.js'
import type { RefundBase } from './terms.js'

type Legs = 'outboundPostage' | 'returnPostage' | 'reshipPostage'

/** The legs as a buyer calls them, and the condition under which each is travelled. */
export const LEGS: Readonly<Record<Legs, { readonly name: Text; readonly where: Text }>> = {
  outboundPostage: {
    name: { zh: '发货邮费', en: 'the outbound postage' },
    where: { zh: '如果退货退款', en: 'If you return the goods for a refund' },
  },
  returnPostage: {
    name: { zh: '寄回邮费', en: 'the return postage' },
    where: { zh: '如果需要寄回', en: 'If the goods are sent back' },
  },
  reshipPostage: {
    name: { zh: '换货或补发寄出的邮费', en: 'the postage of the replacement' },
    where: { zh: '如果需要换货或补发', en: 'If we send a replacement' },
  },
}

export const IF_MET: Text = { zh: '如果可以办理', en: 'If your request can be met' }

export const BEARERS: Readonly<Record<'buyer' | 'split' | 'seller', Text>> = {
  buyer: { zh: '由您承担', en: 'is yours to pay' },
  split: { zh: '由您和我们各承担一半', en: 'is shared half and half between us' },
  seller: { zh: '由我们承担', en: 'is paid by us' },
}

export const VERDICTS: Readonly<Record<'accept' | 'offer' | 'refuse', Text>> = {
  accept: { zh: '您好，您的申请可以办理。', en: 'Hello, we can do what you asked for.' },
  offer: { zh: '您好，我们可以提供其他方案。', en: 'Hello, we can offer you another solution.' },
  refuse: {
    zh: '您好，很抱歉，您的申请不符合办理条件。',
    en: 'Hello, we are sorry, your request does not meet the conditions.',
  },
}

/** Solutions on offer that a buyer calls otherwise than the shop. */
export const OFFERS: Readonly<Record<string, Text>> = {
  repair: { zh: '自行修补（我们承担部分费用）', en: 'mending it yourself (we pay part)' },
  exchange: { zh: '换货', en: 'exchange' },
  return: { zh: '退货', en: 'return' },
}

/** Of an application that cannot be changed now, or need not be yet. */
export const LATER: Text = { zh: '，我们会再与您核对', en: '; we will settle this with you' }

export const GREETING: Text = { zh: '您好，您的申请我们已经收到。', en: 'Hello, we have received your request.' }
export const APOLOGY: Text = { zh: '给您添麻烦了，非常抱歉。', en: 'We are very sorry for the trouble.' }
export const COLLEAGUE: Text = {
  zh: '您的情况还需同事核实，会尽快答复您。',
  en: 'A colleague will look at your case and get back to you soon.',
}
export const CHECKING: Text = {
  zh: '其余情况我们正在核实，有结果后马上答复您。',
  en: 'We are checking the rest and will tell you the result.',
}
export const PRESUMED: Text = {
  zh: '以上按通常情况答复，如与实际不符请告诉我们。',
  en: 'Please tell us if yours is not the usual case.',
}
export const QUESTIONS: Text = { zh: '还想请您确认：', en: 'Please tell us:' }

/** A refund that is over: nothing more is promised of it. */
export const ENDED: Readonly<Record<string, Text>> = {
  SUCCESS: { zh: '您好，这笔退款已经完成。', en: 'Hello, this refund has been made.' },
  CLOSED: { zh: '您好，这笔退款申请已经关闭。', en: 'Hello, this refund application has been closed.' },
}

export const CAN_BE_DONE: Text = { zh: '您的申请能否办理', en: 'whether your request can be met' }
export const REFUND: Text = { zh: '退款金额', en: 'the refund' }
export const COMPENSATION: Text = { zh: '赔付金额', en: 'the compensation' }

/** What a refund is reckoned from, as a buyer would say it. */
export const BASES: Readonly<Record<RefundBase, Text>> = {
  none: { zh: '无退款', en: 'no refund' },
  'postage-only': { zh: '您已付的邮费', en: 'postage you paid' },
  difference: { zh: '协商的退款金额', en: 'amount agreed' },
  goods: { zh: '退回商品的实付金额', en: 'what you paid for the pieces returned' },
  share: { zh: '所涉商品的实付金额', en: 'what you paid for the pieces concerned' },
  'item-prices': { zh: '所退款商品的成交价', en: 'price of the pieces refunded' },
  full: { zh: '实付金额', en: 'amount you paid' },
}

/** What the shop does now: each pays what was applied for. */
export const ACTIONS: Readonly<Record<string, Text>> = {
  agree: { zh: '我们会同意您的退款申请。', en: 'We will agree to your refund application.' },
  'hand-to-finance': {
    zh: '退货已经收到，我们正在安排退款。',
    en: 'Your return has arrived and we are arranging the refund.',
  },
  'confirm-refund': { zh: '我们正在办理退款。', en: 'We are making the refund.' },
}

/** What the buyer is asked for, or told, before a claim is found true. */
export const ASKED: Readonly<Record<string, Text>> = {
  'ask-for-photos': { zh: '请您提供问题照片。', en: 'Please send us photos of the problem.' },
  'ask-to-weigh': { zh: '请您把收到的全部物品称重并拍照。', en: 'Please weigh all that came and take a photo.' },
  'tell-split-shipment': { zh: '您的订单还有一个包裹在路上。', en: 'Another parcel of your order is on its way.' },
  'ask-to-send-in': {
    zh: '请您把商品寄回，我们检验后答复您。',
    en: 'Please send the goods back; we will inspect them and answer.',
  },
}

const AGAIN: Text = { zh: '我们会安排为您再寄一个包裹。', en: 'We will send you another parcel.' }

/** What is told of a task, in the order it is read. */
export const TASKS: Readonly<Record<string, Text>> = {
  'ask-return-waybill': {
    zh: '寄出后请填写退货快递单号。',
    en: 'Once it is sent, please enter the return waybill.',
  },
  'ask-invoice-back': {
    zh: '请退回发票，退回的不扣税点。',
    en: 'Please send the invoice back: then no tax is deducted.',
  },
  'refuse-return-parcel': {
    zh: '这样寄的包裹我们不能收。',
    en: 'We cannot accept a parcel sent this way.',
  },
  'inspect-return': { zh: '退货已经收到，我们会验货。', en: 'Your return has arrived; we will inspect it.' },
  'reship-missing': AGAIN,
  resend: AGAIN,
  'tell-new-waybill': {
    zh: '包裹因快递不到被退回，新单号会告诉您。',
    en: 'The courier could not reach you; we will tell you the new waybill.',
  },
  'ship-replacement': { zh: '我们会安排为您寄出换货商品。', en: 'We will send you the replacement.' },
  'tell-to-choose-ems': { zh: '下次下单请您选择 EMS。', en: 'Next time, please choose EMS when you order.' },
  'contact-courier': {
    zh: '我们马上联系快递查询，有结果告诉您。',
    en: 'We are asking the courier at once and will tell you the result.',
  },
}

/** How a refund is applied for; the first that there is counts. */
export const APPLY: Readonly<Record<string, Text>> = {
  'tell-to-reapply': {
    zh: '请您重新申请退款，或请平台客服重开。',
    en: 'Please apply for the refund again, or ask the platform to reopen it.',
  },
  'tell-to-apply-received': {
    zh: '请您在订单中申请退款，选择“收到宝贝要退货”。',
    en: 'Please apply for the refund in your order, as received and to be returned.',
  },
  'guide-refund-application': { zh: '请您在订单中申请退款。', en: 'Please apply for the refund in your order.' },
}

export const STEPS = {
  platform: { zh: '我们会请平台介入。', en: 'We will ask the platform to step in.' },
  decides: { zh: '平台已介入，由平台判定。', en: 'The platform will decide.' },
} as const satisfies Readonly<Record<string, Text>>

/** Whether the buyer has paid for the return, by whether it was sent. */
const REPAID = {
  yes: { zh: '您垫付了寄回邮费，', en: 'You advanced the return postage;' },
  no: { zh: '寄回邮费请您先垫付，之后', en: 'Please advance the return postage;' },
  unknown: { zh: '寄回邮费由您垫付的，', en: 'If you advance the return postage,' },
} as const

export const say = {
  offers: (options: Text): Text => ({ zh: `可选方案：${options.zh}。`, en: `You can choose: ${options.en}.` }),
  leg: (name: Text, bearer: Text): Text => ({ zh: `${name.zh}${bearer.zh}`, en: `${name.en} ${bearer.en}` }),
  provided: (where: Text, what: Text): Text => ({ zh: `${where.zh}，${what.zh}。`, en: `${where.en}, ${what.en}.` }),
  refund: (amount: string, made: Text): Text => ({
    zh: `退款金额 ${amount} 元${made.zh}。`,
    en: `Your refund is ${amount} yuan${made.en}.`,
  }),
  repay: (amount: string | undefined, by: Text | undefined, sent: 'yes' | 'no' | 'unknown'): Text => ({
    zh: `${REPAID[sent].zh}我们返还给您${amount === undefined ? '' : ` ${amount} 元`}${by === undefined ? '' : `（${by.zh}）`}。`,
    en: `${REPAID[sent].en} we will repay ${amount === undefined ? 'you' : `${amount} yuan`}${by === undefined ? '' : ` (${by.en})`}.`,
  }),
  covered: ({ zh, en }: Text): Text => ({
    zh: `寄回邮费可用${zh}，以其限额为准。`,
    en: `The return postage may be covered by ${en}, up to its limit.`,
  }),
  paidOnArrival: (amount: string): Text => ({
    zh: `退件的邮费 ${amount} 元到货时由我们代付了，请您补给我们。`,
    en: `We paid ${amount} yuan of postage when your return arrived; please pay us back.`,
  }),
  address: (noCash: boolean): Text => ({
    zh: `请按我们给的地址用快递或EMS寄回，除顺丰、申通外不要到付${noCash ? '，包裹里不要放现金' : ''}。`,
    en: `Please send it to the address we give you by express or EMS, freight collect by SF or STO only${noCash ? ', with no cash in the parcel' : ''}.`,
  }),
  outOfStock: (hasChoice: boolean): Text => ({
    zh: `您订的商品缺货${hasChoice ? '，可以换其他款，也可以退款' : ''}。`,
    en: `What you ordered is out of stock${hasChoice ? ': you can choose another item or a refund' : ''}.`,
  }),
  compensate: (amount: string): Text => ({
    zh: `我们另外赔付您 ${amount} 元。`,
    en: `We will also pay you ${amount} yuan in compensation.`,
  }),
  topUp: (amount: string | undefined, by: Text | undefined): Text => ({
    zh: `换货寄出的邮费${amount === undefined ? '' : ` ${amount} 元`}请您${by === undefined ? '补上' : `通过${by.zh}补上`}。`,
    en: `Please pay the postage of the replacement${amount === undefined ? '' : `, ${amount} yuan`}${by === undefined ? '' : ` (${by.en})`}.`,
  }),
  dearer: (amount: string | undefined): Text => ({
    zh: `换的商品更贵，差价${amount === undefined ? '' : ` ${amount} 元`}请您补上。`,
    en: `The replacement costs more; please pay the difference${amount === undefined ? '' : `, ${amount} yuan`}.`,
  }),
  cheaper: (amount: string | undefined): Text => ({
    zh: `换的商品便宜，差价${amount === undefined ? '' : ` ${amount} 元`}我们退给您。`,
    en: `The replacement costs less; we will pay you the difference${amount === undefined ? '' : `, ${amount} yuan`}.`,
  }),
  /** The application is for another amount than is due. */
  differs: (applied: string | undefined, then: Text): Text => ({
    zh: `您申请的${applied === undefined ? '金额' : `是 ${applied} 元，`}与应退金额不一致${then.zh}。`,
    en: `You applied for ${applied === undefined ? 'another amount than is due' : `${applied} yuan, which is not the amount due`}${then.en}.`,
  }),
  /** What the buyer does about it, where he is asked to; `refused` where it is turned down for that. */
  change: (amount: string | undefined, refused: boolean): Text => ({
    zh: `${refused ? '，我们暂时无法同意' : ''}；请先${amount === undefined ? '修改申请的金额' : `把申请的金额改为 ${amount} 元`}`,
    en: `${refused ? ', so we cannot agree to it' : ''}; please change it${amount === undefined ? '' : ` to ${amount} yuan`} first`,
  }),
  enter: (entered: string): Text => ({
    zh: `退款申请中“支付给卖家的金额”请填写 ${entered} 元。`,
    en: `In the refund form, please enter ${entered} yuan as paid to the seller.`,
  }),
  /** Whether the application is for the amount due is not known. */
  checkApplied: (amount: string): Text => ({
    zh: `请您核对退款申请的金额，应为 ${amount} 元；不一致的请先修改。`,
    en: `Please check that you applied for ${amount} yuan, or change it first.`,
  }),
  correct: (amount: string | undefined): Text => ({
    zh: `请您修改退款申请${amount === undefined ? '' : `，退款金额填写 ${amount} 元`}。`,
    en: `Please correct your refund application${amount === undefined ? '' : `: the refund is ${amount} yuan`}.`,
  }),
  extended: (days: number): Text => ({
    zh: `我们会为您延长收货时间 ${days} 天。`,
    en: `We will extend your receiving time by ${days} days.`,
  }),
  payOut: (term: Text, lastDay: string | undefined): Text => ({
    zh: `${term.zh}为您办理退款${lastDay === undefined ? '' : `，最迟 ${lastDay}`}。`,
    en: `The refund is made ${term.en}${lastDay === undefined ? '' : `, by ${lastDay}`}.`,
  }),
  enterWaybill: (term: Text, lastDay: string | undefined): Text => ({
    zh: `请在${term.zh}填写退货快递单号${lastDay === undefined ? '' : `，最迟 ${lastDay}`}。`,
    en: `Please enter the return waybill ${term.en}${lastDay === undefined ? '' : `, by ${lastDay}`}.`,
  }),
  borneBy: (name: Text): Text => ({ zh: `${name.zh}由谁承担`, en: `who pays ${name.en}` }),
  unsure: (topics: Text): Text => ({
    zh: `${topics.zh}：我们再核对后答复您。`,
    en: `We are still checking ${topics.en}; we will get back to you.`,
  }),
} as const
