// What people read of a decision: exact texts for the buyer and the shop, in both languages, worked out by hand from
// small rule documents of our own; what the buyer must never read is looked for in the text of shipped rules.
import { describe, expect, it } from 'vitest'
import { AfterSaleError, createDecider, type Decision, type ExplainOptions, explain } from '../src/index.js'
import { sop } from '../src/rules.js'

const manual = {
  id: 'shop-manual',
  name: { zh: '店铺售后手册', en: 'After-sale manual of the shop' },
  checked: '2026-11-01',
}
const statute = { id: 'sale-statute', name: { zh: '买卖法', en: 'Sale Act' }, checked: '2026-10-15' }

interface Given {
  readonly id: string
  readonly title: string
  readonly clause: string
  readonly when: readonly object[]
  readonly say: object
  readonly stage?: 'settle' | 'handle'
  readonly exceptionTo?: readonly string[]
  readonly law?: boolean
  readonly mandatory?: boolean
}

function rule({
  id,
  title,
  clause,
  when,
  say,
  stage = 'settle',
  exceptionTo,
  law = false,
  mandatory = false,
}: Given): object {
  return {
    id,
    title,
    layer: law ? 'law' : 'shop',
    source: { document: law ? 'sale-statute' : 'shop-manual', clause, summary: title },
    effective: { from: '2012-01-01' },
    ...(exceptionTo === undefined ? {} : { exceptionTo }),
    ...(mandatory ? { mandatory: true } : {}),
    conditions: { all: when },
    event: { type: stage, params: say },
  }
}

const noReason = { fact: 'reason', operator: 'equal', value: 'no-reason' }
const quality = { fact: 'reason', operator: 'equal', value: 'quality-defect' }
const inSevenDays = { fact: 'daysSinceSigning', operator: 'lessThanInclusive', value: 7 }
const afterSevenDays = { fact: 'daysSinceSigning', operator: 'greaterThan', value: 7 }

const supported = rule({
  id: 'supported',
  title: '七天内支持',
  clause: '第1条',
  when: [noReason, inSevenDays],
  say: { verdict: 'accept', refundBase: 'full' },
})
const refused = rule({
  id: 'refused',
  title: '超过七天不支持',
  clause: '第2条',
  when: [noReason, afterSevenDays],
  exceptionTo: ['supported'],
  say: { verdict: 'refuse' },
})
const buyerPays = rule({
  id: 'buyer-pays',
  title: '邮费由买家承担',
  clause: '第3条',
  when: [noReason],
  say: { outboundPostage: 'buyer', returnPostage: 'buyer', deductions: { 'outbound-postage': true } },
})
const shop = [manual, statute, supported, refused, buyerPays]

const paid = {
  requested: 'return-and-refund',
  reason: 'no-reason',
  paid: '88.00',
  outboundPostageCost: '8.00',
  asOf: '2026-06-26 10:00',
  appliedAt: '2026-06-26 10:00',
  signedAt: '2026-06-23 18:00',
  recordsComplete: true,
} as const

function decide(rules: readonly object[], input: Readonly<Record<string, unknown>>, presume = false): Decision {
  return createDecider({ rules }).decide(input, { presume })
}

const lines = (...all: readonly string[]) => all.join('\n')

