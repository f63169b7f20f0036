// Deadlines as a buyer reads them: counted from what the shop agreed to or received, or from another event by its name.
// Promise: every event a deadline can be counted from has its words.
import type { Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { countedFrom } from '../deadlines/deadline.js'
import type { DeadlineTerm, InstantFact } from './deadline-term.js'
import { facts } from './facts.js'

const EVENTS: Readonly<Partial<Record<InstantFact, Text>>> = {
  agreedAt: { zh: '我们同意后', en: 'our agreement' },
  returnReceivedAt: { zh: '我们收到退货后', en: 'our receiving the return' },
}

/** `我们收到退货后 2 个工作日内`; the term was checked when its rule was loaded. */
export function termToBuyer(term: Json): Text {
  const read = term as DeadlineTerm
  const { zh, en } = facts[read.after].label
  return countedFrom(read, EVENTS[read.after] ?? { zh: `${zh}后`, en: `the ${en}` })
}
