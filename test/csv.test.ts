// Spreadsheets as cases: what cells and headings mean, encodings, what comes out. Expectations are worked out by hand.
import { afterAll, describe, expect, it } from 'vitest'
import { casesIn } from '../src/cli/csv-cases.js'
import { cellValue, isCurtailed } from '../src/cli/csv-cell.js'
import { readCsv } from '../src/cli/csv-text.js'
import { csvText } from '../src/cli/to-csv.js'
import type { FactKind } from '../src/engine/declaration.js'
import { afterSale } from '../src/index.js'
import { workplace } from './support/command-line.js'

const { run, write, remove } = workplace()
afterAll(remove)

const utf8 = (text: string) => new TextEncoder().encode(text)
const cellsOf = (bytes: Uint8Array) => {
  const read = readCsv(bytes)
  return read.ok ? read.rows.map(({ row, cells }) => [row, ...cells]) : read.message.zh
}

describe('readCsv', () => {
  it('reads UTF-8 with and without byte order mark, and GBK, to the same cells', () => {
    const same = [
      [1, '申请', '包邮'],
      [2, '换货', '是'],
    ]
    expect(cellsOf(utf8('申请,包邮\n换货,是\n'))).toEqual(same)
    expect(cellsOf(utf8('\ufeff申请,包邮\r\n换货,是'))).toEqual(same)
    // 申 C9EA 请 C7EB 包 B0FC 邮 D3CA 换 BBBB 货 BBF5 是 CAC7, from the table of GB 2312.
    const gbk = [0xc9, 0xea, 0xc7, 0xeb, 0x2c, 0xb0, 0xfc, 0xd3, 0xca, 0x0d, 0x0a]
    const row = [0xbb, 0xbb, 0xbb, 0xf5, 0x2c, 0xca, 0xc7, 0x0d, 0x0a]
    expect(cellsOf(Uint8Array.from([...gbk, ...row]))).toEqual(same)
  })

  it('says that bytes are neither', () => {
    expect(cellsOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0xff, 0xff))).toMatch(/^编码既不是 UTF-8 也不是 GBK/)
  })

  it('counts rows as the spreadsheet does: blank rows and line breaks in a cell included', () => {
    expect(cellsOf(utf8('a,b\n"1\n2",x\n\n,\n3,y\n'))).toEqual([
      [1, 'a', 'b'],
      [2, '1\n2', 'x'],
      [5, '3', 'y'],
    ])
  })

  it('takes off what is put round long numbers, and nothing else', () => {
    const row = [
      '\t4213456789012345678',
      "'00123",
      '="0056"',
      '"=""78,9"""',
      " '是",
      '\u3000换货\u00a0',
      '"a ""b"""',
    ].join(',')
    expect(cellsOf(utf8(row))).toEqual([[1, '4213456789012345678', '00123', '0056', '78,9', "'是", '换货', 'a "b"']])
  })

  it('says that the names are set apart by something else than commas', () => {
    const apart = (mark: string) =>
      `列名之间是${mark}；CSV 的格子要用英文逗号「,」隔开，请另存为「CSV UTF-8（逗号分隔）」`
    expect(cellsOf(utf8('申请\t原因\n换货\t错发\n'))).toBe(apart('制表符'))
    expect(cellsOf(utf8('申请;原因,,\n换货;错发\n'))).toBe(apart('分号「;」'))
    expect(cellsOf(utf8('申请；原因\n换货；错发\n'))).toBe(apart('中文分号「；」'))
    expect(cellsOf(utf8('申请，原因\n换货，错发\n'))).toBe(apart('中文逗号「，」'))
    // One column is a table too, and a heading may hold such a mark where there are others.
    expect(cellsOf(utf8('申请\n换货\n'))).toEqual([
      [1, '申请'],
      [2, '换货'],
    ])
    expect(cellsOf(utf8('申请,备注；旗帜\n换货,红\n'))).toEqual([
      [1, '申请', '备注；旗帜'],
      [2, '换货', '红'],
    ])
  })

  it('names the row in which a quote opens that is never closed', () => {
    const opened = '第 3 行起，一个双引号没有收尾；请补上或去掉'
    expect(cellsOf(utf8('a,b\n1,2\n"3,4\n5,6\n7,8\n'))).toBe(opened)
    expect(cellsOf(utf8('a,b\n1,"2\n2"\n3,"4\n5,6\n'))).toBe(opened)
  })
})