describe('a settled decision', () => {
  const decision = decide(shop, paid)

  it('tells the buyer verdict, legs and the refund with its items, in Chinese', () => {
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '发货邮费由您承担，寄回邮费由您承担。',
        '退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。',
      ),
    )
  })

  it('tells the buyer the same in English', () => {
    expect(explain(decision, { to: 'buyer', lang: 'en' })).toBe(
      lines(
        'Hello, we can do what you asked for.',
        'The outbound postage is yours to pay; the return postage is yours to pay.',
        'Your refund is 80.00 yuan: amount you paid 88.00 yuan, outbound postage deducted 8.00 yuan.',
      ),
    )
  })

  it('gives the shop every answer with its rules, sources and the day they were last checked, in Chinese', () => {
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toBe(
      lines(
        '【结果】',
        '结论状态：可处理',
        '判定时间：2026-06-26 10:00',
        '【答案】',
        '结论：支持（依据：七天内支持）',
        '发货邮费承担：买家（依据：邮费由买家承担）',
        '退回邮费承担：买家（依据：邮费由买家承担）',
        '退款基数：全额（依据：七天内支持）',
        '扣除项·扣发货邮费：是（依据：邮费由买家承担）',
        '【金额】',
        '退款金额：80.00 元',
        '  退款基数：88.00 元',
        '  扣发货邮费：-8.00 元',
        '【依据】',
        '「七天内支持」：店铺，《店铺售后手册》第1条',
        '「邮费由买家承担」：店铺，《店铺售后手册》第3条',
        '【出处】',
        '店铺售后手册：核对于 2026-11-01',
        '',
        `规则集 ${decision.ruleSet.slice(0, 12)}`,
        '本结果不是法律意见。',
      ),
    )
  })

  it('gives the shop the same in English', () => {
    expect(explain(decision, { to: 'shop', lang: 'en' })).toBe(
      lines(
        '[Outcome]',
        'outcome: settled',
        'decided as of: 2026-06-26 10:00',
        '[Answers]',
        'verdict: supported (rules: 七天内支持)',
        'who bears the outbound postage: buyer (rules: 邮费由买家承担)',
        'who bears the return postage: buyer (rules: 邮费由买家承担)',
        'refund base: the whole amount paid (rules: 七天内支持)',
        'deductions · outbound postage: yes (rules: 邮费由买家承担)',
        '[Amounts]',
        'refund: 80.00 yuan',
        '  refund base: 88.00 yuan',
        '  outbound postage deducted: -8.00 yuan',
        '[Rules]',
        '"七天内支持": shop; After-sale manual of the shop, 第1条',
        '"邮费由买家承担": shop; After-sale manual of the shop, 第3条',
        '[Sources]',
        'After-sale manual of the shop: last checked 2026-11-01',
        '',
        `rule set ${decision.ruleSet.slice(0, 12)}`,
        'This is not legal advice.',
      ),
    )
  })

  it('lists only the sources its rules cite', () => {
    expect(decision.sources).toEqual([
      {
        document: 'shop-manual',
        name: { zh: '店铺售后手册', en: 'After-sale manual of the shop' },
        checked: '2026-11-01',
      },
    ])
  })

  it('says until when it holds: day 7 after signing on 06-23 is 06-30', () => {
    const waiting = decide(shop, { ...paid, appliedAt: 'none' })
    expect(explain(waiting, { to: 'shop', lang: 'zh' })).toContain('\n有效至：2026-07-01 00:00\n')
    expect(explain(waiting, { to: 'shop', lang: 'en' })).toContain('\nvalid until: 2026-07-01 00:00\n')
  })

  it('names who agreed in the shop’s text and not in the buyer’s', () => {
    const agreed = decide(shop, { ...paid, agreed: { returnPostage: 'seller', by: '张主管' } })
    const text = explain(agreed, { to: 'shop', lang: 'zh' })
    expect(text).toContain('\n约定经办：张主管\n')
    expect(text).toContain('\n退回邮费承担：卖家（依据：约定）\n')
    expect(text).toContain('\n「约定」：案情中写明的约定\n')
    const buyer = explain(agreed, { to: 'buyer', lang: 'zh' })
    expect(buyer).toContain('\n发货邮费由您承担，寄回邮费由我们承担。\n')
    expect(buyer).not.toContain('张主管')
  })
})

describe('an answer below a floor', () => {
  const floor = rule({
    id: 'law/seller-bears-outbound',
    title: '包邮商品退货，发货邮费由卖家承担',
    clause: '第八条',
    when: [noReason],
    say: { outboundPostage: 'seller', deductions: { 'outbound-postage': false } },
    law: true,
    mandatory: true,
  })

  it('is not asserted to the buyer, nor the sum that hangs on it', () => {
    const decision = decide([...shop, floor], paid)
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines('您好，您的申请可以办理。', '寄回邮费由您承担。', '退款金额、发货邮费由谁承担：我们再核对后答复您。'),
    )
    expect(explain(decision, { to: 'buyer', lang: 'en' })).toBe(
      lines(
        'Hello, we can do what you asked for.',
        'The return postage is yours to pay.',
        'We are still checking the refund, who pays the outbound postage; we will get back to you.',
      ),
    )
  })

  it('is shown to the shop with floor, article, rule and the difference in yuan', () => {
    const decision = decide([...shop, floor], paid)
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain(
      lines(
        '【底线提示】',
        '发货邮费承担：低于底线：现为买家，底线为卖家，《买卖法》第八条，买家少得 8.00 元（依据：包邮商品退货，发货邮费由卖家承担）',
        '扣除项·扣发货邮费：低于底线：现为是，底线为否，《买卖法》第八条，买家少得 8.00 元（依据：包邮商品退货，发货邮费由卖家承担）',
        '【依据】',
      ),
    )
    const english = explain(decision, { to: 'shop', lang: 'en' })
    expect(english).toContain(
      'who bears the outbound postage: below the floor: now buyer, floor seller, Sale Act, 第八条; the buyer loses 8.00 yuan',
    )
    expect(english).toContain('"包邮商品退货，发货邮费由卖家承担": law; Sale Act, 第八条')
    expect(english).toContain('Sale Act: last checked 2026-10-15')
  })

  it('that hangs on an open fact is held back as well, and called possible', () => {
    const onlyFree = rule({
      id: 'law/seller-bears-return',
      title: '包邮商品退货，退回邮费由卖家承担',
      clause: '第九条',
      when: [{ fact: 'freeShipping', operator: 'equal', value: true }],
      say: { returnPostage: 'seller' },
      law: true,
      mandatory: true,
    })
    const decision = decide([...shop, onlyFree], paid)
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '发货邮费由您承担。',
        '退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。',
        '寄回邮费由谁承担：我们再核对后答复您。',
      ),
    )
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain('退回邮费承担：可能低于底线：现为买家，底线为卖家')
  })

  it('that is the verdict leaves the buyer nothing but a promise to answer', () => {
    const mustAccept = rule({
      id: 'law/fifteen-days',
      title: '十五天内可退',
      clause: '第三条',
      when: [noReason],
      say: { verdict: 'accept' },
      law: true,
      mandatory: true,
    })
    const late = { ...paid, appliedAt: '2026-07-01 10:00', asOf: '2026-07-01 10:00' }
    const decision = decide([...shop, mustAccept], late)
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines('您好，您的申请我们已经收到。', '您的申请能否办理：我们再核对后答复您。'),
    )
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain(
      '\n结论：低于底线：现为不支持，底线为支持，《买卖法》第三条',
    )
    expect(explain(decide(shop, late), { to: 'buyer', lang: 'zh' })).toBe('您好，很抱歉，您的申请不符合办理条件。')
  })

  it('is asserted once the floor is enforced', () => {
    const decision = createDecider({ rules: [...shop, floor], floors: 'enforce' }).decide(paid)
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '发货邮费由我们承担，寄回邮费由您承担。',
        '退款金额 88.00 元：实付金额 88.00 元。',
      ),
    )
  })

  it('takes the corrected amount and the step of the refund with it', () => {
    const wrongAmount = rule({
      id: 'wrong-amount',
      title: '金额不对先拒绝',
      clause: '第4条',
      stage: 'handle',
      when: [
        { fact: 'refundState', operator: 'equal', value: 'WAIT_SELLER_AGREE' },
        { fact: 'appliedAmountIs', operator: 'equal', value: 'higher' },
      ],
      say: { refundAction: 'refuse', tasks: { 'ask-to-correct': true } },
    })
    const applied = { ...paid, refundState: 'WAIT_SELLER_AGREE', appliedAmount: '88.00' }
    expect(explain(decide([...shop, wrongAmount], applied), { to: 'buyer', lang: 'zh' })).toContain(
      '请先把申请的金额改为 80.00 元',
    )
    const held = explain(decide([...shop, wrongAmount, floor], applied), { to: 'buyer', lang: 'zh' })
    expect(held).not.toContain('80.00')
    expect(held).not.toContain('修改')
  })
})

