// One step of a story: its changes laid over the circumstances before it, and the state its action leads to.
// Promise: a fact has one name in a story, whichever language a step writes it in; a step that cannot be read is an issue.
import { type Issue, issue, notAmong } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import { writtenTwice } from '../engine/read-agreed.js'
import type { Text } from '../engine/text.js'
import type { Deciding, StepTable } from './domain.js'
import type { Circumstances, Expectations, Step } from './fixture-shape.js'

/** The two keys of a case that are no facts. */
const OTHER_KEYS: Readonly<Record<string, string>> = { recordsComplete: '记录完整', agreed: '约定' }

export interface Stepped {
  readonly circumstances: Circumstances
  /** What is expected of the decision: the state an action leads to is said by the table of steps. */
  readonly expected: Expectations
  /** Where the action leads to another state than expected, or is not possible: then in words, with those that are. */
  readonly differences: readonly { readonly place: string; readonly expected: unknown; readonly got: unknown }[]
  readonly issues: readonly Issue[]
}

/** What a story has come to after `step`. A fact written as `null` is taken back; what is none stays, to be refused. */
export function stepFrom({ model, steps }: Deciding, before: Circumstances, step: Step): Stepped {
  const issues: Issue[] = []
  const circumstances = { ...before, ...named(model, step.案情 ?? {}, issues) }
  for (const key of [...model.factOf.keys(), ...Object.values(OTHER_KEYS)])
    if (circumstances[key] === null) delete circumstances[key]
  const { 动作: action, 期望: expected } = step
  const stepped: Stepped = { circumstances, expected, differences: [], issues }
  if (action === undefined) return stepped
  if (steps === undefined) issues.push(noAction())
  return steps === undefined ? stepped : taking(model, steps, stepped, action, issues)
}

function taking(model: Model, steps: StepTable, stepped: Stepped, action: string, issues: Issue[]): Stepped {
  const [state, requested] = [steps.state, steps.requested].map((fact) => model.columnOf.get(fact)?.label) as [
    Text,
    Text,
  ]
  const { circumstances } = stepped
  const { [state.zh]: stateExpected, ...expected } = stepped.expected
  const [from, request] = [state, requested].map(({ zh }) => circumstances[zh])
  if (typeof from !== 'string') {
    issues.push(noState(state, action))
    return { ...stepped, expected }
  }
  const moved = steps.take(from, action, typeof request === 'string' ? request : undefined)
  const differing = (got: unknown) => [{ place: `动作 › ${action}`, expected: stateExpected, got }]
  if (moved.ok) {
    const { zh } = moved.label
    return {
      circumstances: { ...circumstances, [state.zh]: zh },
      expected,
      differences: stateExpected === zh ? [] : differing(zh),
      issues,
    }
  }
  // Where the table reports a word, and where a fixture writes it.
  const writtenAt: Readonly<Record<string, readonly string[]>> = {
    state: ['案情', state.zh],
    requested: ['案情', requested.zh],
    action: ['动作'],
  }
  const unread = moved.issues.filter(({ code }) => code !== 'not-accepted')
  issues.push(...unread.map((one) => ({ ...one, path: writtenAt[String(one.path[0])] ?? one.path })))
  const differences = unread.length > 0 ? [] : differing(moved.issues.map(({ message }) => message.zh).join(''))
  return { circumstances, expected, differences, issues }
}

/** The changes by the Chinese name of each fact; a fact written in both languages is an issue. */
function named({ factOf }: Model, changes: Circumstances, issues: Issue[]): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(changes)) {
    const name = factOf.get(key)?.label.zh ?? OTHER_KEYS[key] ?? key
    if (Object.hasOwn(named, name)) issues.push(writtenTwice(['案情', key], key, name, name))
    named[name] = value
  }
  return named
}

function noState({ zh, en }: Text, action: string): Issue {
  return issue('missing-key', ['案情', zh], undefined, {
    zh: `动作「${action}」要有一个确定的「${zh}」`,
    en: `the action "${action}" needs one ${en} ("${zh}")`,
  })
}

/** A model without steps has no actions. */
function noAction(): Issue {
  return notAmong('unknown-key', ['动作'], '动作', ['发生', '案情', '期望', '依据'], { zh: '键', en: 'key' })
}
