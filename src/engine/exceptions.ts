// Who beats whom: exceptions named by rules, closed over exceptions of exceptions.
// Promise: only rules of the same layer that share a question are excepted; a circle is an issue, not a loop.
import { type Issue, issue, notAmong } from './issue.js'
import type { LoadedRule } from './load-rules.js'
import { circlesIn, oneAfterOther } from './one-after-other.js'

/** A rule and one that beats it, directly or through others: more pairs than this are no rule set a person wrote. */
const MAX_PAIRS = 1_000_000
/** So many rules of a circle are named. */
const SHOWN = 8

/** One list for all, since it is looked into for every rule that may hold. */
const NOBODY: readonly number[] = []

/** Rules that, holding, beat `rule` on `question`: they answer it and except it directly or through others. */
export type BeatersOn = (rule: number, question: number) => readonly number[]

/** Finds who beats whom; what is wrong with the exceptions goes to `issues`. */
export function exceptionClosure(
  rules: readonly LoadedRule[],
  fileOf: ReadonlyMap<string, string>,
  broken: ReadonlySet<string>,
  issues: Issue[],
): BeatersOn {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const report = ({ id }: LoadedRule, one: Issue) => issues.push({ ...one, file: fileOf.get(id) as string })
  const excepted = rules.map((rule) => {
    return (rule.document.exceptionTo ?? []).flatMap((id, i) => {
      const target = indexOf.get(id) ?? -1
      const other = rules[target]
      if (other === undefined && broken.has(id)) return []
      if (other?.layer !== rule.layer) {
        const sameLayer = rules.filter((one) => one.layer === rule.layer && one !== rule).map((one) => one.id)
        const what = { zh: '同层规则', en: 'rule of the same layer' }
        report(rule, notAmong('unknown-rule', ['exceptionTo', i], id, sameLayer, what))
        return []
      }
      const readable = !broken.has(rule.id) && !broken.has(id)
      if (
        readable &&
        !rule.answers.some(({ question }) => other.answers.some((answer) => answer.question === question))
      ) {
        report(
          rule,
          issue('no-common-question', ['exceptionTo', i], id, {
            zh: `与「${id}」没有共同的问题`,
            en: `shares no question with "${id}"`,
          }),
        )
        return []
      }
      return [target]
    })
  })
  const order = oneAfterOther(excepted)
  const exceptedBy: number[][] = rules.map(() => [])
  excepted.forEach((targets, rule) => {
    for (const target of targets) exceptedBy[target]?.push(rule)
  })
  for (const circle of circlesIn(exceptedBy, order)) {
    const ids = circle.slice(0, SHOWN).map((rule) => rules[rule]?.id)
    for (const one of circle) {
      const rule = rules[one] as LoadedRule
      report(
        rule,
        issue('cycle', ['exceptionTo'], rule.id, {
          zh: `例外关系成环，涉及：${ids.join('、')}`,
          en: `exceptions form a circle among: ${ids.join(', ')}`,
        }),
      )
    }
  }
  const above: Set<number>[] = rules.map(() => new Set())
  let pairs = 0
  for (const rule of order) {
    for (const target of excepted[rule] as number[]) {
      const beaters = above[target] as Set<number>
      pairs -= beaters.size
      beaters.add(rule)
      for (const beater of above[rule] as Set<number>) beaters.add(beater)
      pairs += beaters.size
      if (pairs > MAX_PAIRS) {
        issues.push(
          issue('too-large', ['exceptionTo'], rules[target]?.id, {
            zh: `例外的例外合计超过 ${MAX_PAIRS} 对`,
            en: `exceptions of exceptions come to more than ${MAX_PAIRS} pairs`,
          }),
        )
        return () => NOBODY
      }
    }
  }
  return (rule, question) => {
    const beaters = [...(above[rule] as Set<number>)].filter((beater) =>
      rules[beater]?.answers.some((answer) => answer.question === question),
    )
    return beaters.length > 0 ? beaters : NOBODY
  }
}