describe('an open decision', () => {
  const decision = decide(shop, {
    requested: 'return-and-refund',
    reason: 'no-reason',
    asOf: '2026-06-26 10:00',
    refundState: 'none',
  })

  it('asks the buyer what the buyer can say, and promises no sum', () => {
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请我们已经收到。',
        '如果退货退款，发货邮费由您承担。',
        '如果需要寄回，寄回邮费由您承担。',
        '您的申请能否办理：我们再核对后答复您。',
        '还想请您确认：',
        '1. 请问是什么时间签收的？还没签收请答“无”。',
        '其余情况我们正在核实，有结果后马上答复您。',
      ),
    )
    expect(explain(decision, { to: 'buyer', lang: 'en' })).toBe(
      lines(
        'Hello, we have received your request.',
        'If you return the goods for a refund, the outbound postage is yours to pay.',
        'If the goods are sent back, the return postage is yours to pay.',
        'We are still checking whether your request can be met; we will get back to you.',
        'Please tell us:',
        '1. When was the parcel signed for? Please answer "none" if not yet.',
        'We are checking the rest and will tell you the result.',
      ),
    )
  })

  it('shows the shop what may still come out, the bounds and whom to ask', () => {
    const unsigned = decide(shop, { ...paid, signedAt: undefined })
    const text = explain(unsigned, { to: 'shop', lang: 'zh' })
    expect(text).toContain('\n结论状态：需补充信息\n')
    expect(text).toContain('\n结论：未定，可能为：不支持、支持、没有规则作答\n')
    expect(text).toContain('\n发货邮费承担：买家（如果产生）（依据：邮费由买家承担）\n')
    expect(text).toContain('\n签收时间：请问是什么时间签收的？还没签收请答“无”。（问买家、快递）\n')
    expect(explain(unsigned, { to: 'shop', lang: 'en' })).toContain(
      '\ntime of signing: When was the parcel signed for? Please answer "none" if not yet. (ask: buyer, courier)\n',
    )
  })

  it('gives the shop the bounds of a sum, and the buyer none', () => {
    const between = decide(shop, { ...paid, paid: { atLeast: '50.00', atMost: '88.00' } })
    expect(explain(between, { to: 'shop', lang: 'zh' })).toContain(
      lines(
        '退款金额：至少 42.00 元，至多 80.00 元',
        '  退款基数：至少 50.00 元，至多 88.00 元',
        '  扣发货邮费：-8.00 元',
        '',
      ),
    )
    expect(explain(between, { to: 'shop', lang: 'en' })).toContain(
      '\nrefund: at least 42.00 yuan, at most 80.00 yuan\n',
    )
    expect(explain(between, { to: 'buyer', lang: 'zh' })).toBe(
      lines('您好，您的申请可以办理。', '发货邮费由您承担，寄回邮费由您承担。', '退款金额：我们再核对后答复您。'),
    )
  })

  it('names what was presumed to the shop, and says so to the buyer without naming it', () => {
    const taobao = rule({
      id: 'taobao-only',
      title: '淘宝订单支持',
      clause: '第5条',
      when: [{ fact: 'placedOnTaobao', operator: 'equal', value: true }],
      say: { verdict: 'accept', refundBase: 'full' },
    })
    const presumed = decide([manual, taobao, buyerPays], paid, true)
    expect(explain(presumed, { to: 'shop', lang: 'zh' })).toContain('\n【前提】\n淘宝下单：是\n')
    expect(explain(presumed, { to: 'shop', lang: 'en' })).toContain('\n[Presumed]\nplaced on Taobao: yes\n')
    const buyer = explain(presumed, { to: 'buyer', lang: 'zh' })
    expect(buyer.split('\n').at(-1)).toBe('以上按通常情况答复，如与实际不符请告诉我们。')
    expect(buyer).not.toContain('淘宝')
  })
})

