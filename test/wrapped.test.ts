// Long lines for the terminal: a hundred cells, of which a Chinese character takes two.
import { describe, expect, it } from 'vitest'
import { widthOf, wrapped, wrappedJson } from '../src/cli/wrapped.js'

describe('a long line', () => {
  it('goes on below between clauses, as far in as it began', () => {
    // Each clause is 4 characters and a comma: 10 cells. Behind 4 cells nine of them fit into a hundred.
    const clauses = (count: number) => '甲乙丙丁，'.repeat(count)
    expect(wrapped('  · ', clauses(12))).toEqual([`  · ${clauses(9)}`, `    ${clauses(3)}`])
    expect(wrapped('  · ', clauses(9))).toEqual([`  · ${clauses(9)}`])
  })

  it('is not cut where there is no place for it', () => {
    const word = '长'.repeat(80)
    expect(wrapped('', word)).toEqual([word])
    expect(wrapped('  ', `甲，${word}，乙`)).toEqual(['  甲，', `  ${word}，`, '  乙'])
  })

  it('in English breaks after a comma, and leaves no blank at the end', () => {
    const clause = 'requested is exchange, '
    const lines = wrapped('', clause.repeat(6))
    expect(lines).toEqual([clause.repeat(4).trimEnd(), clause.repeat(2).trimEnd()])
  })

  it('of JSON is the same JSON, whatever commas are in its texts', () => {
    const value = {
      退款状态: '买家已退货，等待卖家确认收货',
      备注: 'a,"b",c, d'.repeat(12),
      快递: `${'远'.repeat(60)},`,
      记录完整: true,
      级: [1, 2],
    }
    const lines = wrappedJson('    例 ', value)
    expect(lines.length).toBeGreaterThan(1)
    expect(JSON.parse(lines.join('\n').replace('例', ''))).toEqual(value)
    expect(wrappedJson('    例 ', {})).toEqual(['    例 {}'])
  })

  it('is measured in cells', () => {
    expect(widthOf('退款 8.00')).toBe(9)
  })
})
