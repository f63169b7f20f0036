// The bot of the guide, run as its readers run it.
// Promise: it asks only what matters, ends in the buyer's words, and hands to a person what it must not answer.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { blocksOf, ROOT, readText } from './support/pages.js'

const { scripts } = JSON.parse(readText('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

function run(more: readonly string[] = [], input = ''): string {
  const [runner, ...words] = (scripts['example:bot'] ?? '').split(' ')
  expect(runner).toBe('tsx')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...words, ...more], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
  })
  expect(status, stderr).toBe(0)
  return stdout
}

describe('the bot', () => {
  const [first = '', second = '', third = '', ...more] = run()
    .split(/^—— 对话 \d ——\n/m)
    .slice(1)

  it('three conversations', () => {
    expect(more).toEqual([])
  })

  it('answers who bears the postage after six questions, as the guide shows', () => {
    const [shown = ''] = blocksOf(readText('docs/bots.md'), '')
    expect(first.startsWith(shown)).toBe(true)
    const asked = [...first.matchAll(/^机器人（问(.+)）/gm)].map(([, whom]) => whom)
    expect(asked).toEqual(['店铺', '店铺', '店铺', '买家', '买家', '买家'])
    // The sums hang on facts nobody was asked for: the postage does not.
    expect(first).not.toContain('元')
    expect(first).not.toContain('转人工')
  })

  it('names what is missing where the buyer does not know, and hands over what is known', () => {
    expect(second).toContain('\n机器人：还不能答复邮费，还要知道：不影响二次销售、配件齐全、超出查验试用、受污受损。\n')
    expect(second).toContain(
      '\n〔转人工：缺少信息〕\n  申请：退货退款\n  原因：七天无理由\n  判定时间：2026-06-26 10:30\n  交易状态：待收货\n  包邮：是\n',
    )
    expect(second).toContain('\n  签收时间：2026-06-23 18:00\n')
    expect(second).not.toContain('由您承担')
    // What seldom happens is taken for granted, not asked.
    expect(first + second + third).not.toContain('不合格')
  })

  it('asks nothing more where fraud is suspected', () => {
    expect(third).not.toContain('机器人（问')
    expect(third).toContain('\n〔转人工：疑似敲诈或恶意退货，请先截图保存关键聊天记录〕\n  申请：退货退款\n')
  })

  it('hands over the time as a case writes it, and as clocks in Beijing show it', () => {
    const said = run(['--interactive'], '我不喜欢，不赔就曝光\n')
    const [, at = ''] = /\n {2}判定时间：(\d{4}-\d\d-\d\d \d\d:\d\d)\n/.exec(said) ?? []
    expect(Math.abs(Date.parse(`${at.replace(' ', 'T')}:00+08:00`) - Date.now())).toBeLessThan(10 * 60_000)
  })

  it('says in the words of a buyer what will do where a time cannot be read', () => {
    const said = run(['--interactive'], '我不喜欢，想退\n待收货\n是\nC店\n是\n是\n6月23号晚上\n2026-06-23 20:00\n')
    expect(said).toContain('机器人：不好意思，没看懂，请写明年月日和几点几分，例如 2026-06-23 18:00；没有就答“无”。\n')
    expect(said.split('请问是什么时间签收的').length).toBe(3)
    for (const word of ['signedAt', '签收时间」', '可用', '北京时间', 'issues']) expect(said).not.toContain(word)
  })

  it('talks to a person: an answer it cannot read is asked for again', () => {
    const said = run(['--interactive'], '我不喜欢，想退\n待收货\n是\n不是店\nC店\n')
    expect(said).toMatch(
      /请问店铺是C店、MT还是商城？\n店铺：.*机器人：.*可以答：C店、MT、商城.*\n.*请问店铺是C店、MT还是商城？/,
    )
  })
})
