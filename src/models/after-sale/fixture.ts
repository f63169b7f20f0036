// Runs fixtures: cases of one rule on its layer alone, stories step by step on the layers they name.
// Promise: every difference is reported with what was expected and what was decided; nothing is passed over.
import { canonical } from '../../engine/canonical.js'
import type { DeciderOptions as EngineOptions } from '../../engine/decider.js'
import { type Issue, issue, notAmong, placeOf } from '../../engine/issue.js'
import type { Decision } from './decision.js'
import { basisOf, checkWords, saidOf, stateLabel } from './expectation.js'
import {
  type Bases,
  type Expectations,
  type FixtureCase,
  type RuleFixture,
  readFixture,
  type Step,
  type Story,
} from './fixture-shape.js'
import { transition } from './refund-status.js'

export interface Difference {
  /** Where: 期望 or 依据, and which word. */
  readonly place: string
  readonly expected: unknown
  readonly got: unknown
  /** Titles of the rules behind what was decided, where the word is a question. */
  readonly rules?: readonly string[]
}

export interface CaseReport {
  readonly name: string
  readonly ok: boolean
  readonly differences: readonly Difference[]
  /** What cannot be read: the fixture itself, or its case. */
  readonly issues: readonly Issue[]
}

export interface FixtureReport {
  /** The rule's id, or the story's name. */
  readonly name: string
  readonly ok: boolean
  readonly cases: readonly CaseReport[]
}

/** Decides a case on some layers; bad input comes back as issues. */
export type DecideOn = (
  layers: readonly string[],
  options: Pick<EngineOptions, 'settings' | 'floors'>,
) => (
  input: unknown,
  presume: boolean,
) => { readonly ok: true; readonly value: Decision } | { readonly ok: false; readonly issues: readonly Issue[] }

const LAYERS: Readonly<Record<string, string>> = {
  店铺: 'shop',
  平台: 'platform',
  法律: 'law',
  shop: 'shop',
  platform: 'platform',
  law: 'law',
}

/** Runs one fixture. `layerOf` tells the layer of a rule. */
export function runFixture(
  input: unknown,
  decideOn: DecideOn,
  layerOf: (rule: string) => string | undefined,
): FixtureReport {
  const read = readFixture(input)
  if (!read.ok) return report('?', [{ name: '读取', ok: false, differences: [], issues: read.issues }])
  return '故事' in read.value ? runStory(read.value, decideOn) : runCases(read.value, decideOn, layerOf)
}

function report(name: string, cases: readonly CaseReport[]): FixtureReport {
  return { name, cases, ok: cases.every(({ ok }) => ok) }
}

function runCases(
  fixture: RuleFixture,
  decideOn: DecideOn,
  layerOf: (rule: string) => string | undefined,
): FixtureReport {
  const layer = layerOf(fixture.规则)
  if (layer === undefined) {
    const unknown = issue('unknown-rule', ['规则'], fixture.规则, {
      zh: `没有规则「${fixture.规则}」`,
      en: `there is no rule "${fixture.规则}"`,
    })
    return report(fixture.规则, [{ name: '规则', ok: false, differences: [], issues: [unknown] }])
  }
  return report(
    fixture.规则,
    fixture.案例.map((one) => runCase(one, layer, decideOn)),
  )
}

function floorsOf(word: '提示' | '执行' | undefined): Pick<EngineOptions, 'floors'> {
  return word === '执行' ? { floors: 'enforce' } : {}
}

function runCase(one: FixtureCase, layer: string, decideOn: DecideOn): CaseReport {
  const decide = decideOn([layer], { ...floorsOf(one.底线), ...(one.设置 === undefined ? {} : { settings: one.设置 }) })
  const decided = decide(one.案情, one.假定 === true)
  return decided.ok ? compare(one.名称, one.期望, one.依据 ?? {}, decided.value) : failed(one.名称, decided.issues)
}

function failed(name: string, issues: readonly Issue[], differences: readonly Difference[] = []): CaseReport {
  return { name, ok: false, differences, issues }
}

