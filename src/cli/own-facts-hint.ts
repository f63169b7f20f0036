// What to add where a case names a fact nobody knows: facts of a shop's own come with its folder of rules.
// Promise: said only while no such facts are loaded, and only where no known name is like the one written.
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'

/** The hint, to be put after a message; empty where facts of a shop's own are loaded. */
export function ownFactsHint({ ownFacts }: Model): Text {
  if (Object.keys(ownFacts).length > 0) return { zh: '', en: '' }
  return {
    zh: '；本店 facts.json 里的事实，要加 --rules 文件夹',
    en: "; for facts of a shop's own facts.json add --rules DIR",
  }
}

/** The problem of a case, with the hint where it may help. */
export function withOwnFactsHint(model: Model, issue: Issue): Issue {
  if (issue.code !== 'unknown-key' || issue.path.length !== 1 || issue.nearest !== undefined) return issue
  const { zh, en } = ownFactsHint(model)
  return { ...issue, message: { zh: `${issue.message.zh}${zh}`, en: `${issue.message.en}${en}` } }
}