describe('a case for a person', () => {
  it('names both rules of a conflict to the shop and a colleague to the buyer', () => {
    const other = rule({
      id: 'seller-pays-return',
      title: '寄回邮费由店铺承担',
      clause: '第6条',
      when: [noReason],
      say: { returnPostage: 'seller' },
    })
    const decision = decide([...shop, other], paid)
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain(
      lines(
        '【需人工处理的原因】',
        '退回邮费承担：规则互相冲突（依据：邮费由买家承担（buyer-pays）；寄回邮费由店铺承担（seller-pays-return））',
      ),
    )
    expect(explain(decision, { to: 'shop', lang: 'en' })).toContain(
      lines(
        '[Why a person has to look]',
        'who bears the return postage: rules conflict (rules: 邮费由买家承担 (buyer-pays); 寄回邮费由店铺承担 (seller-pays-return))',
      ),
    )
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '发货邮费由您承担。',
        '退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。',
        '寄回邮费由谁承担：我们再核对后答复您。',
        '您的情况还需同事核实，会尽快答复您。',
      ),
    )
  })

  it('says which question no rule answers', () => {
    const decision = decide(shop, { ...paid, reason: 'out-of-stock' })
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain('\n【需人工处理的原因】\n结论：没有规则作答\n')
    expect(explain(decision, { to: 'buyer', lang: 'en' })).toBe(
      lines(
        'Hello, we have received your request.',
        'We are still checking whether your request can be met; we will get back to you.',
        'A colleague will look at your case and get back to you soon.',
      ),
    )
  })

  it('names a contradiction to the shop and asserts nothing to the buyer', () => {
    const decision = decide(shop, { ...paid, signedAt: '2026-06-27 10:00' })
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain('\n案情自相矛盾：签收时间不能晚于判定时间\n')
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请我们已经收到。',
        '您的申请能否办理：我们再核对后答复您。',
        '您的情况还需同事核实，会尽快答复您。',
      ),
    )
  })
})

/** An order on its way from a C店, the goods as they were. */
const order = {
  ...paid,
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  freeShipping: true,
  resaleable: true,
  accessoriesComplete: true,
} as const

describe('with the shipped rules', () => {
  it('a buyer reads no remark, handler, flag, register or rule; the shop reads them', () => {
    const decision = decide(sop, {
      ...order,
      refundState: 'WAIT_SELLER_AGREE',
      appliedAmount: '80.00',
      placedOnTaobao: true,
      handler: '小王',
      returnContent: '红裙退货',
    })
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '发货邮费由您承担，寄回邮费由您承担。',
        '退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。',
        '我们会同意您的退款申请。',
        '请按我们给的地址用快递或EMS寄回，除顺丰、申通外不要到付。',
        '我们会为您延长收货时间 10 天。',
        '我们收到退货后 2 个工作日内为您办理退款。',
      ),
    )
    const shopText = explain(decision, { to: 'shop', lang: 'zh' })
    expect(shopText).toContain('\n下一退款状态：退款协议达成，等待买家退货\n')
    expect(shopText).toContain('\n备注：6-26红裙退货小王（依据：')
    expect(shopText).toContain('\n旗帜：蓝（依据：')
    expect(shopText).toContain('\n打款期限：退货签收时间后 2 个工作日内（依据：')
  })

  it('a task says by when, where a deadline has its id', () => {
    const decision = decide(sop, {
      requested: 'refund-only',
      reason: 'no-reason',
      shopType: 'c-shop',
      tradeState: 'WAIT_SELLER_SEND_GOODS',
      refundState: 'WAIT_SELLER_AGREE',
      freeShipping: true,
      paid: '76.00',
      paidAt: '2026-07-09 10:00',
      shippedAt: 'none',
      signedAt: 'none',
      appliedAt: '2026-07-09 20:00',
      appliedAmount: '76.00',
      asOf: '2026-07-09 20:30',
      recordsComplete: true,
    })
    // A Thursday: two working days later is Monday.
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain('\n仓库撤单：仓库，最后一天 2026-07-13（依据：')
    expect(explain(decision, { to: 'shop', lang: 'en' })).toContain(': warehouse, last day 2026-07-13 (rules: ')
  })

  it('an exchange tells the buyer what to pay and how, and the shop who does what', () => {
    const decision = decide(sop, {
      ...order,
      requested: 'exchange',
      reshipPostageCost: '9.00',
      returnShippedAt: '2026-06-24 09:00',
      returnReceivedAt: '2026-06-26 09:00',
      inspectionPassed: true,
    })
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '寄回邮费由您承担，换货或补发寄出的邮费由您承担。',
        '换货寄出的邮费 9.00 元请您通过补邮费链接补上。',
        '我们会为您延长收货时间 10 天。',
      ),
    )
    const text = explain(decision, { to: 'shop', lang: 'zh' })
    expect(text).toContain('\n换货暂不发出：仓库（依据：')
    expect(text).toContain('\n催补换货邮费：客服（依据：')
    expect(text).toContain('\n买家应付：9.00 元\n  换出邮费：9.00 元\n')
  })

  it('a refund of a discount tells what to enter on the form: paid 100, refund 10, so 90', () => {
    const decision = decide(sop, {
      ...order,
      requested: 'refund-only',
      reason: 'agreed-discount',
      paid: '100.00',
      negotiatedAmount: '10.00',
    })
    expect(explain(decision, { to: 'buyer', lang: 'zh' }).split('\n').slice(0, 3)).toEqual([
      '您好，您的申请可以办理。',
      '退款金额 10.00 元：协商的退款金额 10.00 元。',
      '退款申请中“支付给卖家的金额”请填写 90.00 元。',
    ])
  })

  it('postage the buyer advanced for the shop’s fault is promised back', () => {
    const faulty = rule({
      id: 'faulty',
      title: '质量问题支持换货',
      clause: '第7条',
      when: [quality],
      say: {
        responsible: 'shop',
        verdict: 'accept',
        returnPostage: 'seller',
        reshipPostage: 'seller',
        repayBy: 'alipay',
      },
    })
    const decision = decide([manual, faulty], {
      ...order,
      requested: 'exchange',
      reason: 'quality-defect',
      returnPostageCost: '12.00',
    })
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).toBe(
      lines(
        '您好，您的申请可以办理。',
        '给您添麻烦了，非常抱歉。',
        '寄回邮费由我们承担，换货或补发寄出的邮费由我们承担。',
        '寄回邮费由您垫付的，我们返还给您 12.00 元（支付宝转账）。',
      ),
    )
    expect(explain(decision, { to: 'shop', lang: 'zh' })).toContain(
      '\n返还买家：12.00 元\n  买家垫付的退回邮费：12.00 元\n',
    )
  })
})

