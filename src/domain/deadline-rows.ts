// Rows on by when something is due.
// Promise: every settled deadline with its term, and its last day or minute where that is known.

import type { Json } from '../engine/declaration.js'
import type { Text } from '../engine/text.js'
import type { Deadline, Decision, Language, Row } from './domain.js'
import { row } from './rows.js'

/** The deadlines of a decision; `say` puts a term into words. */
export function deadlineRows({ deadlines = [] }: Decision, say: (term: Json) => Text, lang: Language): Row[] {
  return deadlines.map((due) => row(due.label[lang], `${say(due.term)[lang]}${endWords(due, lang)}`, due.rules))
}

/** By when something is due, to be put behind what it is; empty where no date is known. */
export function endWords({ lastDay, until }: Pick<Deadline, 'lastDay' | 'until'>, lang: Language): string {
  if (lastDay !== undefined) return lang === 'zh' ? `，最后一天 ${lastDay}` : `, last day ${lastDay}`
  if (until === undefined) return ''
  return lang === 'zh' ? `，${until} 前` : `, by ${until}`
}
