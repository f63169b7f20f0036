// Named conditions in the order they can be evaluated: each one reads only facts and conditions of earlier levels.
// Promise: every circle is reported with its path, chains are bounded, and the time taken grows with the references.
import { columnsNamedIn, type Node } from './condition.js'
import { type Issue, issue } from './issue.js'
import { circlesIn, oneAfterOther } from './one-after-other.js'

/** Conditions that read conditions that read conditions …: deeper than this nobody can follow, nor recursion be sure of. */
const MAX_LEVELS = 64
const SHOWN = 8

export interface Referring {
  readonly name: string
  readonly column: number
  readonly node: Node
  readonly report: (one: Issue) => void
}

/** The level of each condition, in the order given. Circles and chains that are too long are reported. */
export function levelsOfConditions(conditions: readonly Referring[]): readonly number[] {
  const placeOf = new Map(conditions.map(({ column }, place) => [column, place]))
  const reads = conditions.map(
    ({ node }) => new Set(columnsNamedIn(node).flatMap((column) => placeOf.get(column) ?? [])),
  )
  const readers: number[][] = conditions.map(() => [])
  reads.forEach((places, reader) => {
    for (const place of places) readers[place]?.push(reader)
  })
  const level = conditions.map(() => 0)
  const order = oneAfterOther(readers)
  for (const place of order) {
    for (const reader of readers[place] as number[])
      level[reader] = Math.max(level[reader] as number, (level[place] as number) + 1)
  }
  for (const circle of circlesIn(reads, order)) reportCircle(circle.map((place) => conditions[place] as Referring))
  conditions.forEach(({ report }, place) => {
    if (level[place] === MAX_LEVELS)
      report(
        issue('too-deep', ['conditions'], undefined, {
          zh: `命名条件的引用超过 ${MAX_LEVELS} 层`,
          en: `named conditions more than ${MAX_LEVELS} levels deep`,
        }),
      )
  })
  return level
}

function reportCircle(circle: readonly Referring[]): void {
  const names = circle.slice(0, SHOWN).map(({ name }) => name)
  const path = [...names, ...(circle.length > SHOWN ? ['…'] : []), names[0]].join(' → ')
  for (const { report, name } of circle) {
    report(
      issue('cycle', ['conditions'], name, {
        zh: `命名条件循环引用：${path}`,
        en: `named conditions refer to each other in a circle: ${path}`,
      }),
    )
  }
}
