// What a buyer applied for beside what is due. Agreeing to an application pays the amount applied for, so wherever the
// two may differ neither text promises the amount due without saying so.
// Promise: compares to the fen; nothing to compare where no amount was applied for or no refund is due.
import { relationsOf } from './amount.js'
import type { Bounds } from './bounds.js'
import type { Decision } from './decision.js'
import { isDecided } from './explain-held.js'
import type { AmountItem } from './sum.js'

type Bounded = Pick<AmountItem, 'value' | 'atLeast' | 'atMost'>

/** A decision of a case that says what was applied for. */
type Stated = Decision & { readonly amount: { readonly applied?: Bounded } }

export interface Applied {
  readonly amount: Bounded
  /** Whether the application is for less than is due, for as much, for more; `open` while that hangs on a fact. */
  readonly is: 'lower' | 'equal' | 'higher' | 'open'
}

/** The amount applied for against the refund due, where the case states one and the other arises. */
export function appliedAgainstDue({ answers, amount: { applied, refund } }: Stated): Applied | undefined {
  if (applied === undefined || !isDecided(answers) || answers.refundBase.arises !== 'yes') return undefined
  const [is, ...others] = relationsOf(fenOf(applied), fenOf(refund))
  return { amount: applied, is: is === undefined || others.length > 0 ? 'open' : is }
}

/** In fen; no end where nothing bounds it. */
function fenOf({ atLeast = '0', atMost = 'Infinity' }: Bounded): Bounds {
  return { least: fen(atLeast), most: fen(atMost) }
}

function fen(yuan: string): number {
  return Number(yuan.replace('.', ''))
}
