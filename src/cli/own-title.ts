// A title that a shop's rule has in common with a shipped one.
// Promise: the problem stands under the shop's file, the only one it can change, whichever of the two was read later.
import type { Issue } from '../engine/issue.js'
import { isObject } from '../engine/plain.js'
import type { Source } from '../engine/read-documents.js'

/** The issue as it stands, or that of the shop's own file where it was said of the shipped rule. */
export function atOwnTitle(sources: readonly Source[], issue: Issue): Issue {
  if (issue.code !== 'duplicate-id' || issue.path[0] !== 'title') return issue
  const shipped = sources.find(({ file, document }) => file === '' && isObject(document) && document.id === issue.file)
  const title = isObject(shipped?.document) ? shipped.document.title : undefined
  const own = sources.find(({ file, document }) => file !== '' && isObject(document) && document.title === title)
  if (shipped === undefined || own === undefined) return issue
  return {
    ...issue,
    file: own.file,
    message: {
      zh: `标题与随包规则「${issue.file}」相同；请换一个`,
      en: `the title is that of the shipped rule "${issue.file}"; choose another`,
    },
  }
}
