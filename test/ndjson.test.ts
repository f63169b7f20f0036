// `--ndjson`: the stream through a terminal of the test's own, and once as a process. Expectations worked out by hand.
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { decideCommand } from '../src/cli/decide.js'
import { type Batch, batchReader, type Line, linesOf } from '../src/cli/lines.js'
import type { Terminal } from '../src/cli/terminal.js'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { MAIN, workplace } from './support/command-line.js'

const { run, write, remove } = workplace()
afterAll(remove)

interface Stream {
  readonly terminal: Terminal
  readonly printed: string[]
  readonly noted: string[]
}

/** A terminal that reads `chunks`; `accept` is how many writes the reader behind it takes. */
function stream(chunks: AsyncIterable<Uint8Array>, options: { isWatched?: boolean; accept?: number } = {}): Stream {
  const { isWatched = false, accept = Number.POSITIVE_INFINITY } = options
  const printed: string[] = []
  const noted: string[] = []
  let clock = 0
  const terminal: Terminal = {
    input: chunks,
    cores: 1,
    print: async (text) => {
      if (printed.length >= accept) return false
      printed.push(Buffer.from(text).toString())
      return printed.length < accept
    },
    note: (text) => {
      if (text !== '') noted.push(text)
    },
    isWatched,
    now: () => {
      clock += 300
      return clock
    },
    sleep: async () => undefined,
    holdInterrupts: () => () => false,
  }
  return { terminal, printed, noted }
}

