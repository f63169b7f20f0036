// `npm run bench -- --replay [CASES]`: how long the command line takes over so many cases, one a line, on every core.
// Promise: it runs as built (`npm run build` first), writes to a file, and stands beside what one thread needs to read the
// lines and to write their decisions as JSON, without deciding anything. Time on the clock, processor time and memory.
import { spawn } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { completeCaseByRecords, partialCase, randomFrom } from '../support/after-sale-cases.js'
import { say } from './report.js'

const BASELINE_CASES = 20_000
const AT_ONCE = 500
const ALSO_IN_ONE = 100_000
const LOOK_EVERY = 100

interface Run {
  readonly seconds: number
  /** Processor seconds over all threads. */
  readonly busy: number
  readonly megabytes: number
}

/** Two thirds complete, one third partial. */
async function writeCases(file: string, count: number, seed: number): Promise<void> {
  const random = randomFrom(seed)
  const out = createWriteStream(file)
  for (let i = 0; i < count; i += 1) {
    const written = JSON.stringify(i % 3 < 2 ? completeCaseByRecords(random) : partialCase(random))
    if (!out.write(`${written}\n`)) await new Promise<void>((resolve) => void out.once('drain', resolve))
  }
  await new Promise<void>((resolve) => out.end(resolve))
}

/** What the kernel says of a process while it runs: most memory held so far, and processor time. */
function lookAt(pid: number): Omit<Run, 'seconds'> | undefined {
  try {
    const held = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    if (held === undefined) return undefined
    return { megabytes: Number(held) / 1024, busy: (Number(fields[11]) + Number(fields[12])) / 100 }
  } catch {
    return undefined
  }
}

function replay(cases: string, decisions: string, words: readonly string[]): Promise<Run> {
  const out = openSync(decisions, 'w')
  const start = performance.now()
  const child = spawn(process.execPath, ['dist/cli.js', 'decide', '--ndjson', ...words, cases], {
    stdio: ['ignore', out, 'inherit'],
  })
  let seen: Omit<Run, 'seconds'> = { megabytes: 0, busy: 0 }
  const looks = setInterval(() => {
    seen = lookAt(child.pid ?? 0) ?? seen
  }, LOOK_EVERY)
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(looks)
      closeSync(out)
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, ...seen })
      else reject(new Error(`the command line ended with ${code}`))
    })
  })
}

/** Microseconds a case, on the clock and of the processor: the line read as JSON, its decision written as JSON, nothing else. */
async function baseline(cases: string, decisions: string, count: number): Promise<{ clock: number; busy: number }> {
  const caseLines = createInterface({ input: createReadStream(cases) })[Symbol.asyncIterator]()
  const decisionLines = createInterface({ input: createReadStream(decisions) })[Symbol.asyncIterator]()
  let clock = 0
  let busy = 0
  let sink = 0
  let done = 0
  while (done < count) {
    const lines: string[] = []
    const values: unknown[] = []
    for (let i = 0; i < AT_ONCE && done + i < count; i += 1) {
      lines.push((await caseLines.next()).value as string)
      values.push(JSON.parse((await decisionLines.next()).value as string))
    }
    const [from, busyFrom] = [performance.now(), process.cpuUsage()]
    for (let i = 0; i < lines.length; i += 1) {
      if (typeof JSON.parse(lines[i] as string) === 'object') sink += JSON.stringify(values[i]).length
    }
    const [took, used] = [performance.now() - from, process.cpuUsage(busyFrom)]
    // The first ones are not warm yet.
    if (done > 0) {
      clock += took * 1000
      busy += used.user + used.system
    }
    done += lines.length
  }
  if (sink === 0) throw new Error('nothing was written')
  return { clock: clock / (count - AT_ONCE), busy: busy / (count - AT_ONCE) }
}

export async function benchReplay(count: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aftersale-replay-'))
  const cases = join(folder, 'cases.ndjson')
  const decisions = join(folder, 'decisions.ndjson')
  try {
    await writeCases(cases, count, seed)
    say(`${count} cases, ${Math.round(statSync(cases).size / 1e6)} MB`)
    // One thread over very many cases shows nothing that it does not show over fewer.
    for (const threads of count <= ALSO_IN_ONE ? [1, availableParallelism()] : [availableParallelism()]) {
      const run = await replay(cases, decisions, ['--threads', String(threads)])
      const read = await baseline(cases, decisions, Math.min(count, BASELINE_CASES))
      const each = (seconds: number) => (seconds * 1e6) / count
      const figures = {
        name: 'aftersale replay',
        cases: count,
        threads,
        seconds: Number(run.seconds.toFixed(1)),
        microsecondsPerCase: Number(each(run.seconds).toFixed(1)),
        baselineMicrosecondsPerCase: Number(read.clock.toFixed(1)),
        timesBaseline: Number((each(run.seconds) / read.clock).toFixed(2)),
        processorTimesBaseline: Number((each(run.busy) / read.busy).toFixed(2)),
        megabytes: Math.round(run.megabytes),
        megabytesWritten: Math.round(statSync(decisions).size / 1e6),
      }
      console.log(JSON.stringify(figures))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
