// The questions a generated model chooses from: chains of favour, members, amounts, terms, in two stages.
// Promise: what is measured is measured over sets of what facts may be, soundly, and exactly where they are known.
import type { FactView, Json, Measured, QuestionDeclaration } from '../../src/engine/declaration.js'
import { greatest, least, type ValueSet } from '../../src/engine/value-set.js'
import { NO_VALUE } from './reference.js'
import { both, DAY, withoutNone } from './vocabulary.js'

function span(set: ValueSet): Measured {
  const some = withoutNone(set)
  const none = set[0] === NO_VALUE
  if (some.length === 0) return { least: 0, most: 0 }
  return {
    least: none ? Math.min(0, least(some)) : least(some),
    most: none ? Math.max(0, greatest(some)) : greatest(some),
  }
}

/** What the amount answers come to: all, half or nothing of a fact, or a fixed sum the fact may equal. */
function share(value: string, amount: Measured, fixed: number): Measured {
  const part = (whole: number) =>
    value === 'all' ? whole : value === 'half' ? Math.floor(whole / 2) : value === 'nothing' ? 0 : fixed
  return { least: part(amount.least), most: part(amount.most) }
}

export interface Palette {
  readonly combine: 'one' | 'greatest' | 'least'
  /** A number fact an amount can be measured by, and an instant fact a term can start from. */
  readonly amount: string | undefined
  /** A sum the amount may come to. */
  readonly fixed: number
  readonly start: string
}

const chain = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, both(`答${id}`)]))
const members = { first: { label: both('其一') }, second: { label: both('其二') } }

/** Questions by palette number, with the answers rules may write. */
export function questionsFrom({
  combine,
  amount,
  fixed,
  start,
}: Palette): readonly (readonly [string, QuestionDeclaration, readonly Json[]])[] {
  const settle = { stage: 'settle' } as const
  const handle = { stage: 'handle' } as const
  const amountOf = (view: FactView) => (amount === undefined ? { least: 3, most: 3 } : span(view(amount)))
  return [
    [
      'verdict',
      {
        kind: 'choice',
        label: both('结论'),
        ...settle,
        essential: true,
        favour: 'later',
        values: chain('refuse', 'offer', 'accept'),
      },
      ['refuse', 'offer', 'accept'],
    ],
    ['bonus', { kind: 'integer', label: both('补给'), ...settle, combine, favour: 'more' }, [1, 2, 3]],
    [
      'cuts',
      { kind: 'members', label: both('扣除'), ...settle, essential: true, favour: 'no', members },
      [true, false],
    ],
    [
      'base',
      {
        kind: 'choice',
        label: both('基数'),
        ...settle,
        favour: (value, view) => share(value, amountOf(view), fixed),
        values: chain('nothing', 'fixed', 'half', 'all'),
      },
      ['nothing', 'fixed', 'half', 'all'],
    ],
    [
      'who',
      { kind: 'choice', label: both('责任'), ...settle, essential: true, values: chain('one', 'other') },
      ['one', 'other'],
    ],
    ['paid', { kind: 'money', label: both('金额'), ...settle, combine, favour: 'more' }, [1, 0.5, 2.5]],
    [
      'due',
      {
        kind: 'terms',
        favour: 'more',
        label: both('期限'),
        ...settle,
        combine,
        members,
        check: () => undefined,
        measure: (term, view) => {
          const { days, now } = term as { readonly days: number; readonly now?: boolean }
          const from = span(view(now === true ? 'asOf' : start))
          const later = days * DAY
          return { least: from.least + later, most: from.most + later }
        },
        say: (term) => both(JSON.stringify(term)),
      },
      [{ days: 1 }, { days: 20, now: true }, { days: 0 }],
    ],
    [
      'act',
      { kind: 'choice', label: both('动作'), ...handle, essential: true, favour: 'later', values: chain('wait', 'go') },
      ['wait', 'go'],
    ],
    ['tasks', { kind: 'members', label: both('任务'), ...handle, members }, [true, false]],
    ['longer', { kind: 'integer', label: both('延长'), ...handle, combine, favour: 'more' }, [3, 5, 7]],
    ['note', { kind: 'choice', label: both('说明'), ...handle, values: chain('p', 'q') }, ['p', 'q']],
  ]
}
