// Forms with slots, as remarks, reports and register entries are written.
// Promise: a slot's text stays what it is (it is never read as a form again); an empty slot shows its name and is listed.

/** What the slots of a form are filled from, by their names. */
export type Slots = (name: string) => string | undefined

export interface Filled {
  readonly text: string
  /** Names of slots nothing fills yet; they stand in the text as {name}. */
  readonly missing: readonly string[]
}

const SLOT = /\{([^{}]+)\}/

/** Forms taken apart, each when it is first filled: what stands between slots, and at every second place a slot's name. */
const parts = new Map<string, readonly string[]>()

/** Fills one form. */
export function fillForm(form: string, slots: Slots): Filled {
  const own = parts.get(form) ?? form.split(SLOT)
  parts.set(form, own)
  const missing: string[] = []
  let text = ''
  own.forEach((part, i) => {
    const filled = i % 2 === 0 ? part : slots(part)
    if (filled === undefined && !missing.includes(part)) missing.push(part)
    text += filled ?? `{${part}}`
  })
  return { text, missing }
}