describe('cellValue', () => {
  const read = (kind: FactKind, cells: readonly string[]) => cells.map((cell) => cellValue(kind, cell))

  it('reads yes and no, money, counts and rates', () => {
    expect(read({ kind: 'boolean' }, ['是', '否', 'TRUE', 'false', '1', '有'])).toEqual([
      true,
      false,
      true,
      false,
      '1',
      '有',
    ])
    expect(read({ kind: 'money' }, ['88', '88.5', '￥88.00', '¥ 88', '1,288.00', '12,345,678'])).toEqual([
      '88',
      '88.5',
      '88.00',
      '88',
      '1288.00',
      '12345678',
    ])
    // What could be a slip stays as it is, for the reader of cases to refuse.
    const odd = ['1,28.00', '1,2880', '-8.00', '88元', '$88', '8.8.8', '１']
    expect(read({ kind: 'money' }, odd)).toEqual(odd)
    expect(read({ kind: 'integer', min: 1, max: 9999 }, ['3', '1,200', '3.5', '-1'])).toEqual([3, 1200, '3.5', '-1'])
    expect(read({ kind: 'rate' }, ['0.05', '5%'])).toEqual([0.05, '5%'])
  })

  it('reads days and moments as spreadsheets and shops write them', () => {
    const days = ['2026/6/28', '2026-06-28', '2026/6/28 0:00', '2026/6/28 18:00', '6/28/2026']
    expect(read({ kind: 'date' }, days)).toEqual([
      '2026-06-28',
      '2026-06-28',
      '2026-06-28',
      '2026/6/28 18:00',
      '6/28/2026',
    ])
    const moments = ['2026/6/28 18:00', '2026-06-28 18:00:05', '2026/6/8 9:05', '2026-06-28T18:00:00Z', '2026/6/28']
    expect(read({ kind: 'instant' }, moments)).toEqual([
      '2026-06-28 18:00',
      '2026-06-28 18:00:05',
      '2026-06-08 09:05',
      '2026-06-28T18:00:00Z',
      '2026/6/28',
    ])
  })

  it('sees a long number the spreadsheet has cut', () => {
    expect(isCurtailed({ kind: 'text' }, '4.21346E+18')).toBe(true)
    expect(isCurtailed({ kind: 'text' }, 'SF4213E18')).toBe(false)
    expect(isCurtailed({ kind: 'money' }, '4.21346E+18')).toBe(false)
  })
})

describe('casesIn', () => {
  const read = (...rows: readonly (readonly string[])[]) =>
    casesIn(
      afterSale,
      rows.map((cells, i) => ({ row: i + 1, cells })),
    )

  it('takes Chinese and English headings, leaves empty cells unknown, keeps the number apart', () => {
    const { cases, unknown, issues } = read(
      ['订单编号', '申请', 'freeShipping', '实付金额', '申请时间', '记录完整', ''],
      ['A1', '换货', '是', '', '无', '是', ''],
    )
    expect([unknown, issues]).toEqual([[], []])
    expect(cases).toEqual([
      { row: 2, id: 'A1', input: { 申请: '换货', freeShipping: '是', 申请时间: '无', 记录完整: true }, issues: [] },
    ])
  })

  it('keeps every number of an order, once each', () => {
    const { cases } = read(
      ['订单编号', '子订单编号', '申请'],
      ['A1', 'A1-2', '换货'],
      ['A3', 'A3', '换货'],
      ['', 'A4', '换货'],
    )
    expect(cases.map(({ id }) => id)).toEqual(['A1 A1-2', 'A3', 'A4'])
  })

  it('says that what was agreed belongs into a JSON file', () => {
    expect(read(['申请', '约定'], ['换货', '卖家承担']).unknown.map(({ message }) => message.zh)).toEqual([
      '约定写不进一格；有约定的案件各写一个 JSON 文件；不用这一列时加 --ignore-columns',
    ])
  })

  it('reports a heading nobody knows once, with the nearest, and one that stands twice', () => {
    const { unknown, issues } = read(
      ['实付金', '包邮', 'freeShipping', ''],
      ['1', '是', '是', 'x'],
      ['2', '是', '是', 'y'],
    )
    expect(unknown.map(({ nearest, message }) => nearest ?? message.zh)).toEqual([
      '实付金额',
      '第 4 列有内容，却没有列名',
    ])
    expect(issues.map(({ message }) => message.zh)).toEqual(['列「freeShipping」写了两次'])
  })

  it('refuses cells beyond the headings and digits that are lost', () => {
    const [one] = read(['运单号'], ['4.21E+17', 'x']).cases
    expect(one?.issues.map(({ path, code }) => [path, code])).toEqual([
      [['运单号'], 'not-accepted'],
      [[], 'not-accepted'],
    ])
  })

  it('says that there is nothing but headings', () => {
    expect(read(['申请']).issues.map(({ code }) => code)).toEqual(['empty'])
  })
})

