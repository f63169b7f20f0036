// Forms with slots, as remarks, reports and register entries are written.
// Promise: a slot's text stays what it is (it is never read as a form again); an empty slot shows its name and is listed.

/** What the slots of a form are filled from, by their names. */
export type Slots = (name: string) => string | undefined

export interface Filled {
  readonly text: string
  /** Names of slots nothing fills yet; they stand in the text as {name}. */
  readonly missing: readonly string[]
}

const SLOT = /\{([^{}]+)\}/g

/** Fills one form. */
export function fillForm(form: string, slots: Slots): Filled {
  const missing = new Set<string>()
  const text = form.replace(SLOT, (_, name: string) => {
    const filled = slots(name)
    if (filled === undefined) missing.add(name)
    return filled ?? `{${name}}`
  })
  return { text, missing: [...missing] }
}
