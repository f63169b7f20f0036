// What whoever writes rules is told when something is off, each from a slip a newcomer made.
// Promise: the message names the place, both sides of a contradiction, and a remedy that works.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from './support/command-line.js'

const { write, run, remove } = workplace()
afterAll(remove)

const source = { document: 'manual', clause: '1', summary: '为测试虚构' }
const manual = { id: 'manual', name: { zh: '手册', en: 'Manual' }, checked: '2026-10-15' }
const refundOnly = { all: [{ fact: 'requested', operator: 'equal', value: 'refund-only' }] }

function rule(id: string, title: string, params: object, conditions: object = refundOnly) {
  const header = { id, title, layer: 'shop', source, effective: { from: '2020-01-01' } }
  return { ...header, conditions, event: { type: 'settle', params } }
}

describe('two rules that contradict each other', () => {
  const asked = { 申请: '仅退款', 实付金额: '50.00', 判定时间: '2026-06-26 10:00', 记录完整: true }

  beforeAll(() => {
    write('clash/aftersale.json', { extends: [] })
    write('clash/sources.json', [manual])
    write('clash/refund/yes.json', rule('refund/yes', '仅退款一律支持', { verdict: 'accept', refundBase: 'full' }))
    write('clash/refund/no.json', rule('refund/no', '仅退款一律不支持', { verdict: 'refuse' }))
    write('clash/fixtures/yes.json', {
      规则: 'refund/yes',
      案例: [{ 名称: '仅退款', 案情: asked, 期望: { 结论: '支持' } }],
    })
    write('case.json', asked)
  })

  it('are named by title and id where a case fails, with the way to settle it', () => {
    const { code, out } = run(['test', '--rules', 'clash'])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        '✗ refund/yes  clash/fixtures/yes.json',
        '  仅退款',
        '    期望.结论',
        '      应为：支持',
        '      实为：冲突',
        '    「结论」冲突：「仅退款一律不支持」（refund/no）与「仅退款一律支持」（refund/yes）都成立而答案不同；以哪条为准，就在哪条里写 exceptionTo，如在 refund/no 里写 "exceptionTo": ["refund/yes"]',
        '',
        '0 passed, 1 failed',
        '',
      ].join('\n'),
    )
  })

  it('are named by id on the sheet', () => {
    const { out } = run(['decide', 'case.json', '--rules', 'clash'])
    expect(out).toContain('规则互相冲突  ← 仅退款一律不支持（refund/no）；仅退款一律支持（refund/yes）')
  })
})

describe('a folder of rules', () => {
  it('given where fixtures belong is told from them', () => {
    write('mine/aftersale.json', { extends: [] })
    expect(run(['test', 'mine'])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\nmine：这是规则文件夹；运行其中的案例：aftersale test --rules mine\n',
    })
  })

  it('without the shipped rules says so where a name is not found', () => {
    write('lone/sources.json', [manual])
    const leaf = { all: [{ condition: 'shop-at-fault' }] }
    write('lone/refund/fault.json', rule('refund/fault', '店铺责任就支持', { verdict: 'accept' }, leaf))
    const { err } = run(['decide', write('empty.json', {}), '--rules', 'lone'])
    expect(err).toContain('lone/aftersale.json：提示：没有这个文件，不带随包规则')
    expect(err).toContain('命名条件「shop-at-fault」在随包规则「sop」里，没有带上；把 "sop" 也写进 extends\n')
  })

  it('with a file whose name can be no id is told to rename the file', () => {
    write('named/aftersale.json', { extends: [] })
    write('named/sources.json', [manual])
    write('named/shop/满两百.json', rule('shop/two-hundred', '满两百', { verdict: 'accept' }))
    expect(run(['decide', write('empty.json', {}), '--rules', 'named']).err).toBe(
      '有 1 处需要改：\nnamed/shop/满两百.json：文件夹和文件的名字只用小写字母、数字和连字符；请把文件移到 shop/two-hundred.json\n',
    )
  })

  it('with a misprinted id to leave out names the nearest', () => {
    write('less/aftersale.json', { extends: ['sop'], omit: ['shop/quality/as-askd'] })
    expect(run(['decide', write('empty.json', {}), '--rules', 'less']).err).toContain(
      'less/aftersale.json › omit：要去掉的规则「shop/quality/as-askd」不在可用范围内；最接近的是「shop/quality/as-asked」\n',
    )
  })
})

