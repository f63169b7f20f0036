// Every fixture against the rules that ship.
// Promise: one test per fixture file; a failure names the case, what was expected and what was decided.
import { describe, expect, it } from 'vitest'
import { afterSale, type CaseReport, fixtureChecker } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { isRule } from '../src/verify/mutants.js'
import { fixtureFiles } from './support/fixture-files.js'

const rules = [...law, ...taobao, ...sop]
const check = fixtureChecker({ rules })

function readable({ name, differences, issues }: CaseReport): string {
  const lines = [
    ...differences.map(
      ({ place, expected, got }) => `  ${place}: 期望 ${JSON.stringify(expected)}，得到 ${JSON.stringify(got)}`,
    ),
    ...issues.map(({ path, message }) => `  ${path.join('.')}: ${message.zh}`),
  ]
  return [`「${name}」`, ...lines].join('\n')
}

describe('fixtures', () => {
  it.each(fixtureFiles.map(({ path, content }) => [path, content] as const))('%s', (_, content) => {
    const { cases } = check(content)
    expect(cases.length).toBeGreaterThan(0)
    expect(
      cases
        .filter(({ ok }) => !ok)
        .map(readable)
        .join('\n'),
    ).toBe('')
  })

  it('stand at the path of their rule, one for each rule', () => {
    const named = fixtureFiles.flatMap(({ path, content }) =>
      isRecord(content) && '规则' in content ? [[path, content.规则]] : [],
    )
    expect(named.filter(([path, rule]) => path !== rule)).toEqual([])
    const ids = rules
      .filter((one): one is Readonly<Record<string, unknown>> => isRecord(one) && isRule(one))
      .map(({ id }) => id)
    expect(ids.filter((id) => !named.some(([path]) => path === id))).toEqual([])
  })

  it('name their cases differently within a file', () => {
    const repeated = fixtureFiles.flatMap(({ path, content }) => {
      const names = check(content).cases.map(({ name }) => name)
      return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${path} › ${name}`)
    })
    expect(repeated).toEqual([])
  })

  it('name the rules behind every answer they expect', () => {
    const questions = new Set<string>(Object.values(afterSale.declaration.questions).map(({ label }) => label.zh))
    const parts = fixtureFiles.flatMap(({ path, content }) => {
      const { 案例, 步骤 } = content as { readonly 案例?: Written[]; readonly 步骤?: Written[] }
      return (案例 ?? 步骤 ?? []).map((one) => ({ path, ...one }))
    })
    const bare = parts.flatMap(({ path, 名称, 发生, 期望, 依据 = {} }) =>
      Object.entries(期望)
        .filter(([word, value]) => questions.has(word) && isAnswered(value) && !(word in 依据))
        .map(([word]) => `${path} › ${名称 ?? 发生} › ${word}`),
    )
    expect(parts.length).toBeGreaterThan(600)
    expect(bare).toEqual([])
  })
})

/** The parts of a case or a step that are looked at here. */
interface Written {
  readonly 名称?: string
  readonly 发生?: string
  readonly 期望: Readonly<Record<string, unknown>>
  readonly 依据?: Readonly<Record<string, unknown>>
}

/** Whether an expected value is an answer of rules: not silence, nothing open, not the absence of every member. */
function isAnswered(value: unknown): boolean {
  if (typeof value === 'string') return !['', '不产生', '无', '冲突', '未定'].includes(value)
  if (Array.isArray(value)) return value.some((one) => !String(one).endsWith('）'))
  return !isRecord(value) || Object.keys(value).length > 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
