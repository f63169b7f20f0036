// The decision as the buyer may read it.
// Promise: asserts only what is settled and no worse than a floor; whatever hangs on such an answer is to be confirmed.
// Shop tactics, tasks, flags, remarks, rules and floors are never named, and an open sum is not promised.

import type { Language } from '../../domain/domain.js'
import { listed, onOneLine } from '../../domain/words.js'
import type { Text } from '../../engine/text.js'
import type { Decision } from './decision.js'
import { type Held, heldBack, isDecided, LEGS } from './explain-held.js'
import * as phrases from './explain-phrases.js'
import {
  application,
  askedFirst,
  isToSendBack,
  nextSteps,
  paidOnArrival,
  positive,
  repayment,
} from './explain-steps.js'
import { afterSale } from './model.js'

const { say } = phrases
const { questions } = afterSale.declaration

/** A buyer answers so many questions at once, the most awaited; the others may not be worth asking then. */
const MOST_ASKED = 5

/** The whole text, one sentence or question a line. */
export function explainToBuyer(decision: Decision, lang: Language): string {
  const held = heldBack(decision)
  const ended = phrases.ENDED[decision.refundState?.state ?? '']
  const texts = ended === undefined ? underWay(decision, held) : [ended, ...over(decision, held)]
  return texts.map((text) => onOneLine(text[lang])).join('\n')
}

function underWay(decision: Decision, held: Held): Text[] {
  const decided = isDecided(decision.answers)
  // Who would pay if the goods travel is no worse for whether they do.
  const borne = held.everything && decided ? [] : legs(decision, held)
  const told = [
    ...(held.everything
      ? [phrases.GREETING, ...borne, say.unsure(phrases.CAN_BE_DONE)]
      : [
          ...opening(decision),
          ...borne,
          ...money(decision, held),
          ...nextSteps(decision, held),
          ...unsure(decision, held),
        ]),
    ...((decided && !held.everything) || borne.length > 0 ? proviso(decision) : []),
  ]
  const asked = decision.missing
    .filter(({ ask, fact }) => ask.includes('buyer') && !(fact === 'returnPostageCost' && isToSendBack(decision)))
    .slice(0, MOST_ASKED)
  // Who is refused waits for nothing more.
  const isRefused = decision.answers.verdict.value === 'refuse' && !held.everything
  const rest = decision.outcome === 'needs-facts' && asked.length < decision.missing.length && !isRefused
  return [
    ...told,
    ...looking(decision, held),
    ...(asked.length > 0 ? [phrases.QUESTIONS] : []),
    ...asked.map(({ question: { zh, en } }, i) => ({ zh: `${i + 1}. ${zh}`, en: `${i + 1}. ${en}` })),
    ...(rest ? [phrases.CHECKING] : []),
  ]
}

/** After the end of a refund nothing is asked, and only what is settled is told. */
function over(decision: Decision, held: Held): Text[] {
  const isTold = isDecided(decision.answers) && !held.everything
  const borne = isTold ? legs(decision, held) : []
  return [
    ...borne,
    ...(isTold ? application(decision) : []),
    ...(borne.length > 0 ? proviso(decision) : []),
    ...looking(decision, held),
  ]
}

function proviso({ presumed }: Decision): Text[] {
  return presumed.length > 0 ? [phrases.PRESUMED] : []
}

/** A colleague looks at what no rule answers, unless it is the buyer's turn first, or all that follows a refusal is known. */
function looking(decision: Decision, held: Held): Text[] {
  const { verdict, refundAction } = decision.answers
  const isAsked = verdict.status === 'silent' && askedFirst(decision).length > 0
  const isKnown = refundAction.arises === 'no' || refundAction.status === 'settled'
  const isOver = verdict.value === 'refuse' && isKnown && !held.everything
  return decision.outcome === 'needs-review' && !isAsked && !isOver ? [phrases.COLLEAGUE] : []
}

function opening(decision: Decision): Text[] {
  const { answers, tasks } = decision
  const { verdict, responsible } = answers
  const isSorry = responsible.value === 'shop' || tasks.some(({ task }) => task === 'apologise')
  const apology = isSorry ? [phrases.APOLOGY] : []
  if (verdict.value === undefined) return [phrases.GREETING, ...apology]
  const offered = chosen(decision, 'offer')
  const options = verdict.value === 'offer' && offered.length > 0 ? [say.offers(together(offered))] : []
  return [phrases.VERDICTS[verdict.value], ...apology, ...options]
}

/** The members that surely hold, as a buyer calls them: not that the courier pays the shop. */
function chosen({ answers }: Decision, question: 'offer' | 'recourse'): Text[] {
  const given: Readonly<Record<string, { readonly value?: boolean } | undefined>> = answers[question]
  return Object.entries(questions[question].members).flatMap(([member, { label }]) =>
    given[member]?.value === true && member !== 'courier' ? [phrases.OFFERS[member] ?? label] : [],
  )
}

