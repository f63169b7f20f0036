// What the remark and the flag of an order come to that has both a return and a review.
// Promise: pure; purple goes before any other flag, and the texts of both stay, none of them twice.
import type { Answered } from '../../engine/answered.js'
import type { RemarkPart, ReviewDecision } from './decide.js'

/** What is read of a return's decision; an after-sale `Decision` is one. */
export interface ReturnDecision {
  readonly remark: { readonly text: string; readonly missing: readonly string[] }
  readonly flag?: string
  readonly answers: { readonly remark: Readonly<Record<string, Answered<boolean> | undefined>> }
}

export interface OrderRemark {
  readonly text: string
  /** Names of slots nothing fills yet; they stand in the text as {name}. */
  readonly missing: readonly string[]
  readonly flag?: string
}

const JOIN = '；'

/**
 * One remark and one flag for an order: the return's text first, then the review's. A form that the return's decision
 * has filled already is not written again.
 */
export function combineForOrder(
  returned: ReturnDecision,
  review: Pick<ReviewDecision, 'remark' | 'flag'>,
): OrderRemark {
  const isNew = ({ form }: RemarkPart) => returned.answers.remark[form]?.value !== true
  const added = review.remark.parts.filter(isNew)
  const texts = [returned.remark.text, ...added.map(({ text }) => text)].filter((text) => text !== '')
  const missing = [...returned.remark.missing, ...added.flatMap((part) => part.missing)]
  const flag = review.flag === 'purple' ? review.flag : (returned.flag ?? review.flag)
  return { text: texts.join(JOIN), missing: [...new Set(missing)], ...(flag === undefined ? {} : { flag }) }
}