describe('sums of more than one thing', () => {
  const exchange = {
    ...order,
    requested: 'exchange',
    reshipPostageCost: '9.00',
    returnPostageCost: '12.00',
    returnShippedAt: '2026-06-24 09:00',
    returnReceivedAt: '2026-06-26 09:00',
    inspectionPassed: true,
  } as const
  const told = (facts: object) => explain(decide(sop, { ...exchange, ...facts }), { to: 'buyer', lang: 'zh' })

  it('a dearer replacement: postage and difference are asked for apart', () => {
    const text = told({ priceDifference: '20.00' })
    expect(text).toContain('\n换货寄出的邮费 9.00 元请您通过补邮费链接补上。\n')
    expect(text).toContain('\n换的商品更贵，差价 20.00 元请您补上。\n')
    expect(text).not.toContain('29.00')
  })

  it('a cheaper one for the shop’s fault: postage and difference are paid back apart', () => {
    const text = told({ reason: 'quality-defect', signsOfWear: false, problemVerified: true, priceSurplus: '20.00' })
    expect(text).toContain('返还给您 12.00 元（支付宝转账）。\n')
    expect(text).toContain('\n换的商品便宜，差价 20.00 元我们退给您。')
    expect(text).not.toContain('32.00')
  })

  it('a return sent freight collect is paid back by the buyer, and nobody is asked to advance it', () => {
    const collect = { freightCollect: true, returnMethod: 'sf' }
    expect(told(collect)).toContain('\n退件的邮费 12.00 元到货时由我们代付了，请您补给我们。\n')
    const faulty = told({ ...collect, reason: 'quality-defect', signsOfWear: false, problemVerified: true })
    expect(faulty).toContain('寄回邮费由我们承担')
    expect(faulty).not.toContain('垫付')
    expect(faulty).not.toContain('代付')
  })
})

