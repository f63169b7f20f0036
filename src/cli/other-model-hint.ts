// What to say where a case names facts of another model than the one it was read as.
// Promise: said beside the problems, never in their place, and only where the other model knows more of the words written.
import { shown } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { domains } from '../models/domains.js'
import { type Problem, problem, written } from './problem.js'

const NAMED = 5

/** What a case was written with: the file it stands in, and its keys or the headings above it. */
export interface Worded {
  readonly file: string
  readonly words: readonly string[]
}

/** The words of a case read from JSON; none where it is no object. */
export function wordsIn(input: unknown): readonly string[] {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.keys(input) : []
}

/** Below the problems: the model or models to try, once a file; empty where no other fits better. */
export function otherModelHint(model: Model, cases: readonly Worded[], lang: keyof Text): string {
  const hints = new Map(cases.map(({ file, words }) => [file, hintFor(model, words)] as const))
  return written(
    [...hints].flatMap(([file, hint]): Problem[] => (hint === undefined ? [] : [problem(file, hint)])),
    lang,
  )
}

function hintFor(model: Model, words: readonly string[]): Text | undefined {
  const counts = domains.map(({ model: one }) => ({ one, known: words.filter((word) => one.factOf.has(word)).length }))
  const here = words.filter((word) => model.factOf.has(word)).length
  const most = Math.max(...counts.map(({ known }) => known))
  if (most <= here) return undefined
  const better = counts.filter(({ known }) => known === most).map(({ one }) => one)
  const theirs = words.filter((word) => !model.factOf.has(word) && better.every(({ factOf }) => factOf.has(word)))
  const titles = better.map(({ declaration }) => declaration.title)
  const options = better.map(({ declaration }) => `--model ${declaration.id}`)
  const shownWords = theirs.slice(0, NAMED).map(shown)
  const isMore = theirs.length > NAMED
  return {
    zh: `${shownWords.join('、')}${isMore ? ' 等' : ''}是「${titles.map(({ zh }) => zh).join('」「')}」的事实；请试 ${options.join(' 或 ')}`,
    en: `${shownWords.join(', ')}${isMore ? ' and others' : ''}: facts of ${titles.map(({ en }) => `"${en}"`).join(' and of ')}; try ${options.join(' or ')}`,
  }
}
