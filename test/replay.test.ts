// Replaying many past cases: the same bytes from any number of threads, and from shards that were run apart.
import { Buffer } from 'node:buffer'
import { afterAll, describe, expect, test } from 'vitest'
import { answering } from '../src/cli/answer-threads.js'
import { decideCommand } from '../src/cli/decide.js'
import { jsonBytes } from '../src/cli/decision-json.js'
import { loadRules, readRules } from '../src/cli/load-rules.js'
import { completeCaseByRecords, partialCase, randomFrom } from './support/after-sale-cases.js'
import { workplace } from './support/command-line.js'
import { terminal } from './support/terminal.js'

const { run, write, remove } = workplace()
afterAll(remove)

/** Far more than a megabyte, so that threads start and this one takes its turns; every 70th line is bad. */
const LINES: readonly string[] = (() => {
  const random = randomFrom(7)
  return Array.from({ length: 1400 }, (_, i) =>
    i % 70 === 69
      ? '{"申请": "换火"}'
      : JSON.stringify(i % 3 < 2 ? completeCaseByRecords(random) : partialCase(random)),
  )
})()

async function decided(lines: readonly string[]): Promise<string> {
  const command = decideCommand(['--ndjson', '--threads', '1'], 'zh')
  if (typeof command !== 'function') throw new Error(command.err)
  const own = terminal()
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  await command({
    ...own,
    input: (async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    })(),
  })
  return own.printed.join('')
}

const whole = decided(LINES)

describe('replay', () => {
  test('shards that were run apart give, one after another, the bytes of the whole', async () => {
    // A bad line tells its number, which is that within its shard.
    const renumbered = (text: string) => text.replaceAll(/^\{"line":\d+,/gm, '{"line":0,')
    const cuts = [0, 1, 250, 251, 600, LINES.length]
    const shards = await Promise.all(cuts.slice(1).map((end, i) => decided(LINES.slice(cuts[i], end))))
    expect(shards.map((text) => text.split('\n').length - 1)).toEqual([1, 249, 1, 349, 800])
    expect(renumbered(shards.join(''))).toBe(renumbered(await whole))
    expect(shards[4]).toContain('\n{"line":30,"issues":')
  })

  test.each(['2', '3'])('%s threads give the bytes of one, bad lines and their numbers included', async (threads) => {
    const file = write('cases.ndjson', LINES.join('\n'))
    const { code, out, err } = run(['decide', '--ndjson', '--threads', threads, file])
    expect([code, err]).toEqual([1, ''])
    expect(out === (await whole)).toBe(true)
    expect(out).toContain('\n{"line":1330,"issues":')
  })

  test('a thread that cannot start is told of, and ends nothing but the stream', async () => {
    const read = readRules(undefined)
    if (!read.ok) throw new Error('the shipped rules are read')
    const { domain, ...rules } = read.value
    const loaded = loadRules(read.value, 'advise')
    if (!loaded.ok) throw new Error('the shipped rules are loaded')
    const broken = { ...rules, sources: [{ file: '', document: {} }] }
    const start = { rules: broken, model: 'after-sale', floors: 'advise', presume: false } as const
    const threads = answering(loaded.value, start, 2)
    const batch = { bytes: Buffer.alloc(600_000, ' '), firstLine: 1, lines: 1 }
    const answered: Promise<unknown>[] = []
    let fault: unknown
    while (fault === undefined && answered.length < 600) {
      const one = threads.answer(batch)
      answered.push(one)
      one.catch((error: unknown) => {
        fault = error
      })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(String(fault)).toContain('not loaded again')
    expect((await Promise.allSettled(answered))[0]?.status).toBe('fulfilled')
    await threads.end()
  })

  test('a line is answered before the input ends', async () => {
    const command = decideCommand(['--ndjson', '--threads', '2'], 'zh')
    if (typeof command !== 'function') throw new Error(command.err)
    const own = terminal()
    async function* asking(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"申请":"换货"}\n{"申请":"维')
      expect(own.printed.length).toBe(1)
      yield Buffer.from('修"}\n')
      expect(own.printed.length).toBe(2)
    }
    expect(await command({ ...own, input: asking() })).toBe(0)
  })

  test('--threads takes a whole number and goes with --ndjson alone', () => {
    for (const words of [
      ['--threads', '0', '--ndjson'],
      ['--threads', 'two', '--ndjson'],
      ['--threads', '2', 'a.json'],
    ])
      expect(decideCommand(words, 'en')).toMatchObject({ code: 64, err: expect.stringContaining('from 1 to 999') })
  })
})

describe('JSON as bytes', () => {
  const values: readonly object[] = [
    {},
    [],
    { a: undefined, b: [null, 1.5, -0, true, false, [], {}] },
    { plain: 'a', quoted: '"\\', control: '\n\u0001\u007f', chinese: '退款', alone: '\ud800', pair: '😀', '键"': 1 },
    { shared: Object.freeze({ zh: '全额' }), again: [Object.freeze([]), Object.freeze({ a: 'b' })] },
    [Object.freeze({ long: '长'.repeat(400_000) })],
  ]

  test('are those of JSON.stringify, also the second time and after the room has grown', () => {
    const written = jsonBytes()
    for (const value of [...values, ...values]) {
      written.add(value)
      written.endLine()
      expect(Buffer.from(written.take()).toString() === `${JSON.stringify(value)}\n`).toBe(true)
    }
    expect(written.take().length).toBe(0)
  })

  test('are those of JSON.stringify for decisions', async () => {
    const decisions = (await whole).trimEnd().split('\n')
    expect(decisions.length).toBe(LINES.length)
    for (const line of decisions) expect(JSON.stringify(JSON.parse(line)) === line).toBe(true)
  })
})