describe('a rule without what it answers', () => {
  // Its cases would go on to pass: nobody contradicts what nobody answers.
  const { event, ...answerless } = rule('refund/yes', '仅退款一律支持', { verdict: 'accept' })

  beforeAll(() => {
    write('lost/aftersale.json', { extends: [] })
    write('lost/sources.json', [manual])
  })

  it('is no named condition, in a file or in a list', () => {
    const list = [
      { ...answerless, id: 'refund/maybe' },
      { ...answerless, id: 'conditions/refund-only' },
    ]
    write('lost/refund/yes.json', answerless)
    write('lost/more.json', list)
    const lacks = '缺少「event」：规则要写它回答什么；是命名条件的，放到 conditions/ 文件夹里'
    const { code, err } = run(['test', '--rules', 'lost'])
    expect(code).toBe(1)
    expect(err.split('\n').filter((line) => line.includes('event'))).toEqual([
      `lost/more.json[0] › event：${lacks}`,
      `lost/refund/yes.json › event：${lacks}`,
    ])
  })

  it('says so of a misspelt key, once', () => {
    write('lost/more.json', [])
    write('lost/refund/yes.json', { ...answerless, evnet: event })
    expect(run(['decide', write('empty.json', {}), '--rules', 'lost']).err).toBe(
      '有 1 处需要改：\nlost/refund/yes.json › evnet：规则的键「evnet」不在可用范围内；最接近的是「event」\n',
    )
  })
})

describe('a word that is not known', () => {
  it('of a fixture: the missing key is the nearest, places count from 1, the file stands above', () => {
    write('words/aftersale.json', { extends: [] })
    write('words/sources.json', [manual])
    write('words/refund/yes.json', rule('refund/yes', '仅退款一律支持', { verdict: 'accept' }))
    const slip = { 名称: '仅退款', 案请: { 申请: '仅退款' }, 期望: { 结论: '支持' } }
    write('words/fixtures/yes.json', { 规则: 'refund/yes', 案例: [slip] })
    expect(run(['test', '--rules', 'words']).out.split('\n').slice(0, 4)).toEqual([
      '✗ refund/yes  words/fixtures/yes.json',
      '  读取',
      '    案例 1.案情：缺少「案例 1.案情」',
      '    案例 1.案请：键「案请」不在可用范围内；最接近的是「案情」',
    ])
  })

  it('of a fixture: a rule’s misspelt id has its nearest, a rule among fixtures is told from one', () => {
    const good = { 名称: '仅退款', 案情: { 申请: '仅退款' }, 期望: { 结论: '支持' } }
    const slip = write('slip/yse.json', { 规则: 'refund/yse', 案例: [good] })
    expect(run(['test', slip, '--rules', 'words']).out).toContain('没有规则「refund/yse」；最接近的是「refund/yes」\n')
    const strange = write('slip/rule.json', rule('refund/yes', '仅退款一律支持', { verdict: 'accept' }))
    expect(run(['test', strange, '--rules', 'words']).out).toBe(
      '✗ slip/rule.json\n  slip/rule.json\n    这是规则，不是案例；请移出 fixtures/，放到规则文件夹里编号所说的地方\n\n0 passed, 1 failed\n',
    )
  })

  it('of a case or a fixture: what is worked out, a setting and an answer are told to be that', () => {
    const 案情 = { 签收后天数: 3, 售后处理天数: 5, 结论: '支持', 'deductions.commission': true }
    const said = [
      '签收后天数：「签收后天数」由案情算出，案情里不写',
      '售后处理天数：「售后处理天数」是设置，不是案情：写在 aftersale.json 的 settings 里，案例里写在「设置」下面，写 "afterSalePeriodDays"',
      '结论：「结论」是规则回答的问题，不是案情；已经约定好的，写在「约定」下面，并写经办',
      'deductions.commission：「deductions.commission」是规则回答的问题，不是案情；已经约定好的，写在「约定」下面，并写经办',
    ]
    const lines = (text: string) => text.split('\n').filter((line) => line.includes('「'))
    expect(lines(run(['decide', write('no-facts.json', 案情)]).err)).toEqual(
      said.map((line) => `no-facts.json › ${line}`),
    )
    const fixture = { 规则: 'refund/yes', 案例: [{ 名称: '仅退款', 案情, 期望: { 结论: '支持' } }] }
    const { out } = run(['test', write('no-facts/yes.json', fixture), '--rules', 'words'])
    expect(lines(out).map((line) => line.trim())).toEqual(said)
    const table = run(['decide', '--csv', '-'], '申请,签收后天数\n换货,3\n').err
    expect(table).toContain('「签收后天数」由案情算出，案情里不写；不用这一列时加 --ignore-columns\n')
  })

  it('of a case: two characters that changed places, and a fact of the shop’s own', () => {
    const { err } = run(['decide', write('slips.json', { 原因: '发错', 会员等级: 3 })])
    expect(err).toContain('「原因」的值「发错」不在可用范围内；最接近的是「错发」\n')
    expect(err).toMatch(
      /slips\.json › 会员等级：案情「会员等级」不在可用范围内；.*；本店 facts\.json 里的事实，要加 --rules 文件夹\n/,
    )
  })
})