describe('what the buyer is told by the shipped rules', () => {
  /** A coat of 88.00, signed for on the 23rd, found torn and shown in photos on the 25th. */
  const torn = {
    ...order,
    requested: 'exchange',
    reason: 'quality-defect',
    signsOfWear: false,
    problemVerified: true,
    photosProvided: true,
    returnPostageCost: '9.00',
  } as const
  const back = { returnShippedAt: '2026-06-24 09:00', returnReceivedAt: '2026-06-26 09:00' } as const
  const told = (facts: object, lang: 'zh' | 'en' = 'zh') =>
    explain(decide(sop, { ...torn, ...facts }), { to: 'buyer', lang }).split('\n')

  it('of postage of a return: to be advanced before it, advanced once it has arrived, neither where nothing shows it', () => {
    const repaid = '我们返还给您 9.00 元（支付宝转账）。'
    const refund = { requested: 'return-and-refund' }
    for (const facts of [{}, refund]) {
      expect(told(facts)).toContain(`寄回邮费请您先垫付，之后${repaid}`)
      expect(told({ ...facts, ...back })).toContain(`您垫付了寄回邮费，${repaid}`)
      expect(told({ ...facts, ...back, inspectionPassed: true })).toContain(`您垫付了寄回邮费，${repaid}`)
      expect(told({ ...facts, returnShippedAt: '2026-06-24 09:00' })).toContain(`寄回邮费由您垫付的，${repaid}`)
    }
    expect(told({}, 'en')).toContain('Please advance the return postage; we will repay 9.00 yuan (transfer by Alipay).')
    expect(told(back, 'en')).toContain('You advanced the return postage; we will repay 9.00 yuan (transfer by Alipay).')
    expect(told({ returnShippedAt: '2026-06-24 09:00' }, 'en')).toContain(
      'If you advance the return postage, we will repay 9.00 yuan (transfer by Alipay).',
    )
  })

  /** No longer what it was: refused within seven days too. */
  const worn = { requested: 'return-and-refund', reason: 'no-reason', resaleable: false } as const

  it('of a refused return that has arrived: no inspection', () => {
    // On the thirteenth day after signing.
    const late = { ...worn, resaleable: true, paidAt: undefined, shippedAt: undefined, signedAt: '2026-06-12 10:00' }
    const decision = decide(sop, { ...torn, ...late, ...back })
    expect(decision.tasks.map(({ task }) => task)).toContain('inspect-return')
    expect(told({ ...late, ...back })).toEqual(['您好，很抱歉，您的申请不符合办理条件。'])
  })

  it('of a refusal handed to a person: no colleague where it is known what follows', () => {
    const suspected = { ...worn, fraudSuspected: true } as const
    expect(decide(sop, { ...torn, ...suspected }).outcome).toBe('needs-review')
    expect(told(suspected)).toHaveLength(1)
    expect(told({ ...suspected, refundState: 'WAIT_SELLER_AGREE' })).toHaveLength(1)
    // The goods are there as well: the refund is refused.
    const there = { ...worn, ...back, refundState: 'WAIT_SELLER_CONFIRM_GOODS' } as const
    expect(decide(sop, { ...torn, ...there }).answers.refundAction.value).toBe('refuse')
    expect(told(there)).toEqual(['您好，很抱歉，您的申请不符合办理条件。'])
  })

  it('of more time to receive: nothing once the return was inspected, though the amount applied for is refused', () => {
    const whole = { requested: 'return-and-refund', reason: 'no-reason', appliedAmount: '88.00' } as const
    const sent = { ...whole, ...back, refundState: 'WAIT_SELLER_CONFIRM_GOODS' } as const
    const extended = '我们会为您延长收货时间 10 天。'
    expect(decide(sop, { ...torn, ...sent }).answers.refundAction.value).toBe('refuse')
    expect(told(sent)).toContain(extended)
    expect(told({ ...sent, inspectionPassed: true })).not.toContain(extended)
  })

  it('of how to send back: express or EMS, and no cash in the parcel where he pays by link', () => {
    expect(told({})).toContain('请按我们给的地址用快递或EMS寄回，除顺丰、申通外不要到付。')
    const own = { reason: 'no-reason' }
    expect(told(own)).toContain('请按我们给的地址用快递或EMS寄回，除顺丰、申通外不要到付，包裹里不要放现金。')
    expect(told(own, 'en')).toContain(
      'Please send it to the address we give you by express or EMS, freight collect by SF or STO only, with no cash in the parcel.',
    )
    expect(told(back).join()).not.toContain('到付')
  })

  it('of a parcel that came back: that and why it is sent again, with an apology where the shop slipped', () => {
    const came = { requested: 'enquiry', reason: undefined, logisticsProblem: 'no-service-point', parcelBack: true }
    const again = '包裹因快递不到被退回，新单号会告诉您。'
    const sorry = '给您添麻烦了，非常抱歉。'
    const sent = { ...came, signedAt: 'none', appliedAt: 'none', shippedAt: '2026-06-20 10:00', problemVerified: false }
    expect(told(sent)).toContain(again)
    expect(told(sent)).not.toContain(sorry)
    expect(told({ ...sent, shopSlip: true })).toContain(sorry)
    expect(told({ ...sent, shopSlip: true }, 'en')).toContain(
      'The courier could not reach you; we will tell you the new waybill.',
    )
    const difficult = { ...sent, logisticsProblem: 'difficult' }
    expect(told(difficult)).toContain('我们会安排为您再寄一个包裹。')
    expect(told({ ...difficult, resent: true })).not.toContain('我们会安排为您再寄一个包裹。')
  })

  it('of missing pieces: another parcel on its way and no colleague, or one to be sent', () => {
    const missing = { requested: 'reship', reason: 'missing-item', problemVerified: false } as const
    const split = told({ ...missing, splitShipment: true })
    expect(split).toContain('您的订单还有一个包裹在路上。')
    expect(split.join()).not.toContain('同事')
    expect(told({ ...missing, splitShipment: true }, 'en')).toContain('Another parcel of your order is on its way.')
    expect(told(missing).join()).not.toContain('在路上')
    expect(told({ ...missing, problemVerified: true })).toContain('我们会安排为您再寄一个包裹。')
    expect(told({ ...missing, problemVerified: true }, 'en')).toContain('We will send you another parcel.')
  })

  it('of a share of what he paid: nothing in proportion where that is all of it', () => {
    const share = rule({
      id: 'share',
      title: '按件',
      clause: '第9条',
      when: [quality],
      say: { verdict: 'accept', refundBase: 'share' },
    })
    const known = { ...torn, requested: 'return-and-refund', quantityBought: 2 } as const
    const of = (quantity: number, lang: 'zh' | 'en' = 'zh') =>
      explain(decide([manual, share], { ...known, quantity }), { to: 'buyer', lang })
    expect(of(2)).toContain('退款金额 88.00 元：所涉商品的实付金额 88.00 元。')
    expect(of(1)).toContain('退款金额 44.00 元：所涉商品的实付金额 44.00 元。')
    expect(of(2, 'en')).toContain('Your refund is 88.00 yuan: what you paid for the pieces concerned 88.00 yuan.')
  })
})

