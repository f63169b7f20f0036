// One step of a story: its changes laid over the circumstances before it, and the refund state its action leads to.
// Promise: a fact has one name in a story, whichever language a step writes it in; a step that cannot be read is an issue.
import { type Issue, issue } from '../../engine/issue.js'
import { stateLabel } from './expectation.js'
import type { Circumstances, Step } from './fixture-shape.js'
import { afterSale } from './model.js'
import { transition } from './refund-status.js'

const STATE = afterSale.declaration.facts.refundState.label.zh
const REQUESTED = afterSale.declaration.facts.requested.label.zh

/** The two keys of a case that are no facts. */
const OTHER_KEYS: Readonly<Record<string, string>> = { recordsComplete: '记录完整', agreed: '约定' }

/** Where a step of the table reports a word, and where a fixture writes it. */
const WRITTEN_AT: Readonly<Record<string, readonly string[]>> = {
  state: ['案情', STATE],
  requested: ['案情', REQUESTED],
  action: ['动作'],
}

export interface Stepped {
  readonly circumstances: Circumstances
  /** Where the action leads to another state than expected, or to none: then with the actions that are possible. */
  readonly differences: readonly { readonly place: string; readonly expected: unknown; readonly got: unknown }[]
  readonly issues: readonly Issue[]
}

/** What a story has come to after `step`. A fact written as `null` is taken back. */
export function stepFrom(before: Circumstances, step: Step): Stepped {
  const issues: Issue[] = []
  const circumstances = { ...before, ...named(step.案情 ?? {}, issues) }
  for (const [key, value] of Object.entries(circumstances)) if (value === null) delete circumstances[key]
  if (step.动作 === undefined) return { circumstances, differences: [], issues }

  const state = circumstances[STATE]
  const requested = circumstances[REQUESTED]
  if (typeof state !== 'string') return { circumstances, differences: [], issues: [...issues, noState(step.动作)] }
  const moved = transition(state, step.动作, typeof requested === 'string' ? requested : undefined)
  const place = `动作 › ${step.动作}`
  const expected = step.期望.退款状态
  if (!moved.ok) {
    const unread = moved.issues.filter(({ code }) => code !== 'not-accepted')
    issues.push(...unread.map((one) => ({ ...one, path: WRITTEN_AT[String(one.path[0])] ?? one.path })))
    const got = moved.allowed.map(({ action }) => action)
    return { circumstances, differences: unread.length > 0 ? [] : [{ place, expected, got }], issues }
  }
  const got = stateLabel(moved.state)
  return {
    circumstances: { ...circumstances, [STATE]: got },
    differences: expected === got ? [] : [{ place, expected, got }],
    issues,
  }
}

/** The changes by the Chinese name of each fact; a fact written in both languages is an issue. */
function named(changes: Circumstances, issues: Issue[]): Record<string, unknown> {
  const named: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(changes)) {
    const name = afterSale.factOf.get(key)?.label.zh ?? OTHER_KEYS[key] ?? key
    if (Object.hasOwn(named, name)) {
      const message = { zh: `「${name}」用两种文字各写了一次`, en: `"${name}" is written in both languages` }
      issues.push(issue('duplicate-key', ['案情', key], key, message))
    }
    named[name] = value
  }
  return named
}

function noState(action: string): Issue {
  return issue('missing-key', ['案情', STATE], undefined, {
    zh: `有动作「${action}」的步骤，案情里要有一个确定的「${STATE}」`,
    en: `a step with the action "${action}" needs one refund state ("${STATE}") in the case`,
  })
}