describe('csvText', () => {
  it('quotes, keeps long numbers whole and lets no cell run as a formula', () => {
    expect(csvText([['a,b', 'say "hi"', 'x\ny', '=1+1', '@x', '-8', '4213456789012345678', '80.00', '']])).toBe(
      `\ufeff"a,b","say ""hi""","x\ny",'=1+1,'@x,'-8,\t4213456789012345678,80.00,\r\n`,
    )
  })

  it('is read back as it was', () => {
    const cells = ['=HYPERLINK("x")', '4213456789012345678', 'a,"b"']
    const [row] = cellsOf(utf8(csvText([cells])))
    expect(row).toEqual([1, ...cells])
  })
})

// The dress of the README: 88 yuan, C店, within seven days, 8 yuan of postage kept back.
const HEADINGS =
  '订单编号,申请,原因,店铺类型,交易状态,包邮,实付金额,发货邮费,判定时间,签收时间,申请时间,不影响二次销售,配件齐全,记录完整'
const DRESS =
  '="4213456789012345678",退货退款,七天无理由,C店,待收货,是,￥88.00,8,2026/6/26 10:00,2026-06-23 18:00:00,2026/6/26 9:05,是,是,TRUE'
const BAD = 'A3,换火,,,,,88.123'

describe('aftersale decide, spreadsheets', () => {
  it('prints a line a row; a bad row is named with its cells, the others are decided', () => {
    const { code, out, err } = run(['decide', write('orders.csv', `${HEADINGS}\r\n${DRESS}\r\n\r\n${BAD}\r\n`)])
    expect(code).toBe(1)
    expect(out).toBe(
      '第 2 行  4213456789012345678  可处理；结论 支持；退款金额 80.00 元；发货邮费承担 买家；退回邮费承担 买家；旗帜 未定，可能为：蓝、没有规则作答（先要问：淘宝下单）；备注 未定，可能为：退换货备注、不写（先要问：淘宝下单）；⚠底线提示 发货邮费承担可能低于底线，买家少得 8.00 元；扣除项·扣发货邮费可能低于底线，买家少得 8.00 元\n第 4 行  A3  有错，未处理\n',
    )
    expect(err).toBe(
      [
        '有 2 处需要改：',
        'orders.csv:4 › 申请：「申请」的值「换火」不在可用范围内；最接近的是「换货」',
        'orders.csv:4 › 实付金额：「88.123」不可用；应为 0 到 1000000 元、最多两位小数的金额，如 88.00',
        '1 个案件已处理，1 个有错',
        '',
      ].join('\n'),
    )
  })

  it('lists what it presumed, in a line and in a column of its own, where that is asked for', () => {
    const table = write('presumed.csv', `${HEADINGS.replace(',记录完整', '')}\n${DRESS.replace(/,TRUE$/, '')}\n`)
    expect(run(['decide', table, '--presume']).out).toContain('；不宜退货性质：无；')
    expect(run(['decide', table, '--presume']).out).toMatch(/；前提 淘宝下单：是(；[^；：]+：[^；：]+)*\n$/)
    const [headings, row] = run(['decide', table, '--presume', '--to-csv']).out.split('\r\n')
    expect([headings, row]).toEqual([
      expect.stringMatching(/,前提,问题$/),
      expect.stringMatching(/,淘宝下单：是(；[^；：,]+：[^；：,]+)*,$/),
    ])
    expect(run(['decide', table, '--to-csv']).out).not.toContain('前提')
  })

  it('gives one JSON line a row, from standard input as well, as the same case in JSON does', () => {
    const { code, out } = run(['decide', '--csv', '-', '--json'], `${HEADINGS}\n${DRESS}\n${BAD}\n`)
    expect(code).toBe(1)
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(first).toMatchObject({
      row: 2,
      id: '4213456789012345678',
      decision: { amount: { refund: { value: '80.00' } } },
    })
    expect(second).toMatchObject({ row: 3, id: 'A3', issues: [{ path: ['申请'] }, { path: ['实付金额'] }] })
    const json = {
      申请: '退货退款',
      原因: '七天无理由',
      店铺类型: 'C店',
      交易状态: '待收货',
      包邮: true,
      实付金额: '88.00',
      发货邮费: '8.00',
      判定时间: '2026-06-26 10:00',
      签收时间: '2026-06-23 18:00',
      申请时间: '2026-06-26 09:05',
      不影响二次销售: true,
      配件齐全: true,
      记录完整: true,
    }
    expect(JSON.parse(run(['decide', '-', '--json'], JSON.stringify(json)).out)).toEqual(first?.decision)
  })

  it('writes CSV', () => {
    const { out } = run(['decide', '--csv', '-', '--to-csv'], `${HEADINGS}\n${DRESS}\n${BAD}\n`)
    const lines = out.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeff编号,行,状态,结论,退款金额,返还买家,赔付金额,发货邮费承担,退回邮费承担,换出邮费承担,旗帜,备注,底线提示,缺少,人工原因,问题',
    )
    expect(lines[1]).toMatch(/^\t4213456789012345678,2,可处理,支持,80\.00,,,买家,买家,,未定/)
    expect(lines[1]).toContain('扣除项·扣发货邮费可能低于底线，买家少得 8.00 元')
    expect(lines[2]).toMatch(/^A3,3,有错，未处理,,,,,,,,,,,,,申请：「申请」的值「换火」/)
  })

  it('shows what is paid beside the refund, and marks what is below a floor, in the table and on the line', () => {
    // The defect is proved: the shop bears the return, so the 12 yuan the buyer paid for it come back beside the refund.
    const defect =
      '申请,原因,店铺类型,交易状态,包邮,实付金额,发货邮费,退回邮费,判定时间,签收时间,申请时间,有穿着痕迹,已提供照片,问题已核实,记录完整\n' +
      '退货退款,质量问题,C店,待收货,是,88,8,12,2026-06-25 15:00,2026-06-23 18:00,2026-06-25 14:30,否,是,是,是\n'
    expect(run(['decide', '--csv', '-'], defect).out).toContain(
      '；退款金额 88.00 元；返还买家 12.00 元；发货邮费承担 卖家；',
    )
    expect(run(['decide', '--csv', '-', '--to-csv'], defect).out).toContain(',支持,88.00,12.00,,卖家,卖家,,')
    const table = `${HEADINGS}\n${DRESS}\n`
    expect(run(['decide', '--csv', '-'], table).out).toMatch(
      /；⚠底线提示 .*扣除项·扣发货邮费可能低于底线，买家少得 8\.00 元\n$/,
    )
    const english = run(['decide', '--csv', '-', '--lang', 'en'], table).out
    expect(english).toContain('; ⚠below a floor ')
    expect(english).toMatch(/deductions · outbound postage may be below the floor, the buyer loses 8\.00 yuan\n$/)
    // Presumed to be as usual, the dress falls under the law for sure.
    expect(run(['decide', '--csv', '-', '--presume'], table).out).toContain(
      '扣除项·扣发货邮费低于底线，买家少得 8.00 元',
    )
    const raised = run(['decide', '--csv', '-', '--presume', '--floors', 'enforce'], table).out
    expect(raised).toContain('退款金额 88.00 元')
    expect(raised).not.toContain('底线')
  })

  it('stops at a column nobody knows unless told to leave it out, which it then says', () => {
    const table = '申请,商品标题,实付金\n换货,裙子,88\n'
    const refused = run(['decide', '--csv', '-'], table)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(
      /^有 2 处需要改：\n-：列名「商品标题」不在可用范围内；.*；不用这一列时加 --ignore-columns.*\n/,
    )
    expect(refused.err).toContain('列名「实付金」不在可用范围内；最接近的是「实付金额」')
    const left = run(['decide', '--csv', '-', '--ignore-columns'], table)
    expect(left.code).toBe(0)
    expect(left.out).toMatch(/^第 2 行 {2}需补充信息；/)
    expect(left.err).toBe('-：提示：没有用到的列：商品标题、实付金\n1 个案件已处理，0 个有错\n')
  })

  it('decides nothing from a table no column of which is known, whatever is left out', () => {
    const none = run(['decide', '--csv', '-', '--ignore-columns'], '订单编号,商品标题\nA1,裙子\n')
    expect(none).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\n-：没有一列是案情；列名写事实，如 申请、原因、店铺类型\n',
    })
    const apart = run(['decide', '--csv', '-', '--ignore-columns', '--lang', 'en'], '申请;原因\n换货;错发\n')
    expect(apart).toEqual({
      code: 1,
      out: '',
      err: '1 problem:\n-: the headings are set apart by a semicolon; cells of a CSV file by a comma ",": save it as "CSV UTF-8 (comma delimited)"\n',
    })
  })
})
