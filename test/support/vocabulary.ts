// Palettes for generated models: kinds of facts with representative values, questions with answers, derived facts.
// Promise: the values of a kind stand on both sides of, and on, every number its literals name.
import type { DerivedDeclaration, FactDeclaration, FactKind, Json } from '../../src/engine/declaration.js'
import { points, union, type ValueSet } from '../../src/engine/value-set.js'
import { NO_VALUE, type Value } from './reference.js'

export function at<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T
}

export const SOURCE = { document: 'made-up', clause: '1', summary: 'made up for a test' }

export const both = (text: string) => ({ zh: text, en: text })

export interface Kind {
  readonly kind: FactKind
  readonly values: readonly Value[]
  readonly literals: readonly Json[]
  readonly absent: string | number | boolean | undefined
}

const threeWords = { x: both('甲'), y: both('乙'), z: both('丙') }
export const INSTANTS = [
  '2024-04-15 12:00',
  '2024-02-29 23:59',
  '2024-03-01 00:00',
  '2024-03-20 10:00',
  '2024-05-31 23:59',
  '2024-06-01 00:00',
  '2024-07-01 09:30',
]

export const KINDS: readonly Kind[] = [
  { kind: { kind: 'enum', values: threeWords }, values: ['x', 'y', 'z'], literals: ['x', 'y', 'z'], absent: undefined },
  { kind: { kind: 'boolean' }, values: [true, false], literals: [true, false], absent: false },
  { kind: { kind: 'integer', min: 0, max: 5 }, values: [0, 1, 2, 3, 4, 5], literals: [2, 0, 4, 5, -1, 6], absent: 0 },
  {
    kind: { kind: 'money', max: 6 },
    values: ['1.00', '0.00', '0.99', '1.50', '2.50', '2.51', '6.00'],
    literals: [1, 2.5],
    absent: '0.00',
  },
  {
    kind: { kind: 'instant' },
    values: INSTANTS,
    literals: ['2024-04-15 12:00', '2024-03-01 00:00', '2024-06-01 00:00'],
    absent: undefined,
  },
  {
    kind: { kind: 'date' },
    values: ['2024-04-15', '2024-02-29', '2024-03-01', '2024-05-31', '2024-06-01', '2024-07-01'],
    literals: ['2024-03-01', '2024-06-01'],
    absent: undefined,
  },
]

export function factFrom(
  index: number,
  kind: Kind,
  seed: { none: boolean; record: boolean; event: boolean },
): FactDeclaration {
  const none = seed.none || (seed.record && kind.absent === undefined)
  return {
    ...kind.kind,
    label: both(`事实${index}`),
    role: seed.record ? 'record' : 'circumstance',
    ask: ['somebody'],
    question: both(`事实${index}？`),
    ...(none ? { none: true as const } : {}),
    ...(seed.record && kind.absent !== undefined ? { absent: kind.absent } : {}),
    ...(seed.event && kind.kind.kind === 'instant' ? { event: true as const } : {}),
  }
}

export const DAY = 86_400_000
const dayOf = (instant: number) => Math.floor((instant + DAY / 3) / DAY)
const clamp = (days: number) => Math.min(200, Math.max(0, days))

export function withoutNone(set: ValueSet): ValueSet {
  return set[0] !== NO_VALUE ? set : set[1] === NO_VALUE ? set.slice(2) : [NO_VALUE + 1, ...set.slice(1)]
}

/** Beijing days from an instant fact to the clock, 0 … 200; none where the instant is none. */
export function elapsedSince(fact: string, clock: string): DerivedDeclaration {
  return {
    kind: 'duration',
    unit: 'day',
    max: 200,
    none: true,
    label: both('经过天数'),
    from: [fact, clock],
    derive: (since, now) => {
      const parts: ValueSet[] = since?.[0] === NO_VALUE ? [points([NO_VALUE])] : []
      const begun = withoutNone(since ?? [])
      for (let i = 0; i < begun.length; i += 2) {
        for (let j = 0; j < (now ?? []).length; j += 2) {
          const days = (a: number, b: number) => clamp(dayOf(now?.[a] as number) - dayOf(begun[b] as number))
          parts.push([days(j, i + 1), days(j + 1, i)])
        }
      }
      return union(parts)
    },
  }
}

/** Twice an integer fact. */
export function twice(fact: string): DerivedDeclaration {
  return {
    kind: 'integer',
    min: 0,
    max: 10,
    none: true,
    label: both('两倍'),
    from: [fact],
    derive: (set = []) => {
      const sums = set[0] === NO_VALUE ? [NO_VALUE] : []
      const counts = withoutNone(set)
      for (let i = 0; i < counts.length; i += 2)
        for (let n = counts[i] as number; n <= (counts[i + 1] as number); n += 1) sums.push(2 * n)
      return points(sums)
    },
  }
}
