// The one error of this package: bad input, with every problem at once.
// Promise: business outcomes are never thrown; `issues` is complete and its texts are in Chinese and English.
import { type Issue, placeOf, type Result } from './engine/issue.js'

/** Bad input: a case, a rule document or an option that cannot be read. `message` lists every issue in both languages. */
export class AfterSaleError extends Error {
  override readonly name = 'AfterSaleError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.slice(0, 50).map(lineOf).join('\n'))
    this.issues = issues
  }
}

/** The value of a result; its issues are thrown. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AfterSaleError(result.issues)
}

function lineOf({ file, path, message }: Issue): string {
  const place = [file, placeOf(path)].filter((part) => part !== undefined && part !== '').join(' › ')
  return `${place === '' ? '' : `${place}：`}${message.zh} | ${message.en}`
}
