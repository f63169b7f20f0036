// `--watch`: what counts as a change, what is run and said, how it ends. The clock is the test's own but for one process.
import { spawn } from 'node:child_process'
import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Finished } from '../src/cli/problem.js'
import type { Terminal } from '../src/cli/terminal.js'
import { testReads } from '../src/cli/test.js'
import { watching } from '../src/cli/watch.js'
import { changesBetween, filesOf } from '../src/cli/watched-files.js'
import { MAIN, workplace } from './support/command-line.js'

const { folder, run, write, remove } = workplace()
afterAll(remove)

const inFolder = (name: string) => join(folder, name)

beforeEach(() => {
  rmSync(inFolder('seen'), { recursive: true, force: true })
  write('seen/a.json', '1')
  write('seen/deep/b.json', '1')
})

describe('filesOf', () => {
  it('sees a file changed, added and removed, in any folder below, and nothing but .json and .csv', () => {
    const before = filesOf([inFolder('seen')])
    appendFileSync(inFolder('seen/a.json'), '2')
    rmSync(inFolder('seen/deep'), { recursive: true })
    write('seen/new/c.csv', 'x')
    write('seen/notes.txt', 'x')
    expect(changesBetween(before, filesOf([inFolder('seen')]))).toEqual({
      changed: [inFolder('seen/a.json')],
      added: [inFolder('seen/new/c.csv')],
      removed: [inFolder('seen/deep/b.json')],
    })
  })

  it('sees a save under another name that is then renamed, as editors do, again and again', () => {
    for (let i = 0; i < 3; i += 1) {
      const before = filesOf([inFolder('seen')])
      writeFileSync(inFolder('seen/a.json.tmp'), '2')
      renameSync(inFolder('seen/a.json.tmp'), inFolder('seen/a.json'))
      expect(changesBetween(before, filesOf([inFolder('seen')])).changed).toEqual([inFolder('seen/a.json')])
    }
  })
})

/** A terminal whose sleeps are `steps`: each does something to the files; after the last one comes Ctrl-C. */
function terminalOf(steps: readonly (() => void)[]): { terminal: Terminal; said: string[] } {
  const said: string[] = []
  let step = 0
  const terminal: Terminal = {
    input: (async function* () {})(),
    cores: 1,
    print: async (text) => said.push(String(text)) > 0,
    note: (text) => void (text !== '' && said.push(text)),
    isWatched: false,
    now: () => 0,
    sleep: async () => {
      steps[step]?.()
      step += 1
    },
    holdInterrupts: () => () => step > steps.length,
  }
  return { terminal, said }
}

const nothing = () => undefined

describe('watching', () => {
  const counting = (codes: readonly number[]): (() => Finished) => {
    let runs = 0
    return () => {
      const code = codes[runs] ?? 9
      runs += 1
      return { code, out: `run ${runs}\n`, err: '' }
    }
  }

  it('runs once at first, and again once the files have come to rest; the code is that of the last run', async () => {
    const append = () => appendFileSync(inFolder('seen/a.json'), '2')
    const { terminal, said } = terminalOf([nothing, append, append, nothing, nothing])
    const code = await watching(counting([0, 1]), [inFolder('seen')], 'zh')(terminal)
    expect(said).toEqual(['run 1\n', `\n── 改动 ${inFolder('seen/a.json')}\n`, 'run 2\n'])
    expect(code).toBe(1)
  })

  it('says what is new and what is gone, a few of many by name', async () => {
    const many = () => {
      rmSync(inFolder('seen/a.json'))
      for (const name of ['1', '2', '3', '4', '5', '6', '7']) write(`seen/${name}.json`, '1')
    }
    const { terminal, said } = terminalOf([many, nothing])
    expect(await watching(counting([1, 0]), [inFolder('seen')], 'en')(terminal)).toBe(0)
    const named = ['1', '2', '3', '4', '5'].map((name) => inFolder(`seen/${name}.json`)).join(', ')
    expect(said[1]).toBe(`\n── new: ${named} and 2 more; gone: ${inFolder('seen/a.json')}\n`)
  })

  it('runs no second time where nothing changes', async () => {
    const { terminal, said } = terminalOf([nothing, nothing, nothing])
    expect(await watching(counting([0]), [inFolder('seen')], 'zh')(terminal)).toBe(0)
    expect(said).toEqual(['run 1\n'])
  })
})

describe('aftersale test --watch', () => {
  it('looks at fixtures and rules', () => {
    expect(testReads(['a.json', '--rules', 'shop', '--watch'])).toEqual(['a.json', 'shop'])
    expect(testReads(['--rules', inFolder('seen')])[1]).toBe(inFolder('seen'))
  })

  it('runs a fixture again as it is put right, and ends on Ctrl-C with the code of the last run', async () => {
    const shown = (sum: string) => ({
      规则: 'refund/gift',
      案例: [
        {
          名称: '全额',
          案情: { 申请: '仅退款', 实付金额: '50.00', 判定时间: '2026-06-26 10:00', 记录完整: true },
          期望: { 退款金额: sum },
          依据: {},
        },
      ],
    })
    write('shop/aftersale.json', { extends: [] })
    write('shop/sources.json', [{ id: 'm', name: { zh: '手册', en: 'manual' }, checked: '2026-11-01' }])
    write('shop/refund/gift.json', {
      id: 'refund/gift',
      title: '全额退',
      layer: 'shop',
      source: { document: 'm', clause: '1', summary: '全额退' },
      effective: { from: '2020-01-01' },
      conditions: { all: [{ fact: 'requested', operator: 'equal', value: 'refund-only' }] },
      event: { type: 'settle', params: { verdict: 'accept', refundBase: 'full' } },
    })
    write('shop/fixtures/gift.json', shown('45.00'))
    const child = spawn(process.execPath, [MAIN, 'test', '--rules', 'shop', '--watch'], {
      cwd: folder,
    })
    let out = ''
    const reached = (text: string) =>
      new Promise<void>((resolve) => {
        const look = () => out.includes(text) && resolve()
        child.stdout.on('data', look)
        look()
      })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    await reached('0 passed, 1 failed\n')
    write('shop/fixtures/gift.json', shown('50.00'))
    await reached('1 passed, 0 failed\n')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(out).toMatch(/0 passed, 1 failed\n\n── 改动 shop\/fixtures\/gift\.json\n1 passed, 0 failed\n$/)
  })

  it('does not watch standard input', () => {
    expect(run(['decide', '-', '--watch'])).toEqual({
      code: 64,
      out: '',
      err: '--watch 不能读标准输入\n用法见 aftersale --help\n',
    })
  })
})
