// The engine serves a model of one's own: a library's loans, through the public engine entry and nothing else.
// Expected answers follow from the handbook's rules in test/support/loans.ts, read by hand.
import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type CaseOf,
  createModelDecider,
  type Decision,
  defineModel,
  extendModel,
  type FactDeclaration,
  type FactKind,
  type Issue,
  type Knowable,
  type ModelDecider,
  NONE,
  type ValueSet,
} from '../src/engine.js'
import { runExample } from './support/doc-example.js'
import { handbook, loans } from './support/loans.js'

type Loans = typeof loans.declaration
const NOW = { now: '2026-06-20 10:00' }

function deciderFor(options: Parameters<typeof createModelDecider>[2] = {}): ModelDecider<Loans> {
  const made = createModelDecider(loans, handbook, options)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return made.value
}

function decided(input: unknown, options: Parameters<typeof createModelDecider>[2] = {}): Decision<Loans> {
  const result = deciderFor(options).decide(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

function issuesOf(documents: readonly unknown[]): readonly Issue[] {
  const made = createModelDecider(loans, documents)
  return made.ok ? [] : made.issues
}

test('types follow from the declaration', () => {
  expectTypeOf<CaseOf<Loans>['member']>().toEqualTypeOf<Knowable<'child' | 'adult' | 'staff'> | undefined>()
  expectTypeOf<CaseOf<Loans>['backOn']>().toEqualTypeOf<Knowable<string> | undefined>()
  expectTypeOf<Decision<Loans>['answers']['mayBorrow']['value']>().toEqualTypeOf<
    'no' | 'in-house' | 'yes' | undefined
  >()
  expectTypeOf<Decision<Loans>['answers']['fine']['value']>().toEqualTypeOf<string | undefined>()
})

describe('complete cases', () => {
  test('a film, three days late: may be borrowed, the fine for being overdue', () => {
    const { outcome, answers } = decided({
      ...NOW,
      member: 'adult',
      item: 'film',
      dueOn: '2026-06-01',
      backOn: '2026-06-04',
      lost: false,
      owed: '3.50',
    })
    expect(outcome).toBe('settled')
    expect(answers.mayBorrow).toMatchObject({
      status: 'settled',
      value: 'yes',
      rules: [{ id: 'house/lending/collection' }],
    })
    expect(answers.fine).toMatchObject({ status: 'settled', value: '2.50', rules: [{ id: 'house/fines/overdue' }] })
    expect(answers.tasks).toEqual({})
  })

  test('of two fines that hold, the greater', () => {
    const late = (backOn: string) => decided({ ...NOW, dueOn: '2026-05-01', backOn, lost: false }).answers.fine.value
    // Thirty days after the first of May is the last day of May.
    expect(late('2026-05-31')).toBe('2.50')
    expect(late('2026-06-01')).toBe('10.00')
    expect(decided({ ...NOW, dueOn: '2026-05-01', backOn: '2026-05-01', lost: false }).answers.fine.status).toBe(
      'silent',
    )
  })

  test('an exception, and an exception to it', () => {
    const verdict = (member: string, owed: string) =>
      decided({ ...NOW, member, item: 'reference', owed }).answers.mayBorrow.value
    expect(verdict('adult', '0.00')).toBe('in-house')
    expect(verdict('staff', '20.00')).toBe('yes')
    expect(verdict('staff', '20.01')).toBe('no')
  })

  test('answers of the first stage are read in the second', () => {
    const { answers } = decided({ ...NOW, member: 'adult', item: 'book', owed: '21.00', lost: true })
    expect(answers.fine.value).toBe('45.00')
    expect(answers.tasks['collect-fine']).toMatchObject({ status: 'settled', value: true })
    expect(answers.tasks['order-copy']).toMatchObject({ status: 'settled', value: true })
  })

  test('Chinese words, what was agreed, a setting', () => {
    const words = { 现在: '2026-06-20 10:00', 读者证: '成人证', 馆藏: '图书', 欠费: '25.00' }
    expect(decided(words).answers.mayBorrow.value).toBe('no')
    expect(decided({ ...words, 约定: { 可否外借: '可以', 经办: '馆长' } }).answers.mayBorrow).toMatchObject({
      value: 'yes',
      rules: [{ id: 'agreed' }],
    })
    expect(decided(words, { settings: { owedLimit: 25 } }).answers.mayBorrow.value).toBe('yes')
  })
})

describe('the floor of the charter', () => {
  const child = { ...NOW, member: 'child', item: 'book', owed: '25.00' }

  test('advise: the house rule stands, the breach is told', () => {
    const { answers, breaches } = decided(child)
    expect(answers.mayBorrow.value).toBe('no')
    expect(breaches).toMatchObject([
      {
        question: 'mayBorrow',
        status: 'yes',
        answers: ['no'],
        floor: 'yes',
        rule: { id: 'charter/children', layer: 'charter' },
      },
    ])
  })

  test('enforce: the child may borrow', () => {
    expect(decided(child, { floors: 'enforce' }).answers.mayBorrow).toMatchObject({ status: 'settled', value: 'yes' })
    expect(decided({ ...child, item: 'film' }, { floors: 'enforce' }).answers.mayBorrow.value).toBe('no')
  })
})

describe('partial cases', () => {
  test('settled whatever the rest is', () => {
    const { answers } = decided({ ...NOW, item: { oneOf: ['book', 'film'] }, owed: { atMost: '20.00' } })
    expect(answers.mayBorrow).toMatchObject({ status: 'settled', value: 'yes' })
    // Due between the tenth and the twelfth, back on the fifteenth: late by three to five days.
    const late = { dueOn: { atLeast: '2026-06-10', atMost: '2026-06-12' }, backOn: '2026-06-15', lost: false }
    expect(decided({ ...NOW, ...late }).answers.fine.value).toBe('2.50')
  })

  test('open, with what is missing and what to ask', () => {
    const { outcome, answers, missing } = decided({ ...NOW, item: 'reference' })
    expect(outcome).toBe('needs-facts')
    expect([...answers.mayBorrow.possible].sort()).toEqual(['in-house', 'no', 'yes'])
    expect(missing.map(({ fact }) => fact).sort()).toEqual(['member', 'owed'])
    const asked = deciderFor().ask({ ...NOW, item: 'reference', owed: '0.00' }, 'mayBorrow')
    expect(asked).toMatchObject({
      ok: true,
      value: [{ fact: 'member', ask: ['reader'], question: { zh: '您持哪种读者证？' } }],
    })
    expect(deciderFor().ask({ ...NOW, item: 'book', owed: '0.00' }, 'mayBorrow')).toEqual({ ok: true, value: [] })
  })

  test('records that are complete, and usual circumstances', () => {
    expect(decided({ ...NOW, item: 'book', recordsComplete: true }).answers.mayBorrow.value).toBe('yes')
    const unsaid = { ...NOW, item: 'reference', recordsComplete: true }
    expect(decided(unsaid).outcome).toBe('needs-facts')
    expect(deciderFor().decide(unsaid, { presume: true })).toMatchObject({
      ok: true,
      value: {
        outcome: 'settled',
        answers: { mayBorrow: { value: 'in-house' } },
        presumed: [{ fact: 'member', value: 'adult' }],
      },
    })
  })

  test('what is usual is not asked where it may be presumed, and an option must be one', () => {
    const input = { ...NOW, item: 'reference', owed: '0.00' }
    const asked = (options?: { readonly presume?: boolean }) => {
      const result = deciderFor().ask(input, 'mayBorrow', options)
      return result.ok ? result.value.map(({ fact }) => fact) : result.issues
    }
    expect(asked()).toEqual(['member'])
    expect(asked({ presume: true })).toEqual([])
    expect(asked({ presumed: true } as object)).toMatchObject([{ code: 'unknown-key', found: 'presumed' }])
    const refused = deciderFor().ask({ item: 'cd' }, 'mayBorow')
    expect(refused.ok ? [] : refused.issues.map(({ path }) => path)).toEqual([['question'], ['item']])
  })

  test('what cannot be is named', () => {
    const { outcome, reviews } = decided({ ...NOW, lost: true, backOn: '2026-06-04' })
    expect(outcome).toBe('needs-review')
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint: 'lost-is-not-back' }])
  })
})

