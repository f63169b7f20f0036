// Regions for people: as few boxes as can be found, in words, and a mark that stays while the region does.
// Promise: the boxes together are exactly the region within the world; the mark depends on no order and no further cuts.
import { hash as sha256 } from '@stablelib/sha256'
import { formatCaseValue } from '../engine/fact-value.js'
import { listed } from '../engine/listed.js'
import type { Column } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { greatest, leastBeyondNone, NONE, union, type ValueSet } from '../engine/value-set.js'
import { type CellSet, cellSet, cellsOf, hasCell, isNoCell, shared, without } from './cells.js'
import { type Diagrams, EVERYTHING, NOTHING, type Region } from './diagram.js'
import { all, isIn, TRUE } from './formula.js'
import { OUT_OF_BUDGET } from './node-table.js'
import type { Space, Variable } from './space.js'
import { regionIn, type Subject } from './subject.js'
import { pathIn } from './way.js'
import { NO, same, YES } from './words.js'

/** Cells per variable; a variable that is not there may have any. */
export type Cube = ReadonlyMap<number, CellSet>

/** Boxes that cover a region within the world; `more` where further ones were left out. */
export function cubesOf(
  subject: Subject,
  region: Region,
  most: number,
): { readonly cubes: readonly Cube[]; readonly more: boolean } {
  const { diagrams } = subject
  const cubes: Cube[] = []
  const world = regionIn(subject, TRUE)
  if (world === undefined) return { cubes, more: region !== NOTHING }
  try {
    diagrams.restart()
    const outside = diagrams.minus(world, region)
    let left = region
    while (left !== NOTHING && cubes.length < most) {
      const wide = widened(subject, pathIn(subject, left).own, outside)
      cubes.push(tightened(subject, wide, region))
      left = diagrams.minus(left, built(subject, wide))
    }
    return { cubes, more: left !== NOTHING }
  } catch (error) {
    if (error === OUT_OF_BUDGET) return { cubes, more: true }
    throw error
  }
}

/** One way through a region, each variable then given every cell that stays clear of what is outside. */
function widened(subject: Subject, path: ReadonlyMap<number, number>, outside: Region): Cube {
  const { diagrams, space } = subject
  const cube = new Map<number, CellSet>(
    [...path].map(([index, cell]) => [index, cellSet([cell], (space.variables[index] as Variable).cells.length)]),
  )
  const order = [...path.keys()].reverse()
  for (const index of order) {
    const { every } = space.variables[index] as Variable
    const own = cube.get(index) as CellSet
    cube.delete(index)
    // What is outside and fits the rest of the box: the cells it has are the ones to stay clear of.
    const blocked = cellsIn(diagrams, outside, cube, index)
    if (isNoCell(blocked)) continue
    const wide = without(every, blocked)
    cube.set(index, isNoCell(wide) ? own : wide)
  }
  return cube
}

/** Only the cells that cases of the region have: what cannot be is not said. */
function tightened(subject: Subject, cube: Cube, region: Region): Cube {
  return new Map(
    [...cube].map(([index, cells]) => [index, shared(cells, cellsIn(subject.diagrams, region, cube, index))] as const),
  )
}

/** Cells that a variable has in those cases of a region that lie in a box. */
function cellsIn(diagrams: Diagrams, region: Region, cube: Cube, variable: number): CellSet {
  const size = diagrams.sizes[variable] as number
  /** Whether `has` is so of what is left where the first variable has one of its cells in the box. */
  const someChild = (now: Region, has: (child: Region) => boolean): boolean => {
    const at = diagrams.variableOf(now)
    const wanted = cube.get(at)
    for (let cell = 0; cell < (diagrams.sizes[at] as number); cell += 1)
      if ((wanted === undefined || hasCell(wanted, cell)) && has(diagrams.childOf(now, cell))) return true
    return false
  }
  const known = new Map<Region, boolean>([
    [NOTHING, false],
    [EVERYTHING, true],
  ])
  const isReached = (now: Region): boolean => {
    return listed(known, now, () => someChild(now, isReached))
  }
  const found = new Set<number>()
  const seen = new Set<Region>()
  /** Whether all cells are found. */
  const visit = (now: Region): boolean => {
    if (seen.has(now)) return false
    seen.add(now)
    const at = diagrams.variableOf(now)
    if (at < variable) return someChild(now, visit)
    for (let cell = 0; cell < size; cell += 1)
      if (isReached(at === variable ? diagrams.childOf(now, cell) : now)) found.add(cell)
    return found.size === size
  }
  visit(region)
  return cellSet(found, size)
}

function built({ diagrams, space }: Subject, cube: Cube): Region {
  return diagrams.build(
    all([...cube].map(([index, cells]) => isIn(index, cells, (space.variables[index] as Variable).every))),
  )
}

