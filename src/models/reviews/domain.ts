// The reviews model as the command line, the fixtures and the proofs take it.
// Promise: a remark is shown and expected as the text it comes to.
import type { Language, Row } from '../../domain/domain.js'
import { plainDomain } from '../../domain/plain.js'
import { row } from '../../domain/rows.js'
import { valueWords } from '../../domain/words.js'
import { type ReviewDecision, writeReview } from './decide.js'
import { reviews } from './model.js'

export const reviewsDomain = plainDomain<ReviewDecision>({
  model: reviews,
  write: writeReview,
  claim: ['platform', 'rating', 'stars'],
  expected: {
    备注: { title: 'the text of the remark', shape: 'text', of: ({ remark }: ReviewDecision) => remark.text },
    备注缺: { title: 'what the remark lacks', shape: 'list', of: ({ remark }: ReviewDecision) => remark.missing },
  },
  apart: ['remark', 'flag'],
  rows: handlingRows,
})

function handlingRows({ remark, flag, answers }: ReviewDecision, lang: Language): Row[] {
  const [remarkLabel, flagLabel] = lang === 'zh' ? ['备注', '旗帜'] : ['remark', 'flag']
  const open =
    lang === 'zh' ? `（待填：${remark.missing.join('、')}）` : ` (to be filled in: ${remark.missing.join(', ')})`
  const behind = Object.values(answers.remark).flatMap((answer) => answer?.rules ?? [])
  const question = reviews.questionOf.get('flag')
  return [
    ...(remark.text === ''
      ? []
      : [row(remarkLabel, `${remark.text}${remark.missing.length === 0 ? '' : open}`, behind)]),
    ...(flag === undefined || question === undefined
      ? []
      : [row(flagLabel, valueWords(question, flag, lang), answers.flag.rules)]),
  ]
}
