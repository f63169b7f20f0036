// What a word is that a case names and that is no fact of a case: worked out, a setting, an answer.
// Promise: the problem stays where it is; a word that is none of these is told as before.
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'

/** The problem of a case, saying what the word is that it names, where that is known. */
export function aboutWord(model: Model, issue: Issue): Issue {
  const isKey = issue.code === 'unknown-key' && issue.path.length === 1
  const message = isKey ? wordThatIsNoFact(model, String(issue.path[0])) : undefined
  if (message === undefined) return issue
  const { nearest: _, ...rest } = issue
  return { ...rest, message }
}

/** What a word of either language is, that is declared and no fact of a case. */
export function wordThatIsNoFact({ columns, declaration, questions }: Model, word: string): Text | undefined {
  const isIt = ([id, { label }]: readonly [string, { readonly label: Text }]) => id === word || label.zh === word
  const workedOut = columns.some(
    (column) => ['derived', 'computed'].includes(column.source) && isIt([column.id, column]),
  )
  if (workedOut)
    return {
      zh: `「${word}」由案情算出，案情里不写`,
      en: `"${word}" is worked out from the case, which does not state it`,
    }
  const setting = Object.entries(declaration.settings ?? {}).find(isIt)
  if (setting !== undefined) {
    const [id] = setting
    return {
      zh: `「${word}」是设置，不是案情：写在 aftersale.json 的 settings 里，案例里写在「设置」下面，写 "${id}"`,
      en: `"${word}" is a setting and no fact: write "${id}" into settings of aftersale.json, in a fixture below 设置`,
    }
  }
  const isAnswer = [...Object.entries(declaration.questions), ...questions.map((one) => [one.id, one] as const)].some(
    isIt,
  )
  return isAnswer
    ? {
        zh: `「${word}」是规则回答的问题，不是案情；已经约定好的，写在「约定」下面，并写经办`,
        en: `"${word}" is a question that rules answer and no fact; what was agreed stands below "agreed", with "by"`,
      }
    : undefined
}
