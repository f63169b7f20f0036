// The order remark: one form per member, filled from the case and joined by a full-width semicolon.
// Promise: forms come in the order they are declared in, whatever order the members are given in.
import remarks from '../../../rules/parameters/remarks.json' with { type: 'json' }
import { type Filled, fillForm, type Slots } from './form.js'

export type Remark = Filled

/** Writes the forms of `members` in their declared order. */
export function remarkOf(members: readonly string[], slots: Slots): Remark {
  const filled = remarks.forms.filter(({ member }) => members.includes(member)).map(({ form }) => fillForm(form, slots))
  return {
    text: filled.map(({ text }) => text).join('；'),
    missing: [...new Set(filled.flatMap(({ missing }) => missing))],
  }
}
