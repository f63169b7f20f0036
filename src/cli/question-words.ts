// A question named on the command line: by its id or label, or one of its members as the reports print it.
// Promise: what a report prints is understood where it is unmistakable; what nobody knows is told with the nearest.
import { notAmong } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'

type Named = Pick<Model, 'groupOf' | 'questionOf' | 'questions' | 'declaration'>

/** The id of a question, or of the group it is a member of. */
export function questionNamed(model: Named, name: string): string | undefined {
  const known = model.groupOf.get(name) ?? (model.questionOf.has(name) ? name : undefined)
  if (known !== undefined) return known
  const found = membersOf(model).filter(({ words }) => words.includes(name))
  return found.length === 1 ? found[0]?.id : undefined
}

/** What to say of a name that no question has, with the nearest one. */
export function noQuestion(model: Named, name: string): Text {
  return notAmong('unknown-value', [], name, questionNames(model), { zh: '问题', en: 'question' }).message
}

/** All names of questions and their members. */
export function questionNames(model: Named): readonly string[] {
  const members = membersOf(model).flatMap(({ words }) => words)
  return [...new Set([...model.questionOf.keys(), ...model.groupOf.keys(), ...members])]
}

/** Members of questions: by their labels, and behind the label of the question. */
function membersOf({ questions, declaration }: Named): { readonly id: string; readonly words: readonly string[] }[] {
  return questions
    .filter(({ id, group }) => id !== group)
    .map(({ id, group, label }) => {
      const whole = declaration.questions[group]?.label
      return { id, words: [label.zh, label.en, ...(whole ? [`${whole.zh}·${label.zh}`] : [])] }
    })
}
