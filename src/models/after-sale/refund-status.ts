// The steps between refund states, read from rules/parameters/refund-states.json.
// Promises: `transition` is pure, answers only with what the table says, and never throws on a word it does not know;
// an illegal step comes back with the steps the state allows. The table is checked once, when this file is loaded.

import table from '../../../rules/parameters/refund-states.json' with { type: 'json' }
import { type Issue, issue, notAmong } from '../../engine/issue.js'
import type { Text } from '../../engine/text.js'
import {
  type RefundAction,
  type RefundActor,
  type RefundRequest,
  type RefundState,
  refundActions,
  refundActors,
  refundRequests,
  refundStates,
} from './terms.js'

/** One row of the table: who may do what in a state, for which kinds of request (all where unwritten), and what follows. */
export interface RefundStep {
  readonly from: RefundState
  readonly by: RefundActor
  readonly action: RefundAction
  readonly requested?: readonly RefundRequest[]
  readonly to: RefundState
  /** Rows of the catalogue the step answers for. */
  readonly covers: readonly string[]
}

/** A step a state allows. `requested` is there where the step is for those kinds of request only. */
export interface AllowedStep {
  readonly action: RefundAction
  readonly label: Text
  readonly by: readonly RefundActor[]
  readonly requested?: readonly RefundRequest[]
  readonly to: RefundState
}

/** The state after a step with its label, who may take the step and the catalogue rows behind it; or why there is none. */
export type Transition =
  | {
      readonly ok: true
      readonly state: RefundState
      readonly label: Text
      readonly by: readonly RefundActor[]
      readonly covers: readonly string[]
    }
  | {
      readonly ok: false
      /** The state the refund stays in, where the word for it was known. */
      readonly state?: RefundState
      readonly allowed: readonly AllowedStep[]
      readonly issues: readonly Issue[]
    }

/** Reads ids and Chinese labels of a list of words alike. */
function reader<Id extends string>(words: Readonly<Record<Id, Text>>): ReadonlyMap<string, Id> {
  const byWord = new Map<string, Id>()
  for (const id in words) byWord.set(id, id).set(words[id].zh, id)
  return byWord
}

const states = reader(refundStates)
const actions = reader(refundActions)
const actors = reader(refundActors)
const requests = reader(refundRequests)

const STATE: Text = { zh: '退款状态', en: 'refund state' }
const ACTION: Text = { zh: '退款操作', en: 'refund action' }
const REQUESTED: Text = { zh: '申请', en: 'request' }

/** A word of the shipped table, which has to be one of ours: a misprint must stop the load, not hide a step. */
function tableWord<Id extends string>(words: ReadonlyMap<string, Id>, word: string): Id {
  const id = words.get(word)
  if (id === undefined) throw new RangeError(`refund-states.json: ${word} is no word of the refund table`)
  return id
}

/** The table of refund steps, frozen. */
export const refundSteps: readonly RefundStep[] = Object.freeze(
  table.rows.map((row) =>
    Object.freeze({
      from: tableWord(states, row.from),
      by: tableWord(actors, row.by),
      action: tableWord(actions, row.action),
      ...('requested' in row && row.requested !== undefined
        ? { requested: Object.freeze(row.requested.map((word) => tableWord(requests, word))) }
        : {}),
      to: tableWord(states, row.to),
      covers: Object.freeze([...row.covers]),
    }),
  ),
)

/**
 * The step `action` takes a refund in `state` to. Each word is an id (`WAIT_SELLER_AGREE`, `agree`) or its Chinese label
 * (退款协议等待卖家确认中, 同意退款). `requested` is `refund-only` / 仅退款 or `return-and-refund` / 退货退款; it may be left out
 * where the step is the same for both. An unknown word or a step the table does not have gives `ok: false` with every
 * issue and with the steps allowed in that state for what was requested.
 * Source: the documents named in rules/parameters/refund-states.json.
 */
export function transition(state: string, action: string, requested?: string): Transition {
  const from = states.get(state)
  const taken = actions.get(action)
  const request = requested === undefined ? undefined : requests.get(requested)
  const issues: Issue[] = []
  if (from === undefined) issues.push(unknownWord(['state'], state, refundStates, STATE))
  if (taken === undefined) issues.push(unknownWord(['action'], action, refundActions, ACTION))
  if (requested !== undefined && request === undefined) {
    issues.push(unknownWord(['requested'], requested, refundRequests, REQUESTED))
  }
  if (from === undefined) return { ok: false, allowed: [], issues }

  const open = refundSteps.filter((step) => step.from === from && isFor(step, request))
  if (taken !== undefined && issues.length === 0) {
    const steps = open.filter((step) => step.action === taken)
    const [first] = steps
    if (first === undefined) issues.push(notAllowed(from, taken, open))
    else if (request === undefined && steps.some((step) => step.requested !== undefined)) {
      issues.push(requestNeeded(taken))
    } else {
      return {
        ok: true,
        state: first.to,
        label: { ...refundStates[first.to] },
        by: distinct(steps.map((step) => step.by)),
        covers: distinct(steps.flatMap((step) => step.covers)),
      }
    }
  }
  return { ok: false, state: from, allowed: allowedOf(open), issues }
}

/** Whether a step may apply: an unsaid request leaves the steps of every request open. */
function isFor(step: RefundStep, request: RefundRequest | undefined): boolean {
  return step.requested === undefined || request === undefined || step.requested.includes(request)
}

/** The steps as they are offered: one entry for a step several parties may take. */
function allowedOf(steps: readonly RefundStep[]): AllowedStep[] {
  const groups = new Map<string, RefundStep[]>()
  for (const step of steps) {
    const key = [step.action, step.to, ...(step.requested ?? [])].join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [step])
    else group.push(step)
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ action, requested, to }) => ({
      action,
      label: { ...refundActions[action] },
      by: distinct(group.map((step) => step.by)),
      ...(requested === undefined ? {} : { requested: [...requested] }),
      to,
    })),
  )
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

/** An unknown word, measured against ids or labels, whichever language it is written in. */
function unknownWord(path: readonly string[], found: string, words: Readonly<Record<string, Text>>, what: Text): Issue {
  const isChinese = /\p{Script=Han}/u.test(found)
  const accepted = isChinese ? Object.values(words).map((label) => label.zh) : Object.keys(words)
  return notAmong('unknown-value', path, found, accepted, what)
}

function notAllowed(state: RefundState, action: RefundAction, open: readonly RefundStep[]): Issue {
  const possible = distinct(open.map((step) => step.action))
  const zh = possible.map((id) => `「${refundActions[id].zh}」`).join('')
  const message = {
    zh: `退款状态「${refundStates[state].zh}」下不能「${refundActions[action].zh}」；${zh === '' ? '退款已结束' : `可以：${zh}`}`,
    en: `${action} is not possible in ${state}; ${zh === '' ? 'the refund has ended' : `possible: ${possible.join(', ')}`}`,
  }
  return { ...issue('not-accepted', ['action'], action, message), accepted: possible }
}

function requestNeeded(action: RefundAction): Issue {
  const ids = Object.keys(refundRequests)
  const message = {
    zh: `「${refundActions[action].zh}」能否进行、进入什么状态取决于申请：请写明「仅退款」还是「退货退款」`,
    en: `whether ${action} is possible, and what follows, depends on the request: say ${ids.join(' or ')}`,
  }
  return { ...issue('missing-key', ['requested'], undefined, message), accepted: ids }
}
