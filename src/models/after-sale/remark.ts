// The order remark: one form per member, filled from the case and joined by a full-width semicolon.
// Promise: a slot's text stays what it is (it is never read as a form again); an empty slot shows its name and is listed.
import remarks from '../../../rules/parameters/remarks.json' with { type: 'json' }
import { dayOf, monthDay } from '../../calendar.js'

/** What the slots of the forms are filled from. */
export interface RemarkSlots {
  /** Moment of decision; its Beijing day fills {M-D}, as `6-28`. */
  readonly asOf: number | undefined
  /** Texts of the case by the Chinese label of their fact. */
  readonly texts: Readonly<Record<string, string>>
}

export interface Remark {
  readonly text: string
  /** Names of slots nothing fills yet; they stand in the text as {name}. */
  readonly missing: readonly string[]
}

const SLOT = /\{([^{}]+)\}/g

/** Writes the forms of `members` in their declared order. */
export function remarkOf(members: readonly string[], slots: RemarkSlots): Remark {
  const missing = new Set<string>()
  const fill = (name: string): string => {
    const text = name === 'M-D' ? slots.asOf !== undefined && monthDay(dayOf(slots.asOf)) : slots.texts[name]
    if (typeof text === 'string') return text
    missing.add(name)
    return `{${name}}`
  }
  const forms = remarks.forms.filter(({ member }) => members.includes(member))
  const text = forms.map(({ form }) => form.replace(SLOT, (_, name: string) => fill(name))).join('；')
  return { text, missing: [...missing] }
}