describe('a deadline a shop counts from another event', () => {
  it('is told by the name of the event', () => {
    const soon = rule({
      id: 'soon',
      title: '发货后打款',
      clause: '第9条',
      stage: 'handle',
      when: [noReason],
      say: { deadlines: { 'pay-out': { days: 3, after: 'signedAt' } } },
    })
    const told = (lang: 'zh' | 'en') => explain(decide([...shop, soon], paid), { to: 'buyer', lang })
    expect(told('zh')).toContain('\n签收时间后 3 天内为您办理退款，最迟 2026-06-26。')
    expect(told('en')).toContain('\nThe refund is made within 3 days of the time of signing, by 2026-06-26.')
  })
})

describe('to and lang', () => {
  const decision = decide(shop, paid)
  const given = (options: unknown) => () => explain(decision, options as ExplainOptions)

  it('other than their two words are refused, so that a slip never shows a buyer the shop’s text', () => {
    for (const options of [
      { to: 'Buyer', lang: 'zh' },
      { to: 'shop', lang: 'fr' },
      { to: 'buyer' },
      { lang: 'zh' },
      {},
      undefined,
      null,
    ]) {
      expect(given(options)).toThrow(AfterSaleError)
    }
    expect(given({ to: 'Buyer', lang: 'fr' })).toThrow(
      lines(
        'to：to 的值「Buyer」不在可用范围内；最接近的是「buyer」 | value of to "Buyer" is not accepted; nearest: "buyer"',
        'lang：lang 的值「fr」不在可用范围内；可用：zh、en | value of lang "fr" is not accepted; accepted: zh, en',
      ),
    )
  })

  it.each([[undefined], [{}], [{ model: 'reviews', answers: {} }]])(
    'is refused for what is no decision of it: %j',
    (none) => {
      expect(() => explain(none as never, { to: 'buyer', lang: 'zh' })).toThrow(AfterSaleError)
    },
  )
})

describe('an application for another amount than is due', () => {
  const agreeFirst = rule({
    id: 'agree-first',
    title: '先同意',
    clause: '第8条',
    stage: 'handle',
    when: [{ fact: 'refundState', operator: 'equal', value: 'WAIT_SELLER_AGREE' }],
    say: { refundAction: 'agree' },
  })
  const refuseLater = rule({
    id: 'refuse-later',
    title: '寄出后拒绝',
    clause: '第9条',
    stage: 'handle',
    when: [{ fact: 'refundState', operator: 'equal', value: 'WAIT_SELLER_CONFIRM_GOODS' }],
    say: { refundAction: 'refuse', tasks: { 'ask-to-correct': true } },
  })
  const state = { ...paid, refundState: 'WAIT_SELLER_AGREE' }
  const rules = [...shop, agreeFirst, refuseLater]

  /** A decision as of a case that says what was applied for: 88 less 8, so 80.00 is due. */
  function applied(atLeast: string, atMost = atLeast, refundState = 'WAIT_SELLER_AGREE'): Decision {
    const decision = decide(rules, { ...state, refundState })
    const bounds = { items: [], atLeast, atMost, ...(atLeast === atMost ? { value: atLeast } : {}) }
    const amount = { ...decision.amount, applied: bounds }
    return { ...decision, amount }
  }
  const toBuyer = (decision: Decision, lang: 'zh' | 'en' = 'zh') => explain(decision, { to: 'buyer', lang }).split('\n')
  const toShop = (decision: Decision, lang: 'zh' | 'en' = 'zh') => explain(decision, { to: 'shop', lang })

  it('that is agreed to first is not promised, and nothing has to be changed yet, be it more or less', () => {
    const due = '退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。'
    expect(toBuyer(applied('88.00')).slice(2)).toEqual([
      due,
      '您申请的是 88.00 元，与应退金额不一致，我们会再与您核对。',
    ])
    expect(toBuyer(applied('79.99')).slice(2)).toEqual([
      due,
      '您申请的是 79.99 元，与应退金额不一致，我们会再与您核对。',
    ])
    expect(toBuyer(applied('88.00'), 'en').at(-1)).toBe(
      'You applied for 88.00 yuan, which is not the amount due; we will settle this with you.',
    )
  })

  it('is agreed to where it is the amount due', () => {
    expect(toBuyer(applied('80.00')).at(-1)).toBe('我们会同意您的退款申请。')
  })

  it('may be one: the buyer is asked to check before anything is promised', () => {
    expect(toBuyer(applied('80.00', '88.00')).at(-1)).toBe('请您核对退款申请的金额，应为 80.00 元；不一致的请先修改。')
    expect(toBuyer(applied('81.00', '88.00')).at(-1)).toBe('您申请的金额与应退金额不一致，我们会再与您核对。')
  })

  it('that is refused once the goods are on their way says why, and what to do', () => {
    expect(toBuyer(applied('88.00', '88.00', 'WAIT_SELLER_CONFIRM_GOODS')).at(-1)).toBe(
      '您申请的是 88.00 元，与应退金额不一致，我们暂时无法同意；请先把申请的金额改为 80.00 元。',
    )
    expect(toBuyer(applied('88.00', '88.00', 'WAIT_SELLER_CONFIRM_GOODS'), 'en').at(-1)).toBe(
      'You applied for 88.00 yuan, which is not the amount due, so we cannot agree to it; please change it to 80.00 yuan first.',
    )
    expect(toBuyer(applied('80.00', '80.00', 'WAIT_SELLER_CONFIRM_GOODS')).at(-1)).toBe('请您修改退款申请。')
  })

  it('stands beside the amount due in the shop’s text', () => {
    const refund = lines('退款金额：80.00 元', '  退款基数：88.00 元', '  扣发货邮费：-8.00 元')
    expect(toShop(applied('88.00'))).toContain(lines(refund, '申请金额：88.00 元（比应退多，打款前请买家改正）'))
    expect(toShop(applied('79.99'))).toContain(lines(refund, '申请金额：79.99 元（比应退少，打款前请买家改正）'))
    expect(toShop(applied('80.00'))).toContain(lines(refund, '申请金额：80.00 元（与应退一致）'))
    expect(toShop(applied('80.00', '88.00'))).toContain(
      '\n申请金额：至少 80.00 元，至多 88.00 元（与应退是否一致未定）\n',
    )
    expect(toShop(applied('88.00'), 'en')).toContain(
      '\napplied for: 88.00 yuan (more than is due: to be corrected before it is paid)\n',
    )
    expect(toShop(decide(rules, state))).not.toContain('申请金额')
  })
})

