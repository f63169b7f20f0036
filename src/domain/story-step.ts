// One step of a story: its changes laid over the circumstances before it, and the state its action leads to.
// Promise: a fact has one name in a story, whichever language a step writes it in; a step that cannot be read is an issue.
import { type Issue, issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Deciding, StepTable } from './domain.js'
import type { Circumstances, Step } from './fixture-shape.js'

/** The two keys of a case that are no facts. */
const OTHER_KEYS: Readonly<Record<string, string>> = { recordsComplete: '记录完整', agreed: '约定' }

export interface Stepped {
  readonly circumstances: Circumstances
  /** Where the action leads to another state than expected, or to none: then with the actions that are possible. */
  readonly differences: readonly { readonly place: string; readonly expected: unknown; readonly got: unknown }[]
  readonly issues: readonly Issue[]
}

/** The word a case and an expectation call the state by; none for a model without steps. */
export function stateWord({ model, steps }: Deciding): string | undefined {
  return steps && labelOf(model, steps.state)
}

function labelOf({ columnOf }: Model, fact: string): string {
  return columnOf.get(fact)?.label.zh ?? fact
}

/** What a story has come to after `step`. A fact written as `null` is taken back. */
export function stepFrom({ model, steps }: Deciding, before: Circumstances, step: Step): Stepped {
  const issues: Issue[] = []
  const circumstances = { ...before, ...named(model, step.案情 ?? {}, issues) }
  for (const [key, value] of Object.entries(circumstances)) if (value === null) delete circumstances[key]
  if (step.动作 === undefined) return { circumstances, differences: [], issues }
  if (steps === undefined) return { circumstances, differences: [], issues: [...issues, noSteps(model, step.动作)] }
  const taken = taking(model, steps, circumstances, { ...step, 动作: step.动作 })
  return { ...taken, issues: [...issues, ...taken.issues] }
}

function taking(
  model: Model,
  steps: StepTable,
  circumstances: Circumstances,
  { 动作: action, 期望 }: Step & { readonly 动作: string },
): Stepped {
  const [stateWord, requestedWord] = [labelOf(model, steps.state), labelOf(model, steps.requested)]
  const state = circumstances[stateWord]
  const requested = circumstances[requestedWord]
  if (typeof state !== 'string')
    return { circumstances, differences: [], issues: [noState(model, steps.state, action)] }
  const moved = steps.take(state, action, typeof requested === 'string' ? requested : undefined)
  const place = `动作 › ${action}`
  const expected = 期望[stateWord]
  if (!moved.ok) {
    // Where the table reports a word, and where a fixture writes it.
    const writtenAt: Readonly<Record<string, readonly string[]>> = {
      state: ['案情', stateWord],
      requested: ['案情', requestedWord],
      action: ['动作'],
    }
    const unread = moved.issues.filter(({ code }) => code !== 'not-accepted')
    const got = moved.allowed.map((one) => one.action)
    return {
      circumstances,
      differences: unread.length > 0 ? [] : [{ place, expected, got }],
      issues: unread.map((one) => ({ ...one, path: writtenAt[String(one.path[0])] ?? one.path })),
    }
  }
  const got = moved.label.zh
  return {
    circumstances: { ...circumstances, [stateWord]: got },
    differences: expected === got ? [] : [{ place, expected, got }],
    issues: [],
  }
}

/** The changes by the Chinese name of each fact; a fact written in both languages is an issue. */
function named({ factOf }: Model, changes: Circumstances, issues: Issue[]): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(changes)) {
    const name = factOf.get(key)?.label.zh ?? OTHER_KEYS[key] ?? key
    if (Object.hasOwn(named, name)) {
      const message = { zh: `「${name}」用两种文字各写了一次`, en: `"${name}" is written in both languages` }
      issues.push(issue('duplicate-key', ['案情', key], key, message))
    }
    named[name] = value
  }
  return named
}

function noState({ columnOf }: Model, fact: string, action: string): Issue {
  const { zh: state, en } = columnOf.get(fact)?.label ?? { zh: fact, en: fact }
  return issue('missing-key', ['案情', state], undefined, {
    zh: `有动作「${action}」的步骤，案情里要有一个确定的「${state}」`,
    en: `a step with the action "${action}" needs one ${en} ("${state}") in the case`,
  })
}

function noSteps({ declaration: { title } }: Model, action: string): Issue {
  return issue('not-accepted', ['动作'], action, {
    zh: `「${title.zh}」模型没有状态流转，步骤里不写动作`,
    en: `the model "${title.en}" has no table of steps, so a step takes no action`,
  })
}
