// The changes somebody expects: questions by name, or the cases of a condition.
// Promise: what lies outside is named; nothing that changes passes for expected.
import { readCondition } from '../engine/condition.js'
import type { Condition } from '../engine/declaration.js'
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { NOTHING } from '../verify/diagram.js'
import type { Changed, Difference } from '../verify/diff.js'
import { FALSE } from '../verify/formula.js'
import { noQuestion, questionNamed } from '../verify/question-words.js'
import { scopeOf } from '../verify/space.js'
import { conditionFormula, regionIn } from '../verify/subject.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'

export interface Expected {
  /** Ids of questions, or of their groups. */
  readonly questions?: readonly string[]
  readonly condition?: Condition
}

/** Reads a selector: a JSON condition, or questions by id or label between commas. */
export function readExpected(model: Model, written: string | undefined): Read<Expected | undefined> {
  if (written === undefined) return { ok: true, value: undefined }
  if (written.trim().startsWith('{')) {
    try {
      return { ok: true, value: { condition: JSON.parse(written) as Condition } }
    } catch {
      return {
        ok: false,
        problems: [problem('--expect-only', { zh: '条件不是 JSON', en: 'the condition is no JSON' })],
      }
    }
  }
  const words = written.split(/[,，]/).map((word) => word.trim())
  const questions = words.map((word) => questionNamed(model, word))
  const unknown = words.filter((_, i) => questions[i] === undefined)
  if (unknown.length === 0) return { ok: true, value: { questions: questions as string[] } }
  return { ok: false, problems: unknown.map((word) => problem('--expect-only', noQuestion(model, word).message)) }
}

/** What is wrong with the condition, held against the rules it speaks of. */
export function unreadableIn({ condition }: Expected, { model, conditions }: RuleSet): Problem[] {
  if (condition === undefined) return []
  const issues: Issue[] = []
  const names = new Map(conditions.map(({ name, column }) => [name, column]))
  readCondition(condition, [], scopeOf(model, names), issues)
  return problemsOf(issues, '--expect-only')
}

/** Changes that are not, or not wholly, among those expected. */
export function unexpectedIn({ changes, subject }: Difference, { questions, condition }: Expected): Changed[] {
  if (condition === undefined)
    return changes.filter(
      ({ question: { id, group } }) => questions?.includes(id) !== true && questions?.includes(group) !== true,
    )
  const { space, rulings, diagrams } = subject
  const formula = conditionFormula(space, rulings, condition, () => FALSE)
  const inside = formula && regionIn(subject, formula)
  return changes.filter(
    ({ region }) => inside === undefined || region === undefined || diagrams.minus(region, inside) !== NOTHING,
  )
}
