// All the complete cases a partial case may turn out to be, over the representative values of each fact.
// Promise: exactly those that are consistent with what is written, with complete records and with the constraints.
import type { FactDeclaration, FactKind, Json, ModelDeclaration } from '../../src/engine/declaration.js'
import { leafHolds, type Value } from './reference.js'

export type PartialCase = Readonly<Record<string, Json>>

/** One way the case may be: its facts, and the numbers nobody wrote down. */
export interface Completion {
  readonly facts: Readonly<Record<string, Value>>
  readonly unsaid: Readonly<Record<string, number>>
}

export interface Completions {
  readonly list: readonly Completion[]
  /** Whether the list holds every one; otherwise it is a sample. */
  readonly exhaustive: boolean
}

/** What completing needs to know of a model besides its declaration. */
export interface Samples {
  readonly declaration: ModelDeclaration
  /** Representative values per fact: at least one on each side of every number a rule compares with. */
  readonly values: Readonly<Record<string, readonly Value[]>>
  /** What an unset setting, or a parameter without a version, might be. */
  readonly unsaid: Readonly<Record<string, readonly number[]>>
}

const MONEY: FactKind = { kind: 'money' }

function atMost(kind: FactKind, a: Value, b: Value): boolean {
  return kind.kind === 'money' ? leafHolds(MONEY, a, 'lessThanInclusive', b) : a <= b
}

/** The values a fact may have; `{same}` where it is whatever another fact is. */
function possible(samples: Samples, written: PartialCase, id: string): readonly Value[] | { readonly same: string } {
  const fact = samples.declaration.facts[id] as FactDeclaration
  const said = written[id] as Json | undefined
  const all = samples.values[id] as readonly Value[]
  if (said === undefined) {
    if (written.recordsComplete !== true || fact.role !== 'record') return all
    if (typeof fact.absent === 'object') return { same: fact.absent.fact }
    return [fact.absent ?? (fact.kind === 'boolean' ? false : 'none')]
  }
  if (typeof said !== 'object' || said === null) return [said as Value]
  if ('oneOf' in said) return [...new Set(said.oneOf as readonly Value[])]
  const { atLeast, atMost: most } = said as { readonly atLeast?: Value; readonly atMost?: Value }
  return all.filter(
    (value) =>
      value !== 'none' &&
      (atLeast === undefined || atMost(fact, atLeast, value)) &&
      (most === undefined || atMost(fact, value, most)),
  )
}

/** Whether a world with these facts can be: events no later than the clock, and the declared constraints. */
function consistent(declaration: ModelDeclaration, facts: Readonly<Record<string, Value>>): boolean {
  const inOrder = (earlier: string, later: string) => {
    const a = facts[earlier] as Value
    const b = facts[later] as Value
    return a === 'none' || b === 'none' || atMost(declaration.facts[earlier] as FactDeclaration, a, b)
  }
  const eventsPast = Object.entries(declaration.facts).every(
    ([id, fact]) => fact.event !== true || inOrder(id, declaration.clock),
  )
  return (
    eventsPast &&
    (declaration.constraints ?? []).every((constraint) =>
      'order' in constraint
        ? inOrder(...constraint.order)
        : !constraint.never.every(({ fact, operator, value }) =>
            leafHolds(declaration.facts[fact] as FactDeclaration, facts[fact] as Value, operator, value),
          ),
    )
  )
}

/** How far completing goes: every way up to `limit`, and otherwise `sample` of them, spread by `seed`. */
export interface Extent {
  readonly limit: number
  readonly sample: number
  readonly seed: number
}

/** Completes a case in every way it may turn out, or in a sample of them. */
export function completionsOf(samples: Samples, written: PartialCase, { limit, sample, seed }: Extent): Completions {
  const ids = Object.keys(samples.declaration.facts)
  const same: [string, string][] = []
  const axes: (readonly [string, readonly (Value | number)[]])[] = []
  for (const id of ids) {
    const values = possible(samples, written, id)
    if ('same' in values) same.push([id, values.same])
    else axes.push([id, values])
  }
  axes.push(...Object.entries(samples.unsaid))
  const total = axes.reduce((product, [, values]) => product * values.length, 1)
  const exhaustive = total <= limit
  const list: Completion[] = []
  let state = seed >>> 0
  for (let i = 0; i < (exhaustive ? total : sample); i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let rest = exhaustive ? i : Math.floor((state / 2 ** 32) * total)
    const facts: Record<string, Value> = {}
    const unsaid: Record<string, number> = {}
    for (const [id, values] of axes) {
      const value = values[rest % values.length] as Value
      rest = Math.floor(rest / values.length)
      if (ids.includes(id)) facts[id] = value
      else unsaid[id] = Number(value)
    }
    for (const [id, other] of same) facts[id] = facts[other] as Value
    if (consistent(samples.declaration, facts)) list.push({ facts, unsaid })
  }
  return { list, exhaustive }
}
