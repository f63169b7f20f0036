// A case out of a region: values for its cells, written as a fixture writes a case, and decided before it is shown.
// Promise: whatever comes out was decided and shows what was claimed; what cannot be brought about leaves no case.
import { type Evaluation, evaluate } from '../engine/evaluate.js'
import { statedFacts } from '../engine/facts.js'
import type { Column } from '../engine/model.js'
import { admits } from '../engine/operator.js'
import { readCase } from '../engine/read-case.js'
import { contains, NONE, type ValueSet } from '../engine/value-set.js'
import type { Amounts } from '../models/after-sale/amount.js'
import { computeAmounts } from '../models/after-sale/decide.js'
import type { AfterSaleRulings } from '../models/after-sale/decision.js'
import { applied } from './applied.js'
import { hasCell } from './cells.js'
import { OUT_OF_BUDGET, type Region } from './diagram.js'
import { all, isIn } from './formula.js'
import { fitted, type Target } from './instants.js'
import type { Piece } from './search.js'
import { caseOf } from './situation.js'
import { openComparison, type Variable } from './space.js'
import type { Looked, Subject } from './subject.js'
import { choices, type Stated, usualFacts } from './usual.js'

/** A case in Chinese words, with the settings it needs beyond the shop's own. */
export interface Witness {
  readonly case: Readonly<Record<string, unknown>>
  readonly settings: Readonly<Record<string, number>>
  readonly evaluation: Evaluation<Amounts | undefined>
}

/** Whether a decided case shows what is claimed. */
export type Shows = (evaluation: Evaluation<Amounts | undefined>, found: Witness) => boolean

// So many ways through a region are tried before it counts as not to be brought about.
const WAYS = 24

/** Ways to state the sums that a case does not state yet. */
export type Sums = (stated: Stated) => readonly Stated[]

/**
 * A case of what was found that shows what is claimed. `withAmounts`: it may hang on the amount applied for, which is then
 * stated; `sums`: it may hang on other sums.
 */
export function witnessOf(
  subject: Subject,
  looked: Looked,
  shows: Shows,
  withAmounts = false,
  sums: Sums = AS_STATED,
): Witness | undefined {
  if (looked.kind === 'region')
    return subject.diagrams.forNow(() => witnessIn(subject, looked.region, shows, withAmounts, sums))
  return looked.kind === 'piece'
    ? realised(subject, cellsInPiece(subject, looked.piece), shows, withAmounts, sums)
    : undefined
}

const AS_STATED: Sums = (stated) => [stated]

function witnessIn(
  subject: Subject,
  region: Region,
  shows: Shows,
  withAmounts: boolean,
  sums: Sums,
): Witness | undefined {
  const { diagrams } = subject
  let left = region
  for (let way = 0; way < WAYS && left !== 0; way += 1) {
    const cells = pathIn(subject, left)
    const found = realised(subject, cells, shows, withAmounts, sums)
    if (found !== undefined) return found
    try {
      left = diagrams.minus(left, diagrams.build(cubeOf(subject, cells)))
    } catch (error) {
      if (error === OUT_OF_BUDGET) return undefined
      throw error
    }
  }
  return undefined
}

/** One cell per variable that matters on one way through a region, ordinary cells first. */
export function pathIn({ diagrams, space, rulings }: Subject, region: Region): Map<number, number> {
  const cells = new Map<number, number>()
  let now = region
  while (now !== 1) {
    const variable = space.variables[diagrams.variableOf(now)] as Variable
    const cell = ordinaryFirst(rulings.ruleSet.model.absentRecords, variable).find(
      (one) => diagrams.childOf(now, one) !== 0,
    ) as number
    cells.set(variable.index, cell)
    now = diagrams.childOf(now, cell)
  }
  return cells
}

type Absent = readonly { readonly column: number; readonly value?: number }[]

function ordinaryFirst(absent: Absent, { column, cells }: Variable): number[] {
  const record = absent.find((one) => one.column === column?.index)?.value
  const order = cells.map((_, i) => i)
  const isPreferred = (cell: ValueSet) => (record === undefined ? cell[0] !== NONE : contains(cell, record))
  return [...order].sort(
    (a, b) => Number(isPreferred(cells[b] as ValueSet)) - Number(isPreferred(cells[a] as ValueSet)) || a - b,
  )
}

function cubeOf({ space }: Subject, cells: ReadonlyMap<number, number>) {
  return all(
    [...cells].map(([index, cell]) => {
      const { every } = space.variables[index] as Variable
      return isIn(
        index,
        every.map((_, word) => (word === cell >>> 5 ? 1 << (cell & 31) : 0)),
        every,
      )
    }),
  )
}

function cellsInPiece({ space, rulings }: Subject, piece: Piece): Map<number, number> {
  return new Map(
    [...piece].flatMap(([index, set]) => {
      const variable = space.variables[index] as Variable
      const cell = ordinaryFirst(rulings.ruleSet.model.absentRecords, variable).find((one) => hasCell(set, one))
      return cell === undefined ? [] : [[index, cell] as const]
    }),
  )
}

