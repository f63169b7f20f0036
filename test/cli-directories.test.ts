// Many cases at once: folders and several files, in a fixed order, a bad one among them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from './support/command-line.js'

const { run, write, remove } = workplace()
afterAll(remove)

const asked = { 申请: '换货', 原因: '七天无理由', 判定时间: '2026-06-26 10:00' }

beforeAll(() => {
  write('cases/b.json', asked)
  write('cases/a/late.json', '{"申请": “换货”}')
  write('cases/B.json', { ...asked, 申请: '维修' })
  write('cases/c.csv', '编号,申请\nA1,换货\nA2,换火\n')
  write('cases/notes.txt', 'no case')
  write('cases/.hidden/x.json', '{')
})

describe('aftersale decide on a folder', () => {
  it('decides every case below it, each under its file name; a bad one does not stop the others', () => {
    const { code, out, err } = run(['decide', 'cases'])
    expect(code).toBe(1)
    // Names go by character code: capitals first.
    expect(out.match(/^── .*$/gm)).toEqual([
      '── cases/B.json',
      '── cases/a/late.json',
      '── cases/b.json',
      '── cases/c.csv',
    ])
    expect(out.match(/^售后处理单$/gm)?.length).toBe(2)
    expect(out).toContain('── cases/a/late.json\n有错，未处理\n')
    expect(out).toMatch(/── cases\/c\.csv\n第 2 行 {2}A1 {2}需补充信息；.*\n第 3 行 {2}A2 {2}有错，未处理\n$/)
    expect(err).toBe(
      [
        '有 2 处需要改：',
        'cases/a/late.json:1:8：第 1 行第 8 列，这里应是一个值；「“」请改用英文标点',
        'cases/c.csv:3 › 申请：「申请」的值「换火」不在可用范围内；最接近的是「换货」',
        '3 个案件已处理，2 个有错',
        '',
      ].join('\n'),
    )
  })

  it('gives one JSON document a line, in the same order every time', () => {
    const first = run(['decide', 'cases', '--json'])
    const lines = first.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ file, row, decision }) => [file, row, decision !== undefined])).toEqual([
      ['cases/B.json', undefined, true],
      ['cases/a/late.json', undefined, false],
      ['cases/b.json', undefined, true],
      ['cases/c.csv', 2, true],
      ['cases/c.csv', 3, false],
    ])
    expect(lines[1]).toMatchObject({
      issues: [{ code: 'not-readable', message: { zh: expect.stringContaining('“') } }],
    })
    expect(run(['decide', 'cases', '--json']).out).toBe(first.out)
  })

  it('takes several files, each once, and explains each', () => {
    const { code, out } = run(['decide', 'cases/b.json', 'cases/b.json', 'cases/B.json', '--explain', 'buyer'])
    expect(code).toBe(0)
    expect(out.match(/^── .*\n.*$/gm)).toEqual([
      '── cases/b.json\n您好，您的申请我们已经收到。',
      '── cases/B.json\n您好，您的申请我们已经收到。',
    ])
  })

  it('decides the same as one by one', () => {
    const lines = run(['decide', 'cases/b.json', 'cases/B.json', '--json']).out.trimEnd().split('\n')
    const [one] = lines.map((line) => JSON.parse(line) as { decision: unknown })
    expect(one?.decision).toEqual(JSON.parse(run(['decide', 'cases/b.json', '--json']).out))
  })

  it('says that a folder holds no case, and that a file is not there while the other is decided', () => {
    write('none/readme.md', '')
    expect(run(['decide', 'none'])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\nnone：没有找到案件（.json、.csv）\n',
    })
    const { code, out, err } = run(['decide', 'cases/b.json', 'gone.json'])
    expect(code).toBe(1)
    expect(out).toContain('售后处理单')
    expect(err).toBe('有 1 处需要改：\ngone.json：找不到这个文件\n1 个案件已处理，1 个有错\n')
  })

  it('shows one form at a time', () => {
    expect(run(['decide', 'cases', '--json', '--to-csv']).code).toBe(64)
  })
})
