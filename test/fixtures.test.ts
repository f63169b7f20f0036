// Every fixture against the rules that ship.
// Promise: one test per fixture file; a failure names the case, what was expected and what was decided.
import { describe, expect, it } from 'vitest'
import { type CaseReport, checkFixture } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { fixtureFiles } from './support/fixture-files.js'
import { isRule } from './support/mutate-rules.js'

const rules = [...law, ...taobao, ...sop]

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
    const { cases } = checkFixture(content, { rules })
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
      const names = checkFixture(content, { rules }).cases.map(({ name }) => name)
      return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${path} › ${name}`)
    })
    expect(repeated).toEqual([])
  })
})

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
