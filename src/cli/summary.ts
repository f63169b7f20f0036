// A decision in a handful of words: what a list of cases shows of each.
// Promise: what does not arise is empty, what is open says what it may be.
import type { Decision, Domain, WaitsFor } from '../domain/domain.js'
import { outcomeWords, reviewWords } from '../domain/report.js'
import { factValueWords, listed } from '../domain/words.js'
import type { Text } from '../engine/text.js'

export interface Summed {
  readonly label: string
  /** Empty where there is nothing to say. */
  readonly text: string
}

const LABELS = {
  outcome: { zh: '状态', en: 'outcome' },
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

function presumedWords({ model }: Domain, { presumed }: Decision, lang: keyof Text): string {
  const [colon, between] = lang === 'zh' ? ['：', '；'] : [': ', '; ']
  return presumed
    .map(({ fact, label, value }) => `${label[lang]}${colon}${factValueWords(model, fact, value, lang)}`)
    .join(between)
}
