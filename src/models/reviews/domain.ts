// The reviews model as the command line, the fixtures and the proofs take it.
// Promise: a remark is shown and expected as the text it comes to.
import type { Language, Row } from '../../domain/domain.js'
import { openMembers, openWord } from '../../domain/open-rows.js'
import { plainDomain } from '../../domain/plain.js'
import { row } from '../../domain/rows.js'
import { onOneLine, valueWords } from '../../domain/words.js'
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
  cells: { remark: remarkCells },
})

/** The remark as the sheet has it, and the forms that may still have to be written. */
function remarkCells(decision: ReviewDecision, lang: Language): string[] {
  const text = onOneLine(remarkText(decision, lang))
  return [...(text === '' ? [] : [text]), ...openForms(decision, lang)]
}

function openForms(decision: ReviewDecision, lang: Language): string[] {
  return openMembers(reviews, decision, 'remark').map(({ question }) => openWord(question.label[lang], lang))
}

function remarkText({ remark: { text, missing } }: ReviewDecision, lang: Language): string {
  if (missing.length === 0) return text
  return lang === 'zh' ? `${text}（待填：${missing.join('、')}）` : `${text} (to be filled in: ${missing.join(', ')})`
}

/** Remark and flag; where nothing of them is sure, what is still open. */
function handlingRows(decision: ReviewDecision, lang: Language): Row[] {
  const { remark, flag, answers } = decision
  const [remarkLabel, flagLabel] = lang === 'zh' ? ['备注', '旗帜'] : ['remark', 'flag']
  const behind = Object.values(answers.remark).flatMap((answer) => answer?.rules ?? [])
  const question = reviews.questionOf.get('flag')
  const isOpen = answers.flag.status === 'open'
  return [
    ...(remark.text === ''
      ? openForms(decision, lang).map((form) => row(remarkLabel, form))
      : [row(remarkLabel, remarkText(decision, lang), behind)]),
    ...(flag === undefined || question === undefined
      ? []
      : [row(flagLabel, valueWords(question, flag, lang), answers.flag.rules)]),
    ...(isOpen ? [row(flagLabel, lang === 'zh' ? '未定' : 'open')] : []),
  ]
}