function legs(decision: Decision, held: Held): Text[] {
  const { answers } = decision
  const settled = LEGS.flatMap((leg) => {
    const { value, arises } = answers[leg]
    if (value === undefined || arises === 'no' || held.leg(leg)) return []
    const { name, where } = phrases.LEGS[leg]
    return [{ arises, where, text: say.leg(name, phrases.BEARERS[value]) }]
  })
  const decided = isDecided(answers)
  const agreeing = decided ? [] : agreeingLegs(decision, held)
  const sure = settled.filter(({ arises }) => decided && arises === 'yes').map(({ text }) => text)
  const conditional = settled.filter(({ arises }) => !decided || arises === 'unknown')
  const { value, arises } = answers.returnPostage
  // Whoever reimburses the shop is no business of the buyer's.
  const isCovered = value === 'buyer' && arises !== 'no' && !held.leg('returnPostage')
  const advanced = answers.repayBy.value !== undefined || decision.tasks.some(({ task }) => task === 'repay-postage')
  const isOwed = value === 'split' || (value === 'seller' && advanced)
  const repaid = isOwed && decided && arises === 'yes' && !held.leg('returnPostage')
  return [
    ...(sure.length > 0 ? [sentence(sure)] : []),
    ...conditional.map(({ where, text }) => say.provided(where, text)),
    ...agreeing,
    ...(repaid ? repayment(decision) : []),
    ...(decided && !held.leg('returnPostage') ? paidOnArrival(decision) : []),
    ...(isCovered ? chosen(decision, 'recourse').map(say.covered) : []),
  ]
}

/** Legs still open only because no rule, or two that clash, may come to speak: if the request is met, this is the answer. */
function agreeingLegs({ answers }: Decision, held: Held): Text[] {
  const mayBeMet = answers.verdict.possible.some((value) => value === 'accept' || value === 'offer')
  return LEGS.flatMap((leg) => {
    const { status, possible, arises } = answers[leg]
    const [bearer, ...others] = possible.filter((value) => value !== 'silent' && value !== 'conflict')
    const isOne = status === 'open' && bearer !== undefined && others.length === 0
    if (!mayBeMet || !isOne || arises === 'no' || held.leg(leg)) return []
    return [say.provided(phrases.IF_MET, say.leg(phrases.LEGS[leg].name, phrases.BEARERS[bearer]))]
  })
}

function money({ answers, amount }: Decision, held: Held): Text[] {
  const { refund, compensate } = amount
  const told = isDecided(answers) && answers.refundBase.arises === 'yes' && !held.refund && refund.value !== undefined
  const compensated = held.compensation ? undefined : positive(compensate.value)
  return [
    ...(told ? [say.refund(refund.value, makingOf({ answers, amount }))] : []),
    ...(compensated === undefined ? [] : [say.compensate(compensated)]),
  ]
}

/** What a refund is made of: the base, then what was taken off, where every part is known. */
function makingOf({ answers, amount }: Pick<Decision, 'answers' | 'amount'>): Text {
  const base = answers.refundBase.value
  const items = amount.refund.items
  if (base === undefined || items.some(({ value }) => value === undefined)) return { zh: '', en: '' }
  const parts = items.map(({ item, label, value = '' }): Text => {
    const { zh, en } = item === 'base' ? phrases.BASES[base] : label
    const size = value.replace(/^-/, '')
    return item.startsWith('not-') ? { zh, en } : { zh: `${zh} ${size} 元`, en: `${en} ${size} yuan` }
  })
  return { zh: `：${parts.map(({ zh }) => zh).join('，')}`, en: `: ${parts.map(({ en }) => en).join(', ')}` }
}

/** What surely matters and cannot be said yet. Open and held answers read alike. */
function unsure({ answers, amount }: Decision, held: Held): Text[] {
  const topics = [
    ...(answers.verdict.status === 'settled' ? [] : [phrases.CAN_BE_DONE]),
    ...(isDecided(answers) && answers.refundBase.arises === 'yes' && (held.refund || amount.refund.value === undefined)
      ? [phrases.REFUND]
      : []),
    ...(held.compensation ? [phrases.COMPENSATION] : []),
    ...LEGS.filter(
      (leg) =>
        isDecided(answers) && answers[leg].arises === 'yes' && (held.leg(leg) || answers[leg].status !== 'settled'),
    ).map((leg) => say.borneBy(phrases.LEGS[leg].name)),
  ]
  return topics.length > 0 ? [say.unsure(together(topics))] : []
}

function together(texts: readonly Text[]): Text {
  return {
    zh: listed(
      texts.map(({ zh }) => zh),
      'zh',
    ),
    en: listed(
      texts.map(({ en }) => en),
      'en',
    ),
  }
}

function sentence(parts: readonly Text[]): Text {
  const en = parts.map((part) => part.en).join('; ')
  return { zh: `${parts.map(({ zh }) => zh).join('，')}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }
}
