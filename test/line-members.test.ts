// A line read without making an object of it: what it finds is what `JSON.parse` finds, and what it leaves alone is told.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAsParsed, membersOf } from '../src/cli/line-members.js'

const plain = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const flat = fc.dictionary(fc.string({ unit: 'grapheme' }), plain, { noNullPrototype: true })
const escaped = /\\|[^\u0020-\uffff]/

/** What a text says to whoever makes an object of it; `undefined` where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

describe('membersOf', () => {
  it('finds names and values as they stand, whatever is blank between them', () => {
    expect(membersOf('{"申请":"换货","包邮":true, "a" : false ,"n":null}')).toEqual({
      keys: ['申请', '包邮', 'a', 'n'],
      values: ['换货', true, false, null],
    })
    expect(membersOf('{"a":0,"b":-0,"c":12.50,"d":1e3,"e":-1.5E-2}')?.values).toEqual([0, -0, 12.5, 1000, -0.015])
  })

  it('takes no notice of blanks around the object, nor of the carriage return of a line', () => {
    for (const text of [' {"a":1}', '{"a":1}\r', '{"a":1} ', '{"a":1}  \r', ' { "a" : 1 } '])
      expect([text, membersOf(text)]).toEqual([text, { keys: ['a'], values: [1] }])
    for (const text of ['{"a":1}\u00a0', '{"a":1}\u0000', '{"a":1\r', '{"a":"b\r']) {
      expect([text, parsed(text)]).toEqual([text, undefined])
      expect([text, membersOf(text)]).toEqual([text, undefined])
    }
  })

  it('leaves what has more members than any case to JSON.parse, and knows what an object would change', () => {
    const of = (count: number) => `{${Array.from({ length: count }, (_, i) => `"n${i}":1`).join(',')}}`
    expect(membersOf(of(400))?.keys.length).toBe(400)
    expect(membersOf(of(401))).toBeUndefined()
    expect(isAsParsed({ keys: ['a', 'b'], values: [] })).toBe(true)
    expect(isAsParsed({ keys: ['a', 'b', 'a'], values: [] })).toBe(false)
    expect(isAsParsed({ keys: ['a', '1'], values: [] })).toBe(false)
  })

  it('keeps a name written twice, so that it is seen', () => {
    expect(membersOf('{"a":1,"a":2}')?.keys).toEqual(['a', 'a'])
  })

  it('leaves to JSON.parse what is no object, what is nested and what is escaped', () => {
    for (const text of [
      '',
      '[]',
      '1',
      '"a"',
      '{"a":{}}',
      '{"a":[1]}',
      '{"a":"\\n"}',
      '{"a":1,\t"b":2}',
      '{}',
      '\ufeff{"a":1}',
    ])
      expect([text, membersOf(text)]).toEqual([text, undefined])
  })

  it('finds nothing in what is no JSON', () => {
    const slips = ['{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', '{a:1}', '{"a":01}', '{"a":.5}']
    const more = [
      '{"a":1.}',
      '{"a":+1}',
      '{"a":truth}',
      '{"a":nul}',
      '{"a":1}x',
      '{"a":1}}',
      '{,}',
      '{"a":"b}',
      '{"a":NaN}',
    ]
    for (const text of [...slips, ...more]) {
      expect([text, parsed(text)]).toEqual([text, undefined])
      expect([text, membersOf(text)]).toEqual([text, undefined])
    }
  })

  it('finds in every flat object what JSON.parse finds', () => {
    fc.assert(
      fc.property(flat, fc.integer({ min: 0, max: 2 }), (object, indent) => {
        const text = JSON.stringify(object, undefined, indent).replaceAll('\n', ' ')
        const found = membersOf(text)
        if (found === undefined) expect(escaped.test(text) || Object.keys(object).length === 0).toBe(true)
        // Names that are numbers stand first in an object, so order is compared by name.
        else expect(Object.fromEntries(found.keys.map((key, i) => [key, found.values[i]]))).toEqual(JSON.parse(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('finds nothing, or the same as JSON.parse, in a text with one sign more, less or another', () => {
    const signs = fc.constantFrom(...'{}[]",:.0123456789eE+- tfn', '申', '\\', '\n', '')
    fc.assert(
      fc.property(flat, fc.nat(), fc.nat({ max: 1 }), signs, (object, place, taken, sign) => {
        const text = JSON.stringify(object)
        const at = place % (text.length + 1)
        const damaged = text.slice(0, at) + sign + text.slice(at + taken)
        const found = membersOf(damaged)
        if (found !== undefined)
          expect(Object.fromEntries(found.keys.map((key, i) => [key, found.values[i]]))).toEqual(parsed(damaged))
      }),
      { numRuns: 5000 },
    )
  })
})
