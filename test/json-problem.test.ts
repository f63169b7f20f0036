// Where a text stops being JSON: places counted by hand, and agreement with JSON.parse on generated texts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonProblem } from '../src/cli/json-problem.js'

const place = (text: string) => {
  const found = jsonProblem(text)
  return found && [found.line, found.column]
}

describe('jsonProblem', () => {
  it('points at the first slip, lines and columns from 1, a Chinese character as one column', () => {
    const slips: readonly (readonly [string, readonly [number, number]])[] = [
      ['', [1, 1]],
      ['{', [1, 2]],
      ['{"申请" "换货"}', [1, 7]],
      ['{"a": 1,\n}', [2, 1]],
      ['[1, 2,]', [1, 7]],
      ["{'a': 1}", [1, 2]],
      ['{"a": 01}', [1, 8]],
      ['{"a": .5}', [1, 7]],
      ['{"a": NaN}', [1, 7]],
      ['{"a": "x}', [1, 7]],
      ['{"a": "x\n"}', [1, 9]],
      ['{"a": "\\x"}', [1, 8]],
      ['[1} ', [1, 3]],
      ['{"a": 1]', [1, 8]],
      ['{} {}', [1, 4]],
      [']', [1, 1]],
    ]
    for (const [text, expected] of slips) expect([text, place(text)]).toEqual([text, expected])
  })

  it('points at the end of the line that lacks a comma, not at the line after it', () => {
    const slips: readonly (readonly [string, readonly [number, number]])[] = [
      ['{"a": 1\n "b": 2}', [1, 8]],
      ['{\n  "申请": "换货"\n\n  "包邮": true\n}', [2, 13]],
      ['[{"a": {}}\n{"b": 2}]', [1, 11]],
      ['[1 2]', [1, 3]],
      ['["a""b"]', [1, 5]],
    ]
    for (const [text, expected] of slips) expect([text, place(text)]).toEqual([text, expected])
    expect(jsonProblem('[1 2]')?.message).toEqual({
      zh: '这里缺一个英文逗号；逗号之后才能写下一项',
      en: 'a comma is missing here, before what follows',
    })
  })

  it('says what to write instead, in both languages', () => {
    const slips: readonly (readonly [text: string, line: number, column: number, zh: string, en: string])[] = [
      ['{"a": 1,\n}', 2, 1, '前面多了一个逗号', 'a comma too many before it'],
      ['[1,,2]', 1, 4, '多了一个逗号', 'a comma too many'],
      ['{"a": 1\n"b": 2}', 1, 8, '缺一个英文逗号', 'a comma is missing'],
      ["{'a': 1}", 1, 2, '请用双引号', 'use double quotes'],
      ['{“a”: 1}', 1, 2, '「“」请改用英文标点', '"“" is not ASCII punctuation'],
      ['{"a"： 1}', 1, 5, '「：」请改用英文标点', '"：" is not ASCII punctuation'],
      ['{"a": 1，"b": 2}', 1, 8, '「，」请改用英文标点', '"，" is not ASCII punctuation'],
      ['{"a": 1; "b": 2}', 1, 8, '请改成英文逗号', 'write a comma'],
      ['{"a" = 1}', 1, 6, '请改成英文冒号', 'write a colon'],
      ['{"a": 1, // x\n"b": 2}', 1, 10, '不能写注释', 'no comments'],
      ['/* x */ {}', 1, 1, '不能写注释', 'no comments'],
      ['{"a": 1 # x\n}', 1, 9, '不能写注释', 'no comments'],
      ['\ufeff{}', 1, 1, '看不见的字符 U+FEFF', 'invisible character U+FEFF'],
      ['{"a":\u3000 1}', 1, 6, '看不见的字符 U+3000', 'invisible character U+3000'],
      ['{"a": True}', 1, 7, '「True」请写 true', 'write true for "True"'],
      ['{"a": None}', 1, 7, '「None」不可用', '"None" is not accepted'],
      ['{"a": 退货}', 1, 7, '「退货」要放在英文双引号里', '"退货" belongs in double quotes'],
      ['{申请: 1}', 1, 2, '「申请」要放在英文双引号里', '"申请" belongs in double quotes'],
      ['{"a": "x”}', 1, 7, '里面的「”」请改用英文双引号', 'write " for the "”" in it'],
      ['{"a": "x\n}', 1, 9, '结尾可能缺少双引号', 'closing quote may be missing'],
      ['{"a": "say "hi" now"}', 1, 13, '文字里的双引号请写成 \\"', 'a quote inside a text is written \\"'],
      ['{"a": "x\ty"}', 1, 9, '制表符', 'tab'],
      ['{"a": "C:\\d"}', 1, 10, '反斜杠本身请写两个', 'write two'],
      ['{"a": 007}', 1, 8, '数字不能以 0 开头', 'no number begins with 0'],
      ['{"a": .5}', 1, 7, '小数点前面要写 0', 'write a 0'],
      ['{"a": ~x}', 1, 7, '此处是「~x}」', 'found "~x}"'],
    ]
    for (const [text, line, column, zh, en] of slips) {
      const found = jsonProblem(text)
      expect([text, found?.line, found?.column]).toEqual([text, line, column])
      expect(found?.message.zh).toContain(zh)
      expect(found?.message.en).toContain(en)
    }
  })

  it('points at the second of two equal keys of one object, however it is written', () => {
    expect(jsonProblem('{"a": 1,\n "\\u0061": 2}')).toEqual({
      line: 2,
      column: 2,
      message: { zh: '键「a」写了两次', en: 'the key "a" is written twice' },
    })
    expect(jsonProblem('[{"a": {"a": 1}}, {"a": 1}]')).toBeUndefined()
  })

  it('reads nesting of any depth and a long text', () => {
    const depth = 100_000
    expect(jsonProblem('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined()
    expect(place('['.repeat(depth))).toEqual([1, depth + 1])
    expect(jsonProblem(`"${'\\n换'.repeat(1_000_000)}"`)).toBeUndefined()
  })

  it('finds nothing wrong with what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        expect(jsonProblem(JSON.stringify(value, null, indent))).toBeUndefined()
      }),
    )
  })

  it('finds a problem exactly where JSON.parse refuses, keys written twice aside', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const found = jsonProblem(text)
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        const isTwice = found?.message.zh.includes('写了两次') === true
        expect(found === undefined || isTwice).toBe(isTwice || parses)
      }),
      { numRuns: 5_000 },
    )
  })
})