describe('half known', () => {
  const order = { requested: 'return-and-refund', reason: 'no-reason', asOf: '2026-06-26 10:00' } as const
  const ifSold = { fact: 'resaleable', operator: 'equal', value: true }
  const met = rule({ id: 'met', title: '支持', clause: '第1条', when: [ifSold], say: { verdict: 'accept' } })
  const leg = (bearer: string, when: readonly object[]) =>
    rule({ id: `leg-${bearer}`, title: `邮费${bearer}`, clause: '第2条', when, say: { returnPostage: bearer } })
  const told = (rules: readonly object[], lang: 'zh' | 'en' = 'zh') =>
    explain(decide([manual, met, ...rules], order), { to: 'buyer', lang })

  it('a leg that only one bearer can come to pay is told on condition that the request is met', () => {
    expect(told([leg('buyer', [ifSold])])).toContain('\n如果可以办理，寄回邮费由您承担。\n')
    expect(told([leg('buyer', [ifSold])], 'en')).toContain(
      '\nIf your request can be met, the return postage is yours to pay.\n',
    )
  })

  it('a leg that two may come to pay is not', () => {
    const either = [leg('buyer', [ifSold]), leg('seller', [{ fact: 'freeShipping', operator: 'equal', value: true }])]
    expect(told(either)).not.toContain('寄回邮费')
  })

  it('a leg below a floor is not', () => {
    const floor = rule({
      id: 'law/seller',
      title: '卖家承担',
      clause: '第3条',
      when: [ifSold],
      say: { returnPostage: 'seller' },
      law: true,
      mandatory: true,
    })
    expect(told([statute, leg('buyer', [ifSold]), floor])).not.toContain('寄回邮费')
  })

  it('what an open deduction may take off is a size, and a sum nothing bounds is open', () => {
    const full = { ...order, paid: '88.00', outboundPostageCost: '8.00', recordsComplete: true }
    const maybe = rule({
      id: 'maybe',
      title: '可能扣邮费',
      clause: '第4条',
      when: [ifSold],
      say: { outboundPostage: 'buyer', deductions: { 'outbound-postage': true } },
    })
    const all = rule({
      id: 'all',
      title: '全退',
      clause: '第5条',
      when: [noReason],
      say: { verdict: 'accept', refundBase: 'full' },
    })
    const text = (input: object, lang: 'zh' | 'en') =>
      explain(decide([manual, all, maybe], { ...input }), { to: 'shop', lang })
    expect(text(full, 'zh')).toContain(
      lines('退款金额：至少 80.00 元，至多 88.00 元', '  退款基数：88.00 元', '  扣发货邮费：未定，扣 0.00 至 8.00 元'),
    )
    expect(text(full, 'en')).toContain('\n  outbound postage deducted: open, 0.00 to 8.00 yuan taken off\n')
    const nothing = text(order, 'zh')
    expect(nothing).toContain('\n退款金额：未定\n')
    expect(nothing).not.toMatch(/至多 0\.00|至少 0\.00/)
  })
})

describe('remark and flag', () => {
  it('are shown as open while they are', () => {
    const remark = rule({
      id: 'remark',
      title: '备注',
      clause: '第1条',
      stage: 'handle',
      when: [{ fact: 'placedOnTaobao', operator: 'equal', value: true }],
      say: { remark: { 'return-or-exchange': true }, flag: 'blue' },
    })
    const open = explain(decide([...shop, remark], paid), { to: 'shop', lang: 'zh' })
    expect(open).toContain(lines('备注：未定，可能为：退换货备注、不写', '旗帜：未定，可能为：蓝、没有规则作答'))
    const known = explain(decide([...shop, remark], { ...paid, placedOnTaobao: false }), { to: 'shop', lang: 'zh' })
    expect(known).not.toMatch(/备注|旗帜/)
  })
})
