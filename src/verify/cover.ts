// As few cases as can be found that reach every region of some questions: each rule wins, and nobody answers.
// Promise: every case was decided and shows what it is there for; the bound below counts regions no two of which one case
// can reach.
import { SILENT } from '../engine/answer.js'
import type { Evaluation } from '../engine/evaluate.js'
import type { CompiledRule } from '../engine/load-rules.js'
import { NO, YES } from '../engine/matcher.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import type { Witness } from './decided-case.js'
import { NOTHING, type Region } from './diagram.js'
import { all, type Formula, not } from './formula.js'
import { regionIn, type Subject, withinBudget } from './subject.js'
import { witnessOf } from './witness.js'

/** A region some case should lie in. */
interface Target {
  readonly text: Text
  readonly is: Formula
  readonly shows: (evaluation: Evaluation<unknown>) => boolean
}

interface Reached extends Target {
  readonly region: Region
}

export interface Cover {
  readonly cases: readonly { readonly text: Text; readonly witness: Witness }[]
  /** How many cases it takes at least. */
  readonly least: number
  readonly regions: number
  /** Regions of which no case could be put together, or nobody knows. */
  readonly lacking: readonly Text[]
}

/** Covers the regions of questions that some rule speaks of. */
export function coverOf(subject: Subject, questions: readonly Question[]): Cover {
  const targets = questions.flatMap((question) => targetsOf(subject, question))
  const lacking: Text[] = []
  const reached = targets.flatMap((target): Reached[] => {
    const region = regionIn(subject, target.is)
    if (region === undefined) lacking.push(target.text)
    return region === undefined || region === NOTHING ? [] : [{ ...target, region }]
  })
  const { diagrams } = subject
  const meets = reached.map(({ region }) => reached.map((other) => diagrams.meets(region, other.region)))
  const cases: Cover['cases'][number][] = []
  const first = apart(meets)
  for (const group of grouped(subject, reached, meets, first)) {
    const found = brought(subject, group)
    cases.push(...found.cases)
    lacking.push(...found.lacking)
  }
  return { cases, least: first.length, regions: reached.length, lacking }
}

/** Each rule wins; and where no rule does, nobody answers or the fallback stands. */
function targetsOf({ answering }: Subject, question: Question): Target[] {
  const { index, label, fallback = SILENT } = question
  const rules = answering.answeringRules(index)
  if (rules.length === 0) return []
  return [
    ...rules.map(
      (rule): Target => ({
        text: { zh: `「${label.zh}」由「${rule.title}」作答`, en: `${question.id}: ${rule.id} answers` },
        is: answering.wins(rule, index),
        shows: ({ statuses }) =>
          statuses[rule.index] === YES && beatersOf(rule, index).every((one) => statuses[one] === NO),
      }),
    ),
    {
      text: { zh: `「${label.zh}」没有规则作答`, en: `${question.id}: no rule answers` },
      is: all(rules.map((rule) => not(answering.wins(rule, index)))),
      shows: ({ resolved }) => resolved[index]?.outcomes.length === 1 && resolved[index]?.outcomes[0] === fallback,
    },
  ]
}

function beatersOf({ answers }: CompiledRule, question: number): readonly number[] {
  return answers.find((one) => one.question === question)?.beaters ?? []
}

/** Regions that one case can reach together, in as few groups as are found; `first`: regions no two of which one case reaches. */
function grouped(
  subject: Subject,
  reached: readonly Reached[],
  meets: readonly (readonly boolean[])[],
  first: readonly number[],
): Reached[][] {
  const company = meets.map((row) => row.filter(Boolean).length)
  const places = reached.map((_, i) => i)
  const scarce = [...places].sort((a, b) => (company[a] as number) - (company[b] as number) || a - b)
  const orders = [scarce, [...scarce].reverse(), ...Array.from({ length: SHUFFLES }, (_, i) => shuffled(places, i + 1))]
  let best: Reached[][] | undefined
  for (const order of orders) {
    if (best?.length === first.length) break
    const taken = [...new Set([...first, ...order])].map((i) => reached[i] as Reached)
    const groups = subject.diagrams.forNow(() => packed(subject, taken))
    if (best === undefined || groups.length < best.length) best = groups
  }
  return best ?? []
}

// So many further orders are tried where the bound is not reached.
const SHUFFLES = 40

/** The same order for the same number, on every machine. */
function shuffled(places: readonly number[], seed: number): number[] {
  const key = (place: number) => Math.imul((place + 1) * 2_654_435_761 + seed * 40_503, 2_246_822_519) >>> 0
  return [...places].sort((a, b) => key(a) - key(b))
}

/** Each region joins the first group it fits; where nobody can tell, it begins one of its own. */
function packed(subject: Subject, reached: readonly Reached[]): Reached[][] {
  const { diagrams } = subject
  const groups: { members: Reached[]; region: Region }[] = []
  for (const one of reached) {
    const group = groups.find(({ region }) => withinBudget(subject, () => diagrams.meets(region, one.region)))
    const region = group && withinBudget(subject, () => diagrams.both(group.region, one.region))
    if (group === undefined || region === undefined) groups.push({ members: [one], region: one.region })
    else {
      group.members.push(one)
      group.region = region
    }
  }
  return groups.map(({ members }) => members)
}

/** Places of regions no two of which meet: from each of them on, in several orders, the most that are found. */
function apart(meets: readonly (readonly boolean[])[]): number[] {
  const company = meets.map((row) => row.filter(Boolean).length)
  const places = meets.map((_, i) => i)
  const lonely = [...places].sort((a, b) => (company[a] as number) - (company[b] as number) || a - b)
  let most: number[] = []
  for (const order of [lonely, ...Array.from({ length: SHUFFLES }, (_, i) => shuffled(places, i + 1))]) {
    for (const first of places) {
      const chosen = [first]
      for (const next of order) if (chosen.every((one) => meets[one]?.[next] === false)) chosen.push(next)
      if (chosen.length > most.length) most = chosen
    }
  }
  return most
}

/** A case for a group of regions; for each half of them where there is none for all. */
function brought(subject: Subject, group: readonly Reached[]): Pick<Cover, 'cases' | 'lacking'> {
  const { diagrams } = subject
  const witness = diagrams.forNow(() => {
    // Without the world, of which a case is asked no more than it needs: much of it would be moments to fit together.
    const region = withinBudget(subject, () => diagrams.build(all(group.map(({ is }) => is))))
    const shows = (evaluation: Evaluation<unknown>) => group.every((one) => one.shows(evaluation))
    return region === undefined ? undefined : witnessOf(subject, { kind: 'region', region }, { shows, atEdges: true })
  })
  const text = {
    zh: group.map((one) => one.text.zh).join('；'),
    en: group.map((one) => one.text.en).join('; '),
  }
  if (witness !== undefined) return { cases: [{ text, witness }], lacking: [] }
  if (group.length === 1) return { cases: [], lacking: [text] }
  const middle = Math.ceil(group.length / 2)
  const parts = [group.slice(0, middle), group.slice(middle)].map((half) => brought(subject, half))
  return { cases: parts.flatMap(({ cases }) => cases), lacking: parts.flatMap(({ lacking }) => lacking) }
}
