// As few cases as reach every region of a question, on the shipped rules.
// Promise: never more than a tenth above what is proved to be needed; each case shows what it is there for.
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/index.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { coverOf } from '../src/verify/cover.js'
import { rulesByLayer } from '../src/verify/layered.js'
import { subjectOf } from '../src/verify/subject.js'
import type { Document } from '../src/verify/words.js'

const documents = [...law, ...taobao, ...sop] as readonly Document[]
const loaded = rulesByLayer({ domain: afterSaleDomain, model: afterSale, documents, omit: [], settings: {} })(
  afterSale.layers,
  {},
)
if (!loaded.ok) throw new Error('the shipped rules load')
const subject = subjectOf(loaded.value)
const groups = [...new Set(afterSale.questions.map(({ group }) => group))].filter((group) =>
  afterSale.questions.some((one) => one.group === group && subject.answering.answeringRules(one.index).length > 0),
)

/** What one case would have to be put together for and is not: the amount applied for is no part of a region. */
const HANGS_ON_AMOUNTS = ['refundAction', 'tasks']

describe('every region of a question', () => {
  test.each(groups)('%s', (group) => {
    const questions = afterSale.questions.filter((one) => one.group === group)
    const { cases, least, regions, lacking } = coverOf(subject, questions)
    if (!HANGS_ON_AMOUNTS.includes(group)) expect(lacking.map(({ en }) => en)).toEqual([])
    expect(regions).toBeGreaterThan(1)
    expect(cases.length).toBeGreaterThanOrEqual(least - lacking.length)
    expect(cases.length).toBeLessThanOrEqual(Math.floor(least * 1.1))
  })

  test('each rule that answers the verdict holds in one of its cases, decided by the public face', () => {
    const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
    const verdict = afterSale.questions.filter(({ id }) => id === 'verdict')
    const { cases } = coverOf(subject, verdict)
    const held = new Set(
      cases.flatMap(({ witness }) => {
        const settings = { ...witness.settings }
        const own = Object.keys(settings).length === 0 ? decider : decider.with({ settings: settings as never })
        return own.trace(witness.case as never).flatMap(({ rule, status }) => (status === 'yes' ? [rule] : []))
      }),
    )
    const answering = subject.answering.answeringRules(verdict[0]?.index ?? -1).map(({ id }) => id)
    expect(answering.filter((id) => !held.has(id))).toEqual([])
  })
})
