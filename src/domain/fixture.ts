// Runs fixtures: cases of one rule on its layer alone, stories step by step on the layers they name.
// Promise: every difference is reported with what was expected and what was decided; nothing is passed over.
import type { NextQuestion } from '../engine/ask.js'
import { type Issue, issue, notAmong, type Result } from '../engine/issue.js'
import { type DecideOptions, type DeciderOptions as EngineOptions, readSettings } from '../engine/options.js'
import { isObject } from '../engine/plain.js'
import { checkWritten, compare, type Difference } from './compare-expected.js'
import { type Conflict, conflictsOf } from './conflicts.js'
import type { Deciding, Decision } from './domain.js'
import type { AwaitedBy } from './expectation.js'
import { type Circumstances, type FixtureCase, type RuleFixture, readFixture, type Story } from './fixture-shape.js'
import { stepFrom } from './story-step.js'

export interface CaseReport {
  readonly name: string
  readonly ok: boolean
  readonly differences: readonly Difference[]
  /** What cannot be read: the fixture itself, or its case. */
  readonly issues: readonly Issue[]
  /** Where the case differs and rules contradict each other: which, on what. */
  readonly conflicts?: readonly Conflict[]
}

export interface FixtureReport {
  /** The rule's id, or the story's name. */
  readonly name: string
  readonly ok: boolean
  readonly cases: readonly CaseReport[]
}

/** Decides cases on some layers, and tells what a question waits for. */
export type DecideOn = (
  layers: readonly string[],
  options: Pick<EngineOptions, 'settings' | 'floors'>,
) => {
  /** Bad input comes back as issues. */
  readonly safeDecide: (input: unknown, options: DecideOptions) => Result<Decision>
  readonly ask: (input: unknown, question: string, options: DecideOptions) => readonly NextQuestion[]
}

/** Stands for the name of a fixture that has none. */
export const UNNAMED = '?'

/** One decision a fixture asks for, with what it says of it. */
export interface Check {
  readonly name: string
  readonly layers: readonly string[]
  readonly options: Pick<EngineOptions, 'settings' | 'floors'>
  /** The case to decide. */
  readonly input: unknown
  readonly presume: boolean
  /** Words the fixture expects something of. */
  readonly expects: readonly string[]
  /** What cannot be read of the fixture itself. */
  readonly issues: readonly Issue[]
  /** Where a decision is another than the fixture says; `waitsFor` tells what an open answer waits for. */
  readonly differences: (decision: Decision, waitsFor?: AwaitedBy) => readonly Difference[]
}

/** A fixture as the decisions it asks for; where it cannot be read at all, with the one report that says so. */
export interface Checks {
  /** The rule's id, or the story's name. */
  readonly name: string
  /** Id of the rule whose cases these are. */
  readonly rule?: string
  readonly checks: readonly Check[]
  readonly unread?: CaseReport
}

/** Runs one fixture. `layerOf` tells the layer of a rule. */
export function runFixture(
  domain: Deciding,
  input: unknown,
  decideOn: DecideOn,
  layerOf: (rule: string) => string | undefined,
): FixtureReport {
  const { name, checks, unread } = checksOf(domain, input, layerOf)
  const cases = [...(unread === undefined ? [] : [unread]), ...checks.map((check) => runCheck(domain, check, decideOn))]
  return { name, cases, ok: cases.every(({ ok }) => ok) }
}

/** The decisions a fixture asks for, in order. `layerOf` tells the layer of a rule. */
export function checksOf(domain: Deciding, input: unknown, layerOf: (rule: string) => string | undefined): Checks {
  const read = readFixture(input)
  if (!read.ok) return unread(writtenName(input), '读取', read.issues)
  return '故事' in read.value ? checksOfStory(domain, read.value) : checksOfRule(domain, read.value, layerOf)
}

/** What a fixture that cannot be read calls itself, if it does. */
function writtenName(input: unknown): string {
  const { 规则: rule, 故事: story } = isObject(input) ? input : {}
  return [rule, story].find((name) => typeof name === 'string') ?? UNNAMED
}

