// What a proof comes to: proved, refuted with a case that shows it, or unknown with what stood in the way.
// Promise: nothing is called proved because something was left out; what could not be modelled is named.
import type { Text } from '../engine/text.js'
import type { Witness } from './decided-case.js'
import type { Region } from './diagram.js'
import { all, type Formula } from './formula.js'
import { cubesOf, cubeText, markOf } from './region.js'
import { type Looked, look, type Subject, withinBudget } from './subject.js'
import { type Shows, type Sums, witnessOf } from './witness.js'

export type CheckName =
  | 'no-gap'
  | 'no-conflict'
  | 'rules-reachable'
  | 'rules-not-masked'
  | 'rules-needed'
  | 'leaves-needed'
  | 'exceptions-bite'
  | 'dates-whole'
  | 'floors-hold'
  | 'refund-steps'
  | 'world-possible'

export interface Finding {
  /** The same for the same finding, whatever its region: what an accepted finding is told by. */
  readonly id: string
  readonly verdict: 'refuted' | 'unknown'
  readonly text: Text
  /** Ids of the rules or named conditions concerned. */
  readonly rules: readonly string[]
  /** Mark of the region; nothing where the budget did not suffice for one. */
  readonly mark: string | undefined
  readonly inWords: () => Boxes
  readonly witness: Witness | undefined
  /** Cases it speaks of, in the diagrams of its subject. */
  readonly region: Region | undefined
}

/** Boxes of a region in words, and whether there are more: worked out when they are asked for. */
interface Boxes {
  readonly boxes: readonly Text[]
  readonly more: boolean
}

/** What a finding says that speaks of no region. */
const NO_REGION: Pick<Finding, 'mark' | 'inWords' | 'region'> = {
  mark: undefined,
  inWords: () => ({ boxes: [], more: false }),
  region: undefined,
}

/** Something that is not as it should be, of no case alone. */
export function lacking(id: string, text: Text): Finding {
  return { id, verdict: 'refuted', text, rules: [], ...NO_REGION, witness: undefined }
}

/** One check of one question, or of all rules. */
export interface Checked {
  readonly check: CheckName
  readonly question: string | undefined
  readonly verdict: 'proved' | 'refuted' | 'unknown'
  /** How many single claims were proved. */
  readonly proved: number
  readonly findings: readonly Finding[]
  /** What the proof takes as free to have any value. */
  readonly free: readonly Text[]
}

/** What should be in no case. */
export interface Claim {
  readonly id: string
  readonly text: Text
  readonly rules: readonly string[]
  readonly never: Formula
  readonly shows: Shows
  /** Sums it hangs on. */
  readonly sums?: Sums
  /** Where a case is looked for first, among those claimed never to be. */
  readonly places?: readonly Formula[]
}

const BOXES = 6

/** Proves that no case is one of those claimed never to be. */
export function refute(subject: Subject, claim: Claim): Finding | undefined {
  const looked = look(subject, claim.never)
  if (looked.kind === 'none') return undefined
  const witness = witnessIn(subject, claim) ?? witnessOf(subject, looked, claim)
  const base = { id: claim.id, rules: claim.rules, ...described(subject, looked), witness }
  if (witness !== undefined) return { ...base, verdict: 'refuted', text: claim.text }
  const why = looked.kind === 'unknown' ? OUT : unrealised(subject, claim.never)
  const { zh, en } = claim.text
  return { ...base, verdict: 'unknown', text: { zh: `${zh}：${why.zh}`, en: `${en}: ${why.en}` } }
}

function witnessIn(subject: Subject, claim: Claim): Witness | undefined {
  for (const place of claim.places ?? []) {
    const found = subject.diagrams.forNow(() => witnessOf(subject, look(subject, all([claim.never, place])), claim))
    if (found !== undefined) return found
  }
  return undefined
}

const OUT: Text = { zh: '预算用完，不能断定', en: 'the budget is used up, so nobody knows' }

function unrealised(subject: Subject, formula: Formula): Text {
  const names = loose(subject, formula)
  const zh = names.map((one) => one.zh).join('、')
  const en = names.map((one) => one.en).join(', ')
  return {
    zh: `没有构造出这样的案情，不能断定${zh === '' ? '' : `（未能建模：${zh}）`}`,
    en: `no such case could be put together, so nobody knows${en === '' ? '' : ` (not modelled: ${en})`}`,
  }
}

/** The region of what was found: its mark and its boxes. */
export function described(subject: Subject, looked: Looked): Pick<Finding, 'mark' | 'inWords' | 'region'> {
  const { diagrams, world } = subject
  const region =
    looked.kind === 'region'
      ? withinBudget(subject, () => diagrams.both(looked.region, diagrams.build(world)))
      : undefined
  if (region === undefined) return { ...NO_REGION, inWords: () => ({ boxes: [], more: looked.kind !== 'none' }) }
  const inWords = (): Boxes => {
    const { cubes, more } = diagrams.forNow(() => cubesOf(subject, region, BOXES))
    return { boxes: cubes.map((cube) => cubeText(subject, cube)), more }
  }
  return { mark: markOf(subject, region), inWords, region }
}

/** A check out of its claims. */
export function checked(
  subject: Subject,
  check: CheckName,
  question: string | undefined,
  claims: readonly Claim[],
): Checked {
  const findings = claims.flatMap((claim) => refute(subject, claim) ?? [])
  return summed(check, question, claims.length, findings, freeIn(subject, claims))
}

export function summed(
  check: CheckName,
  question: string | undefined,
  claims: number,
  findings: readonly Finding[],
  free: readonly Text[] = [],
): Checked {
  const verdict = findings.some((one) => one.verdict === 'refuted')
    ? 'refuted'
    : findings.length > 0
      ? 'unknown'
      : 'proved'
  return { check, question, verdict, proved: claims - findings.length, findings, free }
}

/** What the claims take as free: variables that stand for something worked out from amounts, a setting that is a word, or a comparison with a number nobody gave. */
export function freeIn(subject: Subject, claims: readonly Claim[]): readonly Text[] {
  const formulas = claims.map(({ never }) => never)
  return named(subject, formulas, (source) => source === undefined || source === 'computed' || source === 'setting')
}

/** Whether something worked out from amounts is read. */
export function readsAmounts(subject: Subject, formulas: readonly Formula[]): boolean {
  return named(subject, formulas, (source) => source === 'computed').length > 0
}

/** Those, and derived facts: what stands between a region and a case. */
function loose(subject: Subject, formula: Formula): readonly Text[] {
  return named(subject, [formula], (source) => source !== 'fact')
}

function named(
  { space }: Subject,
  formulas: readonly Formula[],
  isNamed: (source: string | undefined) => boolean,
): readonly Text[] {
  const seen = new Set<Formula>()
  const variables = new Set<number>()
  const visit = (formula: Formula): void => {
    if (seen.has(formula)) return
    seen.add(formula)
    if (formula.kind === 'in') variables.add(formula.variable)
    else if (formula.kind === 'all' || formula.kind === 'any') formula.of.forEach(visit)
  }
  formulas.forEach(visit)
  return [...variables]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const variable = space.variables[index]
      return variable !== undefined && isNamed(variable.column?.source) ? [variable.label] : []
    })
}
