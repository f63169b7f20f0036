// Events of a model against its clock.
// Promise: follows from the declaration alone.
import type { ConstraintDeclaration, ModelDeclaration } from './declaration.js'

/** No event lies after the clock: one constraint per event. */
export function eventsBeforeClock(declaration: ModelDeclaration): ConstraintDeclaration[] {
  return Object.entries(declaration.facts)
    .filter(([, fact]) => fact.event === true)
    .map(([id, fact]) => ({
      id: `${id}-no-later-than-${declaration.clock}`,
      text: {
        zh: `${fact.label.zh}不能晚于${declaration.facts[declaration.clock]?.label.zh}`,
        en: `${fact.label.en} is no later than ${declaration.facts[declaration.clock]?.label.en}`,
      },
      order: [id, declaration.clock],
    }))
}
