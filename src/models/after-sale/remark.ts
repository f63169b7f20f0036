// The order remark: one form per member, filled from the case and joined by a full-width semicolon.
// Promise: forms come in the order they are declared in, whatever order the members are given in.
import remarks from '../../../rules/parameters/remarks.json' with { type: 'json' }
import { type Filled, fillForm, type Slots } from './form.js'

export type Remark = Filled

/** The forms of `members` filled one by one, in their declared order. */
export function remarkParts(members: readonly string[], slots: Slots): (Filled & { readonly form: string })[] {
  return remarks.forms
    .filter(({ member }) => members.includes(member))
    .map(({ member, form }) => ({ form: member, ...fillForm(form, slots) }))
}

/** Writes the forms of `members` in their declared order. */
export function remarkOf(members: readonly string[], slots: Slots): Remark {
  const parts = remarkParts(members, slots)
  return {
    text: parts.map(({ text }) => text).join('；'),
    missing: [...new Set(parts.flatMap(({ missing }) => missing))],
  }
}