/** The case of these cells, where it can be brought about and shows what is claimed. */
function realised(
  subject: Subject,
  cells: ReadonlyMap<number, number>,
  shows: Shows,
  withAmounts: boolean,
  sums: Sums,
): Witness | undefined {
  const { space, rulings } = subject
  const { ruleSet } = rulings
  const { model } = ruleSet
  const usual = usualFacts(ruleSet)
  const searched = new Map<number, ValueSet>()
  const targets: Target[] = []
  const wanted: Target[] = []
  let stated: Stated | undefined = new Map()
  searched.set(model.clock, (model.columns[model.clock] as Column).domain)
  for (const [index, cell] of cells) {
    const { column, cells: sets } = space.variables[index] as Variable
    const set = sets[cell] as ValueSet
    if (column === undefined) continue
    if (column.source === 'derived') targets.push({ column, set })
    else if (column.source === 'computed') wanted.push({ column, set })
    else if (column.kind.kind === 'instant') searched.set(column.index, set)
    else stated = new Map(stated).set(column.index, choices(column, set, undefined, usual, column.index)[0] as number)
  }
  for (const { column } of targets) {
    for (const source of model.derivations.find((one) => one.column === column)?.from ?? []) {
      if (!searched.has(source.index) && !stated.has(source.index)) searched.set(source.index, source.domain)
    }
  }
  if (withAmounts && wanted.length === 0)
    for (const column of model.columns) if (column.source === 'computed') wanted.push({ column, set: column.domain })
  stated = fitted(ruleSet, stated, searched, targets, usual)
  if (stated === undefined) return undefined
  const settings = settingsFor(subject, cells, stated)
  if (settings === undefined) return undefined
  const set = { ...rulings, settings: new Map([...rulings.settings, ...Object.entries(settings)]) }
  const decide = (now: Stated) => {
    const input = written(subject, now)
    const evaluation = evaluated(rulings, input, settings)
    return evaluation === undefined || evaluation.contradictions.length > 0
      ? undefined
      : { case: input, settings, evaluation }
  }
  for (const one of wanted.length === 0
    ? sums(stated)
    : applied(set, stated, wanted, usual, (now) => decide(now)?.evaluation)) {
    const found = decide(one)
    if (found !== undefined && shows(found.evaluation, found)) return found
  }
  return undefined
}

/** A case evaluated as `decide` does, with settings beyond the shop's own; nothing where it cannot be read. */
export function evaluated(
  rulings: AfterSaleRulings,
  input: unknown,
  settings: Readonly<Record<string, number>>,
): Evaluation<Amounts | undefined> | undefined {
  const { model } = rulings.ruleSet
  const read = readCase(model, input)
  if (!read.ok) return undefined
  const set = { ...rulings, settings: new Map([...rulings.settings, ...Object.entries(settings)]) }
  return evaluate(set, statedFacts(model, read.value), read.value.agreed, computeAmounts(set))
}

/** Records that are as they would be anyway are left unsaid. */
function written({ rulings: { ruleSet } }: Subject, stated: Stated): Record<string, unknown> {
  const absent = new Map(
    ruleSet.model.absentRecords.map(({ column, value, sameAs }) => [column, sameAs === undefined ? value : undefined]),
  )
  return caseOf(ruleSet, new Map([...stated].filter(([column, value]) => absent.get(column) !== value)))
}

/** Values for settings nobody made, so that what is compared with them comes out as wanted. */
function settingsFor(
  { space, rulings }: Subject,
  cells: ReadonlyMap<number, number>,
  stated: Stated,
): Record<string, number> | undefined {
  const { ruleSet } = rulings
  const wanted = new Map<
    string,
    { readonly fact: number; readonly operator: Parameters<typeof admits>[0]; readonly truth: boolean }[]
  >()
  for (const { fact, operator, parameter } of ruleSet.comparisons) {
    const variable = space.variableAt(openComparison(fact.id, operator, parameter))
    const cell = variable && cells.get(variable.index)
    const value = numberOf(ruleSet.model.derivations, fact, stated)
    if (cell === undefined) continue
    if (value === undefined) return undefined
    wanted.set(parameter, [...(wanted.get(parameter) ?? []), { fact: value, operator, truth: cell === 1 }])
  }
  const settings: Record<string, number> = {}
  for (const [parameter, comparisons] of wanted) {
    const tried = [7, ...comparisons.flatMap(({ fact }) => [fact - 1, fact, fact + 1])].filter((value) => value >= 0)
    const value = tried.find((one) =>
      comparisons.every(({ fact, operator, truth }) => admits(operator, fact, one) === truth),
    )
    if (value === undefined) return undefined
    settings[parameter] = value
  }
  return settings
}

function numberOf(
  derivations: Subject['rulings']['ruleSet']['model']['derivations'],
  fact: Column,
  stated: Stated,
): number | undefined {
  if (fact.source !== 'derived') return stated.get(fact.index)
  const derivation = derivations.find(({ column }) => column === fact)
  const from = derivation?.from.map(({ index }) => stated.get(index)) ?? []
  if (derivation === undefined || from.some((one) => one === undefined)) return undefined
  const set = derivation.declaration.derive(...from.map((one): ValueSet => [one as number, one as number]))
  return set[0]
}
