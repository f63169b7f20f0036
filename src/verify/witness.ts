// A case out of a region: values for its cells, written as a fixture writes a case, and decided before it is shown.
// Promise: whatever comes out was decided and shows what was claimed; what cannot be brought about leaves no case.

import type { Ruled } from '../domain/domain.js'
import type { SettingDeclaration } from '../engine/declaration.js'
import type { Evaluation } from '../engine/evaluate.js'
import { formatLiteral } from '../engine/fact-value.js'
import { listed } from '../engine/listed.js'
import type { Column } from '../engine/model.js'
import type { Operator } from '../engine/operator.js'
import { greatest, least, NONE, point, type ValueSet } from '../engine/value-set.js'
import { admits } from './admits.js'
import { applied, type Side } from './applied.js'
import { evaluated, type Settings, type Witness } from './decided-case.js'
import type { Region } from './diagram.js'
import { fitted, type Target } from './instants.js'
import { caseOf } from './situation.js'
import type { Variable } from './space.js'
import { type Looked, type Subject, withinBudget } from './subject.js'
import { choices, type Stated, usualFacts } from './usual.js'
import { type Cells, cellsInPiece, cubeOf, NO_CELLS, pathIn, timedAmong, type Way } from './way.js'

/** Whether a decided case shows what is claimed. */
export type Shows = (evaluation: Evaluation<unknown>, found: Witness) => boolean

// So many ways through a region are tried before it counts as not to be brought about.
const WAYS = 24

/** Ways to state the sums that a case does not state yet. */
export type Sums = (stated: Stated) => readonly Stated[]

/** What is wanted of a case. */
interface Wanted {
  readonly shows: Shows
  /** It may hang on the amount applied for, which is then stated. */
  readonly withAmounts?: boolean
  /** Other rules: what is due by them may be what is applied for as well. */
  readonly alsoBy?: Ruled | undefined
  /** Numbers stand where they just suffice, where a case can be brought about so. */
  readonly atEdges?: boolean
  /** It may hang on other sums. */
  readonly sums?: Sums | undefined
}

/** A case of what was found that shows what is claimed. */
export function witnessOf(subject: Subject, looked: Looked, wanted: Wanted): Witness | undefined {
  if (looked.kind === 'region') return subject.diagrams.forNow(() => witnessIn(subject, looked.region, wanted))
  if (looked.kind !== 'piece') return undefined
  const found = realised(subject, { own: cellsInPiece(subject, looked.piece), around: new Map() }, wanted)
  return found === NO_MOMENTS ? undefined : found
}

function witnessIn(subject: Subject, region: Region, wanted: Wanted): Witness | undefined {
  const { diagrams } = subject
  return withinBudget(subject, () => {
    const world = diagrams.build(subject.world)
    let left = region
    for (let way = 0; way < WAYS && diagrams.meets(left, world); way += 1) {
      const cells = pathIn(subject, left, world)
      const found = realised(subject, cells, wanted)
      if (found !== undefined && found !== NO_MOMENTS) return found
      // Moments that do not go together are not tried again with other facts around them.
      const timed = found === NO_MOMENTS ? timedAmong(subject, cells.own) : NO_CELLS
      left = diagrams.minus(left, diagrams.build(cubeOf(subject, timed.size > 0 ? timed : cells.own)))
    }
    return undefined
  })
}

/** That the moments of a case could not be brought to fit. */
const NO_MOMENTS = 'no moments'

/**
 * The case of these cells, where it can be brought about and shows what is claimed: with all the world asks for around
 * them, then with no more of it than the records of the case would contradict.
 */
function realised(subject: Subject, { own, around }: Way, wanted: Wanted): Witness | typeof NO_MOMENTS | undefined {
  const { absentRecords } = subject.rulings.ruleSet.model
  const isRecord = (index: number) =>
    absentRecords.some(({ column }) => column === subject.space.variables[index]?.column?.index)
  const records = new Map([...around].filter(([index]) => isRecord(index)))
  const sharp = wanted.atEdges === true ? realisedWith(subject, { own, around }, wanted) : undefined
  if (sharp !== undefined && sharp !== NO_MOMENTS) return sharp
  const found = realisedWith(subject, { own, around }, { ...wanted, atEdges: false })
  return found !== undefined || records.size === around.size
    ? found
    : realisedWith(subject, { own, around: records }, { ...wanted, atEdges: false })
}

