// The question of deadlines, as every model that has them declares it.
// Promise: of several deadlines for the same thing the earliest counts.
import type { MemberDeclaration, QuestionDeclaration } from '../../engine/declaration.js'
import { measureTerm, termText } from './deadline.js'
import type { TermWords } from './term.js'

/** A question of deadlines: one term per member, measured as the midnight after its last day or as its minute. */
export function deadlineQuestion<const S extends string, const M extends Readonly<Record<string, MemberDeclaration>>>(
  stage: S,
  words: TermWords,
  members: M,
) {
  return {
    kind: 'terms',
    stage,
    combine: 'least',
    label: { zh: '期限', en: 'deadlines' },
    members,
    check: words.check,
    measure: (term, view) => measureTerm(words.termOf(term), view),
    say: (term) => termText(words.termOf(term), words),
  } as const satisfies Extract<QuestionDeclaration, { kind: 'terms' }>
}
