// What stands behind a case of a fixture that fails, beside rules in conflict: facts that contradict each other, and
// numbers nobody can say.
// Promise: the case is decided as the fixture was, once more; of a case that cannot be read nothing is said.
import { decide } from '../domain/decide.js'
import { questionCalled } from '../domain/expectation.js'
import { type CaseReport, type Check, checksOf } from '../domain/fixture.js'
import { layerOfRule } from '../domain/rule-layers.js'
import type { Text } from '../engine/text.js'
import { rulesByLayer, type Shop } from '../verify/layered.js'
import { lackingNumbers, lackingWords } from './lacking-numbers.js'

/** Tells why cases of a fixture fail, of each in its place: nothing where what differs says it. */
export function whyFailing(
  shop: Shop,
): (fixture: unknown, cases: readonly CaseReport[]) => readonly (readonly Text[])[] {
  const rulesOn = rulesByLayer(shop)
  return (fixture, cases) => {
    if (cases.every(({ differences }) => differences.length === 0)) return cases.map(() => [])
    const { checks } = checksOf(shop.domain, fixture, (id) => layerOfRule(shop.documents, id))
    return cases.map((one, i) => {
      const check = one.differences.length > 0 ? checks[i] : undefined
      return check === undefined ? [] : whyOf(shop, rulesOn, check, one)
    })
  }
}

function whyOf(
  { domain, model }: Shop,
  rulesOn: ReturnType<typeof rulesByLayer>,
  { layers, options, input, presume }: Check,
  { differences }: CaseReport,
): Text[] {
  const rulings = rulesOn(layers, options)
  const decided = rulings.ok ? decide(rulings.value, input, { presume }) : undefined
  if (!rulings.ok || decided?.ok !== true) return []
  const contradictions = decided.value.reviews.flatMap((review) =>
    review.reason === 'contradiction'
      ? [{ zh: `案情自相矛盾：${review.text.zh}`, en: `the facts contradict each other: ${review.text.en}` }]
      : [],
  )
  // An open answer that waits for facts names them already.
  const open = differences.flatMap(({ place, got }) =>
    got === '未定' ? [questionCalled(domain, place.slice(place.indexOf('.') + 1))?.id] : [],
  )
  const asked = model.questions.flatMap(({ group, index }) => (open.includes(group) ? [index] : []))
  const lacking = asked.length === 0 ? [] : lackingNumbers(rulings.value, input, presume, asked)
  return lacking.length === 0 ? contradictions : [...contradictions, lackingWords(lacking)]
}