async function* chunked(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decideLines(text: string | Uint8Array, size = 65_536): Promise<{ code: number; lines: unknown[] }> {
  const command = decideCommand(['--ndjson'], 'zh')
  if (typeof command !== 'function') throw new Error(command.err)
  const { terminal, printed } = stream(chunked(text, size))
  const code = await command(terminal)
  const lines = printed.join('').split('\n')
  expect(lines.pop()).toBe('')
  return { code, lines: lines.map((line) => JSON.parse(line) as unknown) }
}

type Answer =
  | { readonly line: number; readonly issues: readonly { readonly code: string }[] }
  | { readonly amount: { readonly refund: { readonly items: readonly { readonly value?: string }[] } } }

describe('lines of a stream', () => {
  const batches = (chunks: readonly (string | Uint8Array)[], limit: number): Batch[] => {
    const reader = batchReader(limit)
    const whole = chunks.map((chunk) => reader.chunk(Buffer.from(chunk)))
    return [...whole, reader.rest()].filter((batch) => batch !== undefined)
  }
  const read = (chunks: readonly (string | Uint8Array)[], limit = 100): Line[] =>
    batches(chunks, limit).flatMap((batch) => linesOf(batch, limit))

  it('joins what chunks cut, even inside a character, and takes off a byte order mark', () => {
    const bytes = Buffer.from('\ufeff换货\r\nb\n\nlast')
    for (let cut = 1; cut < bytes.length; cut += 1)
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual([
        { text: '换货\r' },
        { text: 'b' },
        { text: '' },
        { text: 'last' },
      ])
  })

  it('passes over a line beyond the limit without keeping it, and goes on', () => {
    expect(read(['a'.repeat(6), 'b'.repeat(6), '\nok\n', '1234567890\n12345678901\n'], 10)).toEqual([
      { wrong: 'too-long' },
      { text: 'ok' },
      { text: '1234567890' },
      { wrong: 'too-long' },
    ])
  })

  it('numbers the batches by their first lines and keeps a byte more than the limit of a line too long', () => {
    const cut = batches(['a\nb', '\n', 'c'.repeat(50), 'c'.repeat(50), 'c\nd\ne'], 10)
    expect(cut.map(({ bytes, firstLine, lines }) => [Buffer.from(bytes).toString(), firstLine, lines])).toEqual([
      ['a\n', 1, 1],
      ['b\n', 2, 1],
      [`${'c'.repeat(11)}\nd\n`, 3, 2],
      ['e', 5, 1],
    ])
  })

  it('tells bytes that are no UTF-8 from a replacement character that was written', () => {
    expect(read([Buffer.from([0xc9, 0xea, 0x0a]), '\ufffd\n'])).toEqual([{ wrong: 'not-utf8' }, { text: '\ufffd' }])
  })
})

describe('aftersale decide --ndjson', () => {
  it('answers 10,000 lines in order; every seventh is bad and says so with its number', async () => {
    const paid = (line: number) => `${line}.00`
    const text = Array.from({ length: 10_000 }, (_, i) => {
      const line = i + 1
      if (line % 7 === 0) return line % 2 === 0 ? '{"申请": "换火"}' : '{"申请": “换货”}'
      return `{"申请": "仅退款", "约定": {"结论": "支持", "退款基数": "全额", "经办": "主管"}, "实付金额": "${paid(line)}"}`
    }).join('\n')
    const { code, lines } = await decideLines(text, 1_000)
    expect(code).toBe(1)
    expect(lines.length).toBe(10_000)
    const said = (lines as readonly Answer[]).map((answer) =>
      'line' in answer ? `${answer.line} ${answer.issues[0]?.code}` : answer.amount.refund.items[0]?.value,
    )
    const expected = Array.from({ length: 10_000 }, (_, i) => {
      const line = i + 1
      if (line % 7 > 0) return paid(line)
      return `${line} ${line % 2 === 0 ? 'unknown-value' : 'not-readable'}`
    })
    expect(said).toEqual(expected)
  })

  it('decides a line as the object it says, however that is written', async () => {
    const written = [
      '{"申请":"换货","包邮":true,"实付金额":"88.00"}',
      ' { "申请" : "换货" , "购买件数" : 2 } ',
      '{"\\u7533\\u8bf7":"换货"}',
      '{"申请":"换货","申请":"维修"}',
      '{"申请":"换货","requested":"repair"}',
      '{"申请":{"之一":["换货","维修"]},"实付金额":{"至少":"10.00"}}',
      '{"申请":"仅退款","约定":{"结论":"支持","退款基数":"全额","经办":"主管"},"实付金额":"9.00"}',
      '{"$schema":"x","recordsComplete":true}',
      '{"__proto__":"换货"}',
      '{"申请":"换火","申请":"换货"}',
      '{"申请":"换货","申请":"换火"}',
      '{"b":1,"2":1,"a":1,"1":1}',
      '{"申请":"换货"}\r',
      `{${'"recordsComplete":true,'.repeat(1000)}"申请":"换货"}`,
      '{"记录完整":true,"recordsComplete":true}',
      '{"购买件数":-0}',
      '{}',
      '[]',
      'null',
    ]
    const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
    const { lines } = await decideLines(written.join('\n'))
    const expected = written.map((line, i) => {
      const decided = decider.safeDecide(JSON.parse(line))
      return JSON.parse(JSON.stringify(decided.ok ? decided.value : { line: i + 1, issues: decided.issues })) as unknown
    })
    expect(lines).toEqual(expected)
    expect(lines[4]).toMatchObject({ line: 5, issues: [{ code: 'duplicate-key' }] })
  })

  it('counts blank lines and answers none of them; without bad lines the code is 0', async () => {
    const { code, lines } = await decideLines('{"申请":"换货"}\n\n  \r\n{"申请":"维修"}')
    expect([code, lines.length]).toEqual([0, 2])
    const second = await decideLines('\n\n{"申请":1}\n')
    expect([second.code, second.lines]).toMatchObject([1, [{ line: 3, issues: [{ path: ['申请'] }] }]])
  })

  it('says column and slip of a line that is no JSON, and refuses one beyond a megabyte', async () => {
    const long = `{"申请":"${'换'.repeat(400_000)}"}`
    const { lines } = await decideLines(`{"申请": “换货”}\n${long}\n{"申请":"换货"}\n`)
    expect(lines).toMatchObject([
      { line: 1, issues: [{ code: 'not-readable', column: 8 }] },
      { line: 2, issues: [{ code: 'not-readable', message: { zh: '这一行超过 1 MB，不是一个案件' } }] },
      { model: 'after-sale', outcome: 'needs-facts' },
    ])
    // What ends in the middle of the stream is the line.
    const cut = await decideLines('{"申请":"换货"}\n{"申请":\n{"申请":"换货"}\n')
    expect(cut.lines[1]).toMatchObject({
      line: 2,
      issues: [
        {
          code: 'not-readable',
          column: 7,
          message: { zh: expect.stringMatching(/这一行到这里就结束了；这里应是一个值/) },
        },
      ],
    })
  })

  it('reads on only as fast as it is read: it stops where nobody takes the answers', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1
        yield Buffer.from('{"申请":"换货"}\n')
      }
    }
    const command = decideCommand(['--ndjson'], 'zh')
    if (typeof command !== 'function') throw new Error(command.err)
    const { terminal, printed } = stream(endless(), { accept: 3 })
    expect(await command(terminal)).toBe(0)
    expect([given, printed.length]).toEqual([3, 3])
  })

  it('tells a person how far it is, and nobody else', async () => {
    const command = decideCommand(['--ndjson'], 'zh')
    if (typeof command !== 'function') throw new Error(command.err)
    const lines = '{"申请":"换货"}\n{"申请":"换火"}\n'
    const watched = stream(chunked(lines, 5), { isWatched: true })
    await command(watched.terminal)
    expect(watched.noted.length).toBeGreaterThan(1)
    expect(watched.noted.at(-1)).toMatch(/^\r2 行，1 行有错，每秒 \d+ 行\n$/)
    const unwatched = stream(chunked(lines, 5))
    await command(unwatched.terminal)
    expect(unwatched.noted).toEqual([])
  })

  it('is a filter: standard input or a file, with nothing on standard error', () => {
    const lines = '{"申请":"换货"}\n{"申请":"换火"}\n'
    const fromInput = run(['decide', '--ndjson'], lines)
    expect([fromInput.code, fromInput.err, fromInput.out.split('\n').length]).toEqual([1, '', 3])
    expect(run(['decide', '--ndjson', write('lines.ndjson', lines)])).toEqual(fromInput)
    const gone = run(['decide', '--ndjson', 'gone.ndjson'])
    expect(gone).toEqual({ code: 1, out: '', err: '有 1 处需要改：\ngone.ndjson：找不到这个文件\n' })
  })

  it('ends when its reader does, though the input goes on', { timeout: 60_000 }, async () => {
    const child = spawn(process.execPath, [MAIN, 'decide', '--ndjson'])
    // What is written after the end finds nobody.
    child.stdin.on('error', () => {})
    const giving = setInterval(() => child.stdin.write('{"申请":"换货"}\n'.repeat(50)), 5)
    child.stdout.once('data', () => child.stdout.destroy())
    try {
      expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
    } finally {
      clearInterval(giving)
      child.kill()
    }
  })

  it('goes with neither --csv, --json nor --watch', () => {
    for (const other of ['--csv', '--json', '--to-csv', '--watch'])
      expect(decideCommand(['--ndjson', other], 'zh')).toMatchObject({ code: 64 })
    expect(decideCommand(['--ndjson', 'a', 'b'], 'en')).toMatchObject({ code: 64 })
  })
})
