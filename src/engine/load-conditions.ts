// Named conditions: written once, used by the rules of their own and higher layers, evaluated first as columns.
// Promise: names are unique over all layers; no condition refers to itself through others; levels say who reads whom.
import { type Box, boxesOf, MAX_BOXES, product } from './boxes.js'
import { type Comparison, type Node, readCondition, type Scope } from './condition.js'
import type { FactKind } from './declaration.js'
import type { ConditionDocument } from './document.js'
import { readEffective } from './effective.js'
import { type Issue, issue, notAmong } from './issue.js'
import { nameOf } from './load-parameters.js'
import type { Column, Model } from './model.js'
import type { ValueSet } from './value-set.js'

export interface NamedCondition {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly layer: number
  readonly column: number
  readonly level: number
  readonly node: Node
  readonly boxes: readonly Box[]
  readonly document: ConditionDocument
}

export interface LoadContext {
  readonly model: Model
  readonly numbers: ReadonlyMap<string, FactKind>
  readonly comparisonColumn: (fact: Column, operator: Comparison['operator'], parameter: string) => number
  readonly domainOf: (column: number) => ValueSet
  readonly fileOf: ReadonlyMap<string, string>
  readonly issues: Issue[]
}

/** Columns of the named conditions that a document of `layer` may use: its own layer's and those below it. */
export function namedFor(
  conditions: readonly { name: string; layer: number; column: number }[],
  layer: number,
): Map<string, number> {
  return new Map(conditions.filter((one) => one.layer >= layer).map((one) => [one.name, one.column]))
}

export function readLayer(layer: string, context: LoadContext, report: (one: Issue) => void): number {
  const index = context.model.layers.indexOf(layer)
  if (index < 0) report(notAmong('wrong-layer', ['layer'], layer, context.model.layers, { zh: '层', en: 'layer' }))
  return index
}

/** Boxes of a condition while its document is in force; `undefined` after an issue. */
export function compiledBoxes(
  node: Node,
  effective: { readonly column: number; readonly set: ValueSet },
  context: LoadContext,
  report: (one: Issue) => void,
): readonly Box[] | undefined {
  const boxes = boxesOf(node, context.domainOf)
  const inForce = boxes && product(boxes, [new Map([[effective.column, effective.set]])])
  if (inForce === undefined) {
    report(
      issue('too-many-boxes', ['conditions'], undefined, {
        zh: `条件展开超过 ${MAX_BOXES} 个组合；请把其中一部分写成命名条件`,
        en: `the condition expands to more than ${MAX_BOXES} combinations; name a part of it as a condition`,
      }),
    )
  }
  return inForce
}

export function loadConditions(
  documents: readonly ConditionDocument[],
  firstColumn: number,
  context: LoadContext,
): NamedCondition[] {
  const { model } = context
  const heads = documents.map((document, i) => {
    const report = (one: Issue) => context.issues.push({ ...one, file: context.fileOf.get(document.id) ?? document.id })
    return {
      document,
      name: nameOf(document.id),
      layer: readLayer(document.layer, context, report),
      column: firstColumn + i,
      report,
    }
  })
  const names = new Set<string>()
  for (const { name, report } of heads) {
    if (names.has(name))
      report(
        issue('duplicate-id', ['id'], name, {
          zh: `条件名「${name}」重复`,
          en: `the condition name "${name}" is used twice`,
        }),
      )
    names.add(name)
  }
  const read = heads.flatMap((head) => {
    const issues: Issue[] = []
    const scope: Scope = {
      columns: model.columnOf,
      readable: ({ source }) => source === 'fact' || source === 'derived',
      named: namedFor(heads, Math.max(head.layer, 0)),
      numbers: context.numbers,
      comparisonColumn: context.comparisonColumn,
    }
    const window = readEffective(model, head.document.effective, ['effective'], issues)
    const node = readCondition(head.document.conditions, ['conditions'], scope, issues)
    const boxes = node && window && compiledBoxes(node, window, context, (one) => issues.push(one))
    for (const one of issues) head.report(one)
    return node && boxes ? [{ ...head, id: head.document.id, title: head.document.title, node, boxes }] : []
  })
  return levelled(read)
}

type Unlevelled = Omit<NamedCondition, 'level'> & { readonly report: (one: Issue) => void }

function levelled(conditions: readonly Unlevelled[]): NamedCondition[] {
  const level = new Map<number, number>()
  let waiting = conditions
  for (let depth = 0; waiting.length > 0; depth += 1) {
    const columns = new Set(waiting.map(({ column }) => column))
    const ready = waiting.filter(
      ({ boxes }) => !boxes.some((box) => [...box.keys()].some((column) => columns.has(column))),
    )
    if (ready.length === 0) {
      const cycle = cycleIn(waiting)
      for (const { report, name } of waiting.filter((one) => cycle.includes(one.name))) {
        report(
          issue('cycle', ['conditions'], name, {
            zh: `命名条件循环引用：${cycle.join(' → ')}`,
            en: `named conditions refer to each other in a circle: ${cycle.join(' → ')}`,
          }),
        )
      }
      return []
    }
    for (const { column } of ready) level.set(column, depth)
    waiting = waiting.filter(({ column }) => !level.has(column))
  }
  return conditions.map(({ report: _report, ...condition }) => ({
    ...condition,
    level: level.get(condition.column) as number,
  }))
}

function cycleIn(conditions: readonly Unlevelled[]): string[] {
  const byColumn = new Map(conditions.map((one) => [one.column, one]))
  const path: string[] = []
  let here = conditions[0]
  while (here !== undefined && !path.includes(here.name)) {
    path.push(here.name)
    const next = here.boxes.flatMap((box) => [...box.keys()]).find((column) => byColumn.has(column))
    here = next === undefined ? undefined : byColumn.get(next)
  }
  const name = here?.name ?? ''
  return [...path.slice(path.indexOf(name)), name]
}