function unread(fixture: string, name: string, issues: readonly Issue[]): Checks {
  return { name: fixture, checks: [], unread: reported(name, issues) }
}

function runCheck(
  { model }: Deciding,
  { name, layers, options, input, presume, issues, differences }: Check,
  decideOn: DecideOn,
): CaseReport {
  const decider = decideOn(layers, options)
  const decided = decider.safeDecide(input, { presume })
  if (!decided.ok) return reported(name, [...issues, ...decided.issues])
  const waitsFor = (question: string) => decider.ask(input, question, { presume }).map(({ label }) => label.zh)
  const report = reported(name, issues, differences(decided.value, waitsFor))
  const conflicts = report.differences.length > 0 ? conflictsOf(model, decided.value) : []
  return conflicts.length > 0 ? { ...report, conflicts } : report
}

function checksOfRule(domain: Deciding, fixture: RuleFixture, layerOf: (rule: string) => string | undefined): Checks {
  const rule = fixture.规则
  const layer = layerOf(rule)
  if (layer === undefined) {
    const unknown = issue('unknown-rule', ['规则'], rule, {
      zh: `没有规则「${rule}」`,
      en: `there is no rule "${rule}"`,
    })
    return unread(rule, '规则', [unknown])
  }
  return { name: rule, rule, checks: fixture.案例.map((one) => checkOfCase(domain, one, layer)) }
}

function floorsOf(word: '提示' | '执行' | undefined): Pick<EngineOptions, 'floors'> {
  return word === '执行' ? { floors: 'enforce' } : {}
}

function checkOfCase(domain: Deciding, one: FixtureCase, layer: string): Check {
  const { 设置: settings = {} } = one
  const wrong: Issue[] = []
  readSettings(domain.model, settings, wrong)
  return {
    name: one.名称,
    layers: [layer],
    // Settings nobody can read leave the case to its issues.
    options: { ...floorsOf(one.底线), ...(wrong.length === 0 && one.设置 && { settings }) },
    input: one.案情,
    presume: one.假定 === true,
    expects: Object.keys(one.期望),
    issues: [
      ...wrong.map((each) => ({ ...each, path: ['设置', ...each.path.slice(1)] })),
      ...checkWritten(domain, one),
    ],
    differences: (decision, waitsFor) => compare(domain, one.期望, one.依据 ?? {}, decision, waitsFor),
  }
}

/** What cannot be read stands alone: beside it a difference would say nothing. */
function reported(name: string, issues: readonly Issue[], differences: readonly Difference[] = []): CaseReport {
  if (issues.length > 0) return { name, ok: false, differences: [], issues }
  return { name, ok: differences.length === 0, differences, issues }
}

function checksOfStory(domain: Deciding, story: Story): Checks {
  const layers = Object.entries(domain.model.declaration.layers)
  const words = [...layers.map(([, { label }]) => label.zh), ...layers.map(([id]) => id)]
  const unknown = story.层.flatMap((word, i) =>
    words.includes(word) ? [] : [notAmong('wrong-layer', ['层', i], word, words, { zh: '层', en: 'layer' })],
  )
  if (unknown.length > 0) return unread(story.故事, '层', unknown)
  const on = story.层.map((word) => layers[words.indexOf(word) % layers.length]?.[0] as string)
  let circumstances: Circumstances = {}
  const checks = story.步骤.map((step): Check => {
    const after = stepFrom(domain, circumstances, step)
    circumstances = after.circumstances
    const { expected } = after
    return {
      name: step.发生,
      layers: on,
      options: floorsOf(story.底线),
      input: circumstances,
      presume: story.假定 === true,
      expects: Object.keys(expected),
      issues: [...checkWritten(domain, step), ...after.issues],
      differences: (decision, waitsFor) => [
        ...after.differences,
        ...compare(domain, expected, step.依据 ?? {}, decision, waitsFor),
      ],
    }
  })
  return { name: story.故事, checks }
}