function runStory(story: Story, decideOn: DecideOn): FixtureReport {
  const unknown = story.层.flatMap((word, i) =>
    Object.hasOwn(LAYERS, word)
      ? []
      : [notAmong('wrong-layer', ['层', i], word, Object.keys(LAYERS), { zh: '层', en: 'layer' })],
  )
  if (unknown.length > 0) return report(story.故事, [failed('层', unknown)])
  const decide = decideOn(
    story.层.map((word) => LAYERS[word] as string),
    floorsOf(story.底线),
  )
  let circumstances: Readonly<Record<string, unknown>> = {}
  const cases = story.步骤.map((step): CaseReport => {
    const moved = changed(circumstances, step)
    circumstances = moved.circumstances
    const { 退款状态: state, ...rest } = step.期望
    if (moved.differences.length > 0) return failed(step.发生, [], moved.differences)
    const expected = step.动作 === undefined ? step.期望 : rest
    if (Object.keys(expected).length === 0) return { name: step.发生, ok: true, differences: [], issues: [] }
    const decided = decide(circumstances, false)
    return decided.ok ? compare(step.发生, expected, step.依据 ?? {}, decided.value) : failed(step.发生, decided.issues)
  })
  return report(story.故事, cases)
}

/** The circumstances after a step: its changes, and the refund state its action leads to. */
function changed(
  before: Readonly<Record<string, unknown>>,
  step: Step,
): { circumstances: Readonly<Record<string, unknown>>; differences: Difference[] } {
  const after = { ...before, ...step.案情 }
  for (const [word, value] of Object.entries(after)) if (value === null) delete after[word]
  if (step.动作 === undefined) return { circumstances: after, differences: [] }
  const moved = transition(String(after.退款状态), step.动作, after.申请 === undefined ? undefined : String(after.申请))
  const place = `动作 › ${step.动作}`
  if (!moved.ok)
    return {
      circumstances: after,
      differences: [{ place, expected: step.期望.退款状态, got: moved.allowed.map(({ action }) => action) }],
    }
  const got = stateLabel(moved.state)
  const differences = step.期望.退款状态 === got ? [] : [{ place, expected: step.期望.退款状态, got }]
  return { circumstances: { ...after, 退款状态: got }, differences }
}

function compare(name: string, expected: Expectations, bases: Bases, decision: Decision): CaseReport {
  const issues = [...checkWords(expected, ['期望']), ...checkWords(bases, ['依据'])]
  if (Object.keys(expected).length === 0) {
    issues.push(
      issue('empty', ['期望'], undefined, {
        zh: '「期望」是空的：什么也没有检验',
        en: '"期望" is empty: nothing is checked',
      }),
    )
  }
  if (issues.length > 0) return failed(name, issues)
  const differences: Difference[] = []
  for (const [word, value] of Object.entries(expected)) {
    const got = saidOf(word, decision)
    if (same(value, got)) continue
    const rules = basisOf(word, decision)?.rules.map(({ title }) => title)
    differences.push({
      place: placeOf(['期望', word]),
      expected: value,
      got,
      ...(rules === undefined ? {} : { rules }),
    })
  }
  for (const [word, basis] of Object.entries(bases)) differences.push(...compareBasis(word, basis, decision))
  return { name, ok: differences.length === 0, differences, issues: [] }
}

function compareBasis(word: string, basis: string | readonly string[], decision: Decision): Difference[] {
  const found = basisOf(word, decision)
  const place = placeOf(['依据', word])
  if (found === undefined) return [{ place, expected: basis, got: '只有问题才有依据' }]
  const got = found.rules.map(({ title }) => title)
  if (basis === '穷尽') return found.exhaustive ? [] : [{ place, expected: basis, got }]
  const ids = new Map(found.rules.map(({ id, title }) => [id, title]))
  const wanted = (typeof basis === 'string' ? [basis] : basis).map((one) => ids.get(one) ?? one)
  return same(wanted, got) ? [] : [{ place, expected: wanted, got }]
}

/** Equal, lists without regard to order. */
function same(expected: unknown, got: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(got)) {
    const sorted = (list: readonly unknown[]) => list.map(canonical).sort()
    return canonical(sorted(expected)) === canonical(sorted(got))
  }
  return canonical(expected) === canonical(got)
}
