// What a decision says, laid out for comparing: every question with all it may still be, every sum with its ends.
// Promise: members left out of a decision are plainly no (yes/no members) or silent (terms), as decisions are read.
import { afterSale, type Decision, type Sum } from '../../src/index.js'

export interface Possible {
  readonly possible: readonly string[]
  /** Unsaid for a member the decision leaves out. */
  readonly arises: 'yes' | 'no' | 'unknown' | 'unsaid'
}

interface Written {
  readonly status: string
  readonly possible: readonly unknown[]
  readonly arises: Possible['arises']
}

const QUESTIONS = Object.entries(afterSale.declaration.questions)

/** Per question, `deductions.commission` included: its possible outcomes as JSON texts. */
export function possibleOf({ answers }: Decision): ReadonlyMap<string, Possible> {
  const all = new Map<string, Possible>()
  const add = (id: string, { possible, arises }: Written) => {
    all.set(id, { possible: possible.map((one) => JSON.stringify(one)), arises })
  }
  for (const [id, question] of QUESTIONS) {
    const said = answers[id as keyof typeof answers] as Written | Readonly<Record<string, Written>>
    if (!('members' in question)) {
      add(id, said as Written)
      continue
    }
    const silent: Written = {
      status: 'settled',
      possible: [question.kind === 'members' ? false : 'silent'],
      arises: 'unsaid',
    }
    for (const member of Object.keys(question.members)) {
      add(`${id}.${member}`, (said as Readonly<Record<string, Written>>)[member] ?? silent)
    }
  }
  return all
}

/** Every answer of a decision as JSON, with whether it arises: what "the same answers" means. */
export function answersText({ answers, amount, reviews, breaches }: Decision): string {
  return JSON.stringify([answers, amount, reviews, breaches])
}

export interface Ends {
  readonly least: number
  readonly most: number
}

/** Fen of a string of yuan, by whole numbers alone. */
export function fenOf(text: string): number {
  const [, minus, yuan, fen] = /^(-?)(\d+)\.(\d\d)$/.exec(text) ?? []
  if (yuan === undefined) throw new Error(`${text} is no amount`)
  const size = Number(yuan) * 100 + Number(fen)
  return minus === '-' ? -size : size
}

/** The ends of a sum or item; open ends are infinite. */
export function endsOf({ value, atLeast, atMost }: Omit<Sum, 'items'>): Ends {
  if (value !== undefined) return { least: fenOf(value), most: fenOf(value) }
  return {
    least: atLeast === undefined ? Number.NEGATIVE_INFINITY : fenOf(atLeast),
    most: atMost === undefined ? Number.POSITIVE_INFINITY : fenOf(atMost),
  }
}

/** The sums of a decision by name. */
export function sumsOf({ amount }: Decision): readonly (readonly [string, Sum])[] {
  return Object.entries(amount).filter(
    (entry): entry is [string, Sum] => typeof entry[1] === 'object' && 'items' in entry[1],
  )
}
