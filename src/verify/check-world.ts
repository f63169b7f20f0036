// World constraints contradict neither each other nor any value a fact may have.
// Promise: that a value is possible is shown by a case that has it and contradicts nothing.
import { setOf } from '../engine/known.js'
import type { Text } from '../engine/text.js'
import { isSubset, type ValueSet } from '../engine/value-set.js'
import { cellSet } from './cells.js'
import { exists } from './check-rules.js'
import { type Checked, type Finding, lacking, summed } from './finding.js'
import { TRUE } from './formula.js'
import { cubeText } from './region.js'
import { inCells } from './space.js'
import { look, type Subject } from './subject.js'

export function checkWorld(subject: Subject): Checked {
  if (look(subject, TRUE).kind === 'none') {
    const text: Text = {
      zh: '世界约束互相矛盾：没有任何案情可能',
      en: 'the constraints contradict each other: no case is possible',
    }
    return summed('world-possible', undefined, 1, [lacking('world-possible', text)])
  }
  const limited = limitedVariables(subject)
  let claims = 1
  const findings: Finding[] = []
  for (const variable of subject.space.variables) {
    const { index, column, cells } = variable
    if (column?.source !== 'fact' || !limited.has(index)) continue
    for (let cell = 0; cell < cells.length; cell += 1) {
      claims += 1
      const shown = exists(
        subject,
        inCells(variable, [cell]),
        ({ contradictions, known }) =>
          contradictions.length === 0 && isSubset(setOf(known[column.index], column.domain), cells[cell] as ValueSet),
      )
      if (shown === 'yes' || isBeforePeriod(subject, column.index, cell)) continue
      const { zh, en } = cubeText(subject, new Map([[index, cellSet([cell], cells.length)]]))
      const id = `world-possible ${column.id} ${String(cells[cell]?.[0])}`
      const said =
        shown === 'no'
          ? { zh: `${zh}：世界约束使它不可能`, en: `${en}: made impossible by the constraints` }
          : { zh: `${zh}：不能断定是否可能`, en: `${en}: nobody knows whether it is possible` }
      findings.push({ ...lacking(id, said), verdict: shown === 'no' ? 'refuted' : 'unknown' })
    }
  }
  return summed('world-possible', undefined, claims, findings)
}

/** What lies before the first rule is left out of every proof. */
function isBeforePeriod({ rulings, space }: Subject, column: number, cell: number): boolean {
  const { model } = rulings.ruleSet
  return column === model.clock && cell === 0 && (space.variableAt(model.declaration.clock)?.cells.length ?? 0) > 1
}

function limitedVariables({ space, rulings }: Subject): ReadonlySet<number> {
  const { model, constraints } = rulings.ruleSet
  const columns = constraints.flatMap((one) =>
    one.kind === 'never' ? one.never.map(({ column }) => column) : [...one.order],
  )
  return new Set(columns.flatMap((column) => space.variableAt(model.columns[column]?.id ?? '')?.index ?? []))
}