function realisedWith(
  subject: Subject,
  { own, around }: Way,
  { shows, withAmounts = false, alsoBy, atEdges = false, sums = AS_STATED }: Wanted,
): Witness | typeof NO_MOMENTS | undefined {
  const { space, rulings } = subject
  const { ruleSet } = rulings
  const { model } = ruleSet
  const usual = usualFacts(ruleSet)
  const searched = new Map<number, ValueSet>()
  const targets: Target[] = []
  const wanted: Target[] = []
  let stated: Stated | undefined = new Map()
  searched.set(model.clock, (model.columns[model.clock] as Column).domain)
  for (const [index, cell] of [...own, ...around]) {
    const { column, cells: sets } = space.variables[index] as Variable
    const inside = sets[cell] as ValueSet
    const set = atEdges && own.has(index) ? edgeOf(inside, column) : inside
    // What nothing hangs on may come to whatever it does.
    if (column === undefined || (column.source !== 'fact' && !own.has(index))) continue
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
  if (stated === undefined) return NO_MOMENTS
  const settings = settingsFor(subject, own, stated)
  if (settings === undefined) return undefined
  const decide = (now: Stated, by = rulings) => {
    const input = written(subject, now)
    const evaluation = evaluated(by, input, settings)
    return evaluation === undefined || evaluation.contradictions.length > 0
      ? undefined
      : { case: input, settings, evaluation }
  }
  const sides = [rulings, ...(alsoBy === undefined ? [] : [alsoBy])].map(
    (by): Side => ({ rulings: by, decide: (now) => decide(now, by)?.evaluation }),
  )
  for (const one of wanted.length === 0 ? sums(stated) : applied(sides, stated, wanted, usual)) {
    const found = decide(one)
    if (found !== undefined && shows(found.evaluation, found)) return found
  }
  return undefined
}

/** Of a number, the value of a cell beside the next cell: where a rule just still, or just no more, holds. */
function edgeOf(cell: ValueSet, column: Column | undefined): ValueSet {
  const { kind } = column?.kind ?? { kind: 'text' }
  if (column === undefined || (kind !== 'integer' && kind !== 'money' && kind !== 'duration')) return cell
  const [lo, hi] = [least(cell), greatest(cell)]
  return lo === NONE ? cell : point(hi < greatest(column.domain) ? hi : lo)
}

const AS_STATED: Sums = (stated) => [stated]

/** Records that are as they would be anyway are left unsaid; settings are no part of a case. */
function written({ rulings }: Subject, stated: Stated): Record<string, unknown> {
  const { columns, absentRecords } = rulings.ruleSet.model
  const absent = new Map(
    absentRecords.map(({ column, value, sameAs }) => [column, sameAs === undefined ? value : undefined]),
  )
  const isSaid = (column: number, value: number) =>
    columns[column]?.source !== 'setting' && absent.get(column) !== value
  return caseOf(rulings, new Map([...stated].filter(([column, value]) => isSaid(column, value))))
}

/** Settings whose words are as wanted, and values for those nobody made, so that what is compared with them is as well. */
function settingsFor({ space, rulings }: Subject, cells: Cells, stated: Stated): Settings | undefined {
  const { ruleSet } = rulings
  const declared: Readonly<Record<string, SettingDeclaration>> = ruleSet.model.declaration.settings ?? {}
  const settings: Record<string, number | string> = {}
  for (const { id, index, options } of ruleSet.model.settings) {
    const value = stated.get(index)
    if (value !== undefined && value !== rulings.settings.get(id)) settings[id] = options[value]?.id as string
  }
  const wanted = new Map<string, { readonly fact: number; readonly operator: Operator; readonly truth: boolean }[]>()
  for (const [index, cell] of cells) {
    const { compared } = space.variables[index] as Variable
    if (compared === undefined) continue
    const { fact, operator, parameter } = compared
    const value = numberOf(ruleSet.model.derivations, fact, stated)
    if (value === undefined) return undefined
    listed(wanted, parameter, () => []).push({ fact: value, operator, truth: cell === 1 })
  }
  for (const [parameter, comparisons] of wanted) {
    const tried = [7, ...comparisons.flatMap(({ fact }) => [fact - 1, fact, fact + 1])].filter((value) => value >= 0)
    const value = tried.find((one) =>
      comparisons.every(({ fact, operator, truth }) => admits(operator, fact, one) === truth),
    )
    const kind = declared[parameter]
    if (value === undefined || kind === undefined) return undefined
    settings[parameter] = formatLiteral(kind, value) as number | string
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
