// `npm run bench -- --start`: how long a fresh process takes to its first decision, ours and json-rules-engine's.
// Promise: as built (`npm run build` first), on the shipped rules and the same case; processes in turns, medians of them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { law, sop, taobao } from '../../src/rules.js'
import { completeCaseByRecords, randomFrom } from '../support/after-sale-cases.js'
import { shippedRules } from './contest-rules.js'
import { prepareCase } from './contestants.js'
import { median, say } from './report.js'

const TARGET = 3
const PARTS = ['import', 'load', 'first'] as const

export function benchStart(rounds: number, seed: number): void {
  const { rulings, matched } = shippedRules()
  const random = randomFrom(seed)
  let prepared = prepareCase(rulings, completeCaseByRecords(random))
  while (prepared.facts === undefined) prepared = prepareCase(rulings, completeCaseByRecords(random))
  const kept = new Set(matched.map(({ id }) => id))
  const shipped: readonly object[] = [...law, ...taobao, ...sop]
  const omit = shipped.flatMap((one) => ('id' in one && !kept.has(one.id as string) ? [one.id] : []))
  const folder = mkdtempSync(join(tmpdir(), 'aftersale-start-'))
  const file = join(folder, 'case.json')
  writeFileSync(file, JSON.stringify({ json: prepared.json, facts: prepared.facts, omit }))
  const times = { aftersale: [] as number[][], 'json-rules-engine': [] as number[][] }
  const scripts = { aftersale: 'start-ours.mjs', 'json-rules-engine': 'start-theirs.mjs' } as const
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['aftersale', 'json-rules-engine'] as const) {
      const script = fileURLToPath(new URL(`./${scripts[name]}`, import.meta.url))
      const { stdout, stderr, status } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      if (round > 0) times[name].push(JSON.parse(stdout) as number[])
    }
  }
  rmSync(folder, { recursive: true, force: true })
  const totals = (name: keyof typeof times) => times[name].map((parts) => parts.reduce((sum, part) => sum + part, 0))
  for (const name of ['aftersale', 'json-rules-engine'] as const) {
    const parts = PARTS.map((part, i) => [`${part}Ms`, round1(median(times[name].map((one) => one[i] as number)))])
    console.log(
      JSON.stringify({ name: `start ${name}`, ...Object.fromEntries(parts), totalMs: round1(median(totals(name))) }),
    )
  }
  const theirs = totals('json-rules-engine')
  const ratio = median(totals('aftersale').map((time, i) => time / (theirs[i] as number)))
  console.log(JSON.stringify({ name: 'start against json-rules-engine', times: Number(ratio.toFixed(2)) }))
  say(`start: ${ratio.toFixed(2)} x json-rules-engine (target <= ${TARGET})`)
}

const round1 = (value: number) => Number(value.toFixed(1))
