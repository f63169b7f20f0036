// A decision in a handful of words: what a list of cases shows of each.
// Promise: what does not arise is empty, what is open says what it may be.
import type { Decision, Domain, WaitsFor } from '../domain/domain.js'
import { outcomeWords, reviewWords } from '../domain/report.js'
import { factValueWords, listed, questionLabel } from '../domain/words.js'
import type { Text } from '../engine/text.js'

export interface Summed {
  readonly label: string
  /** Put before the label where everything of a case stands on one line. */
  readonly mark?: string
  /** Empty where there is nothing to say. */
  readonly text: string
}

const LABELS = {
  outcome: { zh: '状态', en: 'outcome' },
  breaches: { zh: '底线提示', en: 'below a floor' },
  missing: { zh: '缺少', en: 'missing' },
  reviews: { zh: '人工原因', en: 'for a person because' },
  presumed: { zh: '前提', en: 'presumed' },
} as const satisfies Readonly<Record<string, Text>>

/**
 * What is shown of every decision, in this order; what it presumes only where it may (`presume`). Without a decision every
 * text is empty.
 */
export function summaryOf(
  domain: Domain,
  decision: Decision | undefined,
  lang: keyof Text,
  waitsFor: WaitsFor = () => '',
  presume = false,
): Summed[] {
  const of = (label: keyof typeof LABELS, say: (decision: Decision) => string): Summed => ({
    label: LABELS[label][lang],
    text: decision === undefined ? '' : say(decision),
  })
  return [
    of('outcome', (one) => outcomeWords(one, lang)),
    ...domain.listing.summary(decision, lang, waitsFor),
    ...(hasFloors(domain) ? [{ ...of('breaches', (one) => breachWords(domain, one, lang)), mark: '⚠' }] : []),
    of('missing', ({ missing }) =>
      listed(
        missing.map(({ label }) => label[lang]),
        lang,
      ),
    ),
    of('reviews', (one) => reviewWords(domain, one, lang).join(lang === 'zh' ? '；' : '; ')),
    ...(presume ? [of('presumed', (one) => presumedWords(domain, one, lang))] : []),
  ]
}

function hasFloors({ model }: Domain): boolean {
  return model.questions.some(({ favour }) => favour !== undefined)
}

/** Which answers fall short of a floor, and what that costs the buyer; law and platform may say the same of one. */
function breachWords({ model, report }: Domain, { breaches }: Decision, lang: keyof Text): string {
  const said = breaches.map((breach) => {
    const label = questionLabel(model, breach.question, lang)
    const sure: Text = { zh: '低于底线', en: 'below the floor' }
    const perhaps: Text = { zh: '可能低于底线', en: 'may be below the floor' }
    const cost = report.cost(breach, lang)
    const short = [(breach.status === 'yes' ? sure : perhaps)[lang], ...(cost === undefined ? [] : [cost])]
    return lang === 'zh' ? `${label}${short.join('，')}` : `${label} ${short.join(', ')}`
  })
  return [...new Set(said)].join(lang === 'zh' ? '；' : '; ')
}

function presumedWords({ model }: Domain, { presumed }: Decision, lang: keyof Text): string {
  const [colon, between] = lang === 'zh' ? ['：', '；'] : [': ', '; ']
  return presumed
    .map(({ fact, label, value }) => `${label[lang]}${colon}${factValueWords(model, fact, value, lang)}`)
    .join(between)
}