/** A box in words, one part per variable, in the order in which the facts are declared. */
export function cubeText({ space }: Subject, cube: Cube): Text {
  const parts = [...cube]
    .map(([index, cells]) => ({ variable: space.variables[index] as Variable, cells }))
    .sort((a, b) => rankOf(a.variable) - rankOf(b.variable))
    .map(({ variable, cells }) => partText(variable, cells))
  if (parts.length === 0) return { zh: '任何案情', en: 'any case' }
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

function rankOf({ column }: Variable): number {
  return column?.index ?? Number.MAX_SAFE_INTEGER
}

function partText(variable: Variable, cells: CellSet): Text {
  const { label, column } = variable
  if (column === undefined) {
    const holds = hasCell(cells, 1)
    return { zh: `${label.zh}：${holds ? '成立' : '不成立'}`, en: `${label.en}: ${holds ? 'so' : 'not so'}` }
  }
  const inside = cellsOf(cells, variable.cells.length)
  const outside = cellsOf(without(variable.every, cells), variable.cells.length)
  const { kind } = column.kind
  const isWord = kind === 'enum' || kind === 'boolean'
  const isFewOutside = isWord && outside.length * 2 < inside.length
  const own = (isFewOutside ? outside : inside).map((cell) => variable.cells[cell] as ValueSet)
  const sets = isWord ? own : runsOf(union(own))
  const said = sets.map((set) => setText(column, set))
  const zh = said.map((one) => one.zh).join('或')
  const en = said.map((one) => one.en).join(' or ')
  return isFewOutside
    ? { zh: `${label.zh}不是${zh}`, en: `${label.en} is not ${en}` }
    : { zh: `${label.zh}${isWord ? '为' : ''}${zh}`, en: `${label.en} ${isWord ? 'is ' : ''}${en}` }
}

function runsOf(set: ValueSet): ValueSet[] {
  return set.flatMap((lo, i) => (i % 2 === 0 ? [[lo, set[i + 1] as number]] : []))
}

function setText(column: Column, set: ValueSet): Text {
  const [lo, hi] = set as [number, number]
  const word = (value: number): Text => {
    if (value === NONE) return { zh: '无', en: 'none' }
    if (column.kind.kind === 'enum') return quoted(column.options[value]?.label ?? same(`${value}`))
    if (column.kind.kind === 'boolean') return value === 1 ? YES : NO
    return same(String(formatCaseValue(column.kind, value)))
  }
  if (column.kind.kind === 'enum' || column.kind.kind === 'boolean') return word(lo)
  if (lo === NONE) return { zh: '为无', en: 'is none' }
  const something = leastBeyondNone(column.domain)
  const last = greatest(column.domain)
  if (lo === something && hi === last) return { zh: '不为无', en: 'is something' }
  const [from, to] = [word(lo), word(hi)]
  if (lo === hi) return { zh: `为 ${from.zh}`, en: `is ${from.en}` }
  if (lo === something) return { zh: `不超过 ${to.zh}`, en: `is at most ${to.en}` }
  if (hi === last) return { zh: `不少于 ${from.zh}`, en: `is at least ${from.en}` }
  return { zh: `在 ${from.zh} 到 ${to.zh} 之间`, en: `is between ${from.en} and ${to.en}` }
}

/** A word with a comma of its own is set apart. */
function quoted({ zh, en }: Text): Text {
  return { zh: /[，、]/.test(zh) ? `「${zh}」` : zh, en: en.includes(',') ? `"${en}"` : en }
}

// Two primes below 2^26: products stay exact in a double.
const PRIMES = [67_108_859, 67_108_837] as const

/**
 * A mark of a region: the share of all cases in it, counted with weights of chance for values, modulo two primes. Equal
 * regions have equal marks however their facts are cut and ordered; others all but never.
 */
export function markOf({ diagrams, space }: Subject, region: Region): string {
  return PRIMES.map((prime) => {
    const known = new Map<Region, number>([
      [NOTHING, 0],
      [EVERYTHING, 1],
    ])
    const weights = weightsIn(space, prime)
    const visit = (now: Region): number => {
      const done = known.get(now)
      if (done !== undefined) return done
      const index = diagrams.variableOf(now)
      const own = listed(weights, index, () => weightsOf(space.variables[index] as Variable, prime))
      let sum = 0
      for (let cell = 0; cell < own.length; cell += 1)
        sum = (sum + (own[cell] as number) * visit(diagrams.childOf(now, cell))) % prime
      known.set(now, sum)
      return sum
    }
    return visit(region).toString(16).padStart(7, '0')
  }).join('')
}

const weighed = new WeakMap<Space, Map<number, Map<number, readonly number[]>>>()

/** Weights by variable, found when they are first asked for. */
function weightsIn(space: Space, prime: number): Map<number, readonly number[]> {
  return listed(
    listed(weighed, space, () => new Map()),
    prime,
    () => new Map(),
  )
}

/** Weights of the cells of a variable that come to one: what lies between two values has the same weight however it is cut. */
function weightsOf({ id, cells }: Variable, prime: number): readonly number[] {
  const up = (value: number) => chance(`${id} ${value}`) % prime
  const own = cells.map((set) =>
    runsOf(set).reduce((sum, [lo, hi]) => (sum + up((hi as number) + 1) - up(lo as number) + prime) % prime, 0),
  )
  const total = own.reduce((sum, one) => (sum + one) % prime, 0)
  const inverse = powerOf(total, prime - 2, prime)
  return own.map((one) => (one * inverse) % prime)
}

function chance(text: string): number {
  const bytes = sha256(new TextEncoder().encode(text))
  return bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

function powerOf(base: number, exponent: number, prime: number): number {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