describe('what is wrong is told at once', () => {
  test('bad documents', () => {
    const rule = {
      id: 'house/new/rule',
      title: '新规',
      layer: 'house',
      source: { document: 'handbook', clause: '9', summary: '新规' },
      effective: { from: '2020-01-01' },
      conditions: {
        all: [
          { fact: 'item', operator: 'equal', value: 'boook' },
          { fact: 'owed', operator: 'contains', value: 1 },
          { fact: 'weather', operator: 'equal', value: true },
        ],
      },
      event: { type: 'lend', params: { mayBorrow: 'perhaps', tasks: { 'order-copy': true } } },
      mandatory: true,
    }
    const found = issuesOf([
      ...handbook,
      rule,
      { ...rule, id: 'house/new/other', exceptionTo: ['house/gone'], conditions: { all: [] } },
      { id: 'x' },
    ])
    const places = found.map(({ file, code, path }) => `${file} ${code} ${path.join('.')}`)
    for (const place of [
      'house/new/rule unknown-value conditions.all.0.value',
      'house/new/rule unknown-value conditions.all.1.operator',
      'house/new/rule unknown-fact conditions.all.2.fact',
      'house/new/rule unknown-value event.params.mayBorrow',
      'house/new/rule wrong-stage event.params.tasks',
      'house/new/rule wrong-layer mandatory',
      'house/new/other empty conditions.all',
      'x missing-key title',
    ]) {
      expect(places).toContain(place)
    }
    expect(found.find(({ path }) => path.join('.') === 'conditions.all.0.value')?.nearest).toBe('book')
    for (const { message } of found) expect([message.zh.length > 0, message.en.length > 0]).toEqual([true, true])
  })

  test('a bad case', () => {
    const result = deciderFor().decide({ member: 'adlut', price: 3, owed: 3.5 })
    expect(result.ok).toBe(false)
    expect(result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'unknown-value member',
      'unknown-key price',
      'wrong-type owed',
    ])
  })

  test('a model that contradicts itself', () => {
    const { declaration } = loans
    const twice = { ...declaration.facts, again: { ...declaration.facts.owed, ask: ['mayor'] } }
    expect(() => defineModel({ ...declaration, facts: twice })).toThrow(/欠费.*mayor/)
    expect(() => defineModel({ ...declaration, clock: 'dueOn' })).toThrow(/clock/)
    // The same id twice, of whatever kind: neither hides the other.
    const question = { ...declaration.questions.fine, label: { zh: '会员类别', en: 'class' } }
    expect(() => defineModel({ ...declaration, questions: { ...declaration.questions, member: question } })).toThrow(
      /"member" names both fact member and question member/,
    )
    const misprinted = { ...declaration.questions.mayBorrow, review: 'persn' }
    expect(() =>
      defineModel({ ...declaration, questions: { ...declaration.questions, mayBorrow: misprinted } }),
    ).toThrow(/mayBorrow has no value persn to review/)
    expect(() => extendModel(loans, { member: declaration.facts.member })).toThrow(/^model loans: .*member/)
  })

  test('a model whose own conditions read what is not there, found with the rules', () => {
    const { declaration } = loans
    const nowhere = { fact: 'weather', operator: 'equal', value: 1 } as const
    const mayBorrow = { ...declaration.questions.mayBorrow, arises: { all: [nowhere] } }
    const asked = defineModel({ ...declaration, questions: { ...declaration.questions, mayBorrow } })
    expect(() => createModelDecider(asked, handbook)).toThrow(/^mayBorrow\.arises.*weather/)
    const never = [{ id: 'never', text: { zh: '不会', en: 'never' }, never: [nowhere] }]
    expect(() => createModelDecider(defineModel({ ...declaration, constraints: never }), handbook)).toThrow(/weather/)
  })
})

