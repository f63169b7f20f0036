// Named conditions: written once, used by the rules of their own and higher layers, evaluated first as columns.
// Promise: names are unique over all layers; no condition refers to itself through others; levels say who reads whom.
import { type Box, boxesOf, MAX_BOXES, product } from './boxes.js'
import { type Comparison, type Node, readRoot, type Scope } from './condition.js'
import { levelsOfConditions } from './condition-levels.js'
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
  /** Ids of documents that are wrong in themselves; whatever refers to one of them is not. */
  readonly broken: Set<string>
  readonly issues: Issue[]
}

/** By layer, columns of the named conditions that its documents may use: its own and those of the layers below it. */
export function namedByLayer(
  { layers }: Model,
  conditions: readonly { name: string; layer: number; column: number }[],
): ReadonlyMap<string, number>[] {
  return layers.map(
    (_, layer) => new Map(conditions.filter((one) => one.layer >= layer).map((one) => [one.name, one.column])),
  )
}

/** What the conditions of a document of a stage may name. Named conditions are read like those of the first. */
export function scopeOf(
  { model, numbers, comparisonColumn, broken }: LoadContext,
  named: ReadonlyMap<string, number> = new Map(),
  stage = 0,
): Scope {
  return {
    columns: model.columnOf,
    readable: (column) => readableIn(model, column, stage),
    named,
    numbers,
    comparisonColumn,
    // Asked while loading, as more of them turn up.
    broken: (name) => [...broken].some((id) => nameOf(id) === name),
  }
}

/** Facts, derived facts and settings always; computed facts after the first stage; answers only of earlier stages. */
export function readableIn(model: Model, column: Column, stage: number): boolean {
  if (column.source === 'computed') return stage > 0
  return column.source !== 'answer' || model.declaration.stages.indexOf(column.stage as string) < stage
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
        zh: `展开超过 ${MAX_BOXES} 个组合；请把一部分写成命名条件`,
        en: `more than ${MAX_BOXES} combinations; name a part of it as a condition`,
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
    const report = (one: Issue) => context.issues.push({ ...one, file: context.fileOf.get(document.id) as string })
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
  const namedIn = namedByLayer(model, heads)
  const read = heads.flatMap((head) => {
    const issues: Issue[] = []
    const scope = scopeOf(context, namedIn[Math.max(head.layer, 0)])
    const window = readEffective(model, head.document.effective, ['effective'], issues)
    const node = readRoot(head.document.conditions, ['conditions'], scope, issues)
    const boxes = node && window && compiledBoxes(node, window, context, (one) => issues.push(one))
    for (const one of issues) head.report(one)
    if (node === undefined || boxes === undefined || head.layer < 0) context.broken.add(head.document.id)
    return node && boxes ? [{ id: head.document.id, title: head.document.title, node, boxes, ...head }] : []
  })
  const levels = levelsOfConditions(read)
  return read.map(({ report: _report, ...condition }, i) => ({ level: levels[i] as number, ...condition }))
}
