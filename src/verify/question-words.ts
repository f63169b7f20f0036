// A question as people name it: by its id or label, or one of its members as the reports print it.
// Promise: what a report prints is understood where it is unmistakable; what nobody knows is told with the nearest.
import { type Issue, notAmong } from '../engine/issue.js'
import type { Model } from '../engine/model.js'

type Named = Pick<Model, 'groupOf' | 'questionOf' | 'questions'>

/** The id of a question, or of the group it is a member of. */
export function questionNamed(model: Named, name: string): string | undefined {
  const [found, ...others] = membersOf(model).filter(({ words }) => words.includes(name))
  return model.groupOf.get(name) ?? model.questionOf.get(name)?.id ?? (others.length > 0 ? undefined : found?.id)
}

/** What is wrong with a name that no question has, with the nearest one. */
export function noQuestion(model: Named, name: string): Issue {
  return notAmong('unknown-value', ['question'], name, questionNames(model), { zh: '问题', en: 'question' })
}

/** All names of questions and their members. */
export function questionNames(model: Named): readonly string[] {
  const members = membersOf(model).flatMap(({ words }) => words)
  return [...new Set([...model.questionOf.keys(), ...model.groupOf.keys(), ...members])]
}

/** Members of questions: by their labels, and behind the label of the question. */
function membersOf({ questions }: Named): { readonly id: string; readonly words: readonly string[] }[] {
  return questions
    .filter(({ id, group }) => id !== group)
    .map(({ id, label, declaration }) => ({ id, words: [label.zh, label.en, `${declaration.label.zh}·${label.zh}`] }))
}