describe('docs/own-model.md', () => {
  const doc = readFileSync(new URL('../docs/own-model.md', import.meta.url), 'utf8')

  test('its example type-checks, runs, and prints what it says', async () => {
    const { problems, printed, promised } = await runExample(doc)
    expect(problems).toEqual([])
    expect(printed.length).toBeGreaterThan(0)
    expect(printed).toEqual(promised)
  })

  test('its fact that time moves type-checks, runs, and changes when it says', async () => {
    const [, section = ''] = doc.split('\n## A fact that time moves\n')
    const { problems, printed, promised } = await runExample(section)
    expect(problems).toEqual([])
    expect(printed).toEqual(promised)
  })

  test('gives the sets of unknown facts as they are', () => {
    const seen: ValueSet[] = []
    const about = {
      label: { zh: '甲', en: 'a' },
      role: 'circumstance',
      ask: ['desk'],
      question: { zh: '？', en: '?' },
    } as const
    const fact = (zh: string, kind: FactKind): FactDeclaration => ({ ...about, ...kind, label: { zh, en: zh } })
    const kinds: Readonly<Record<string, FactKind>> = {
      yesNo: { kind: 'boolean' },
      three: { kind: 'enum', values: { a: { zh: '一', en: '1' }, b: { zh: '二', en: '2' }, c: { zh: '三', en: '3' } } },
      count: { kind: 'integer', min: -3, max: 9 },
      time: { kind: 'duration', unit: 'hour', max: 48 },
      sum: { kind: 'money' },
      day: { kind: 'date' },
      moment: { kind: 'instant' },
    }
    const facts = Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, fact(id, kind)]))
    const { declaration } = loans
    const watching = defineModel({
      ...declaration,
      facts: { ...declaration.facts, ...facts, sent: { ...fact('sent', { kind: 'date' }), none: true } },
      derived: {
        ...declaration.derived,
        watched: {
          label: { zh: '看见', en: 'watched' },
          kind: 'boolean',
          from: [...Object.keys(facts), 'sent'],
          derive: (...from: readonly ValueSet[]) => {
            seen.splice(0, seen.length, ...from)
            return [0, 1]
          },
        },
      },
    })
    const rule = {
      id: 'house/watched',
      title: '看见',
      layer: 'house',
      source: { document: 'handbook', clause: '1', summary: '看见' },
      effective: { from: '2020-01-01' },
      conditions: { all: [{ fact: 'watched', operator: 'equal', value: true }] },
      event: { type: 'lend', params: { mayBorrow: 'yes' } },
    }
    const made = createModelDecider(watching, [
      rule,
      { id: 'handbook', name: { zh: '手册', en: 'handbook' }, checked: '2026-01-01' },
    ])
    expect(made).toMatchObject({ ok: true })
    if (made.ok) made.value.decide({ now: '2026-06-20 10:00' })
    // 2199-12-31, counted from 0: 230 years of 365 days, and the leap days from 1972 to 2196 but for 2100.
    expect(seen.at(-1)).toEqual([NONE, NONE, 0, 230 * 365 + ((2196 - 1972) / 4 + 1) - 1 - 1])
    expect(seen).toEqual([
      [0, 1],
      [0, 2],
      [-3, 9],
      [0, 48],
      [0, 100_000_000],
      [0, 84_005],
      [0, 7_258_089_599_999],
      [NONE, NONE, 0, 84_005],
    ])
    for (const set of ['[0, 1]', '[0, 2]', '[0, 100000000]', '[0, 84005]', '[0, 7258089599999]'])
      expect(doc).toContain(`\`${set}\``)
  })

  test('compares with a setting and with a dated number, as it says', () => {
    const mostOwed = { label: { zh: '欠费上限', en: 'most owed' }, kind: 'money', default: 20 } as const
    expect(doc).toContain("mostOwed: { label: { zh: '欠费上限', en: 'most owed' }, kind: 'money', default: 20 }")
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(doc) ?? []
    const own = defineModel({ ...loans.declaration, settings: { mostOwed } })
    const owing = (fact: string) => {
      expect(doc).toContain(`value: { fact: '${fact}' }`)
      return {
        id: 'house/owing-too-much',
        title: '欠费超过上限停借',
        layer: 'house',
        source: { document: 'handbook', clause: '2', summary: '欠费超过上限的暂停外借' },
        effective: { from: '2020-01-01' },
        conditions: { all: [{ fact: 'owed', operator: 'greaterThan', value: { fact } }] },
        event: { type: 'lend', params: { mayBorrow: 'no' } },
      }
    }
    const sources = [{ id: 'handbook', name: { zh: '手册', en: 'handbook' }, checked: '2026-01-01' }]
    const asked = (day: string, fact: string, settings = {}) => {
      const made = createModelDecider(own, [owing(fact), JSON.parse(shown), ...sources], { settings })
      const decided = made.ok ? made.value.decide({ now: `${day} 10:00`, owed: '25.00' }) : made
      return decided.ok ? decided.value.answers.mayBorrow.status : decided.issues
    }
    // 25 are owed: more than 20, less than 30.
    expect(asked('2026-06-30', 'mostOwed')).toBe('settled')
    expect(asked('2026-06-30', 'mostOwed', { mostOwed: 30 })).toBe('silent')
    expect(asked('2026-06-30', 'owed-limit')).toBe('settled')
    expect(asked('2026-07-01', 'owed-limit')).toBe('silent')
  })

  test('shows what is thrown of a declaration that contradicts itself', () => {
    const [, shown = ''] = /^```\n(model loans: .*)\n```$/m.exec(doc) ?? []
    const { declaration } = loans
    const mayBorrow = { ...declaration.questions.mayBorrow, stage: 'borrow' }
    const questions = { ...declaration.questions, mayBorrow }
    expect(() => defineModel({ ...declaration, clock: 'today', questions })).toThrow(new Error(shown))
  })
})

test('nothing of the shipped model is imported', () => {
  for (const file of ['./own-model.test.ts', './support/loans.ts']) {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    const imported = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => path)
    const own = ['../src/engine.js', '../../src/engine.js', './support/doc-example.js', './support/loans.js']
    expect(imported.filter((path) => !own.includes(path ?? ''))).toEqual([])
  }
})
