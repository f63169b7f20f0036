// `aftersale day`: a list of conversations in, the sheet of the day out. Expected figures are counted by hand.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayCommand } from '../src/cli/day.js'
import { workplace } from './support/command-line.js'
import { blocksOf, readText } from './support/pages.js'

const place = workplace()
const path = (name: string) => join(place.folder, name)
afterAll(place.remove)

const ASKED = ['--day', '2026-06-15', '--platform', 'pinduoduo', '--as-of', '2026-06-17 12:00']
const from = (who: string, time: string) => ({ from: who, at: `2026-06-15 ${time}` })

/** 小李 is answered in five minutes; 小张 after an hour, to the minute, which still counts for the rate. */
const LIST = [
  {
    user: '小李',
    about: 'return-or-exchange',
    messages: [from('buyer', '09:00'), from('shop', '09:05')],
    parcelArrivedAt: '2026-06-15 16:01',
    parcelPassedOnAt: '2026-06-16 15:00',
  },
  {
    user: '小张',
    about: 'logistics',
    messages: [from('buyer', '22:30'), from('shop', '23:30')],
    resolvedAt: '2026-06-17 10:00',
  },
]
const SHEET = `服务日报 2026-06-15
咨询 2 人，有效回复 2 人，100.00%：不考核
首次回复超时：2 次中 1 次
物流解决超时：1 次中 0 次
退件没按时交售后：1 次中 0 次
夜间或密集联系：2 人中 0 人
- 小张：首次回复超时（期限 2026-06-15 22:35）
`
// The rows of the two mixed, moments on any of them, a spreadsheet's spelling of times.
const ROWS = `会话,买家,来意,发言人,时间,物流解决时间,退件到仓时间,退件交售后时间
1,小李,退换货,买家,2026/6/15 9:00,,2026-06-15 16:01,
2,小张,物流,买家,2026-06-15 22:30,,,
1,小李,,客服,2026/6/15 9:05,,,2026/6/16 15:00
2,小张,,店铺,2026-06-15 23:30,2026-06-17 10:00,,
`

beforeAll(() => {
  place.write('day.json', LIST)
  place.write('day.ndjson', `${LIST.map((one) => JSON.stringify(one)).join('\n\n')}\n`)
  place.write('day.csv', ROWS)
})

describe('aftersale day', () => {
  it.each(['day.json', 'day.ndjson', 'day.csv'])('%s: writes the sheet', (name) => {
    expect(dayCommand([path(name), ...ASKED], 'zh')).toEqual({ code: 0, out: SHEET, err: '' })
  })

  it('takes the platform in Chinese, and lists the Chinese words to who reads Chinese', () => {
    const words = (platform: string) => ASKED.map((word) => (word === 'pinduoduo' ? platform : word))
    expect(dayCommand([path('day.json'), ...words('拼多多')], 'zh')).toEqual({ code: 0, out: SHEET, err: '' })
    const other = dayCommand([path('day.json'), ...words('京东')], 'zh')
    expect([other.code, other.err]).toEqual([
      64,
      '选项 --platform 的值「京东」不在可用范围内；可用：淘宝、快手、拼多多\n用法见 aftersale --help\n',
    ])
    expect(dayCommand([path('day.json'), ...words('京东')], 'en').err).toContain(
      'value of --platform "京东" is not accepted; accepted: taobao, kuaishou, pinduoduo\n',
    )
  })

  it('the table on the page comes to the sheet on the page', () => {
    const page = readText('docs/service-levels.md')
    const [rows = ''] = blocksOf(page, 'csv')
    const [printed = ''] = blocksOf(page, 'text')
    place.write('page.csv', rows)
    const { out } = dayCommand([path('page.csv'), ...ASKED], 'zh')
    expect(out.split('\n').length).toBeGreaterThan(5)
    expect(printed.startsWith(out)).toBe(true)
  })

  it('prints all of it as JSON, and the sheet in English', () => {
    const json = JSON.parse(dayCommand([path('day.csv'), ...ASKED, '--json'], 'en').out)
    expect(json).toMatchObject({ day: '2026-06-15', rate: { usersAsked: 2, usersAnswered: 2 } })
    expect(json.conversations.map(({ user }: { readonly user: string }) => user)).toEqual(['小李', '小张'])
    expect(json.conversations[1].decision.answers.broken['first-reply'].value).toBe(true)
    expect(dayCommand([path('day.json'), ...ASKED], 'en').out).toContain(
      '- 小张: first reply too late (due 2026-06-15 22:35)',
    )
  })

  it('asks for what it cannot do without, all at once', () => {
    const { code, err } = dayCommand([], 'zh')
    expect(code).toBe(64)
    for (const word of ['对话文件', '缺 --day', '缺 --platform', '缺 --as-of']) expect(err).toContain(word)
  })

  it('says what is wrong where it stands: option, line, row', () => {
    place.write('bad.csv', ROWS.replace('23:30', '23;30').replace('1,小李,,', '1,小王,,'))
    const rows = dayCommand([path('bad.csv'), ...ASKED], 'zh')
    expect([rows.code, rows.err]).toEqual([
      1,
      `有 2 处需要改：
${path('bad.csv')}:4 › 买家：同一会话前面写的是「小李」
${path('bad.csv')}:5 › 时间：「2026-06-15 23;30」不是时间；应写成北京时间，如 2026-06-28 18:00
`,
    ])
    const options = dayCommand([path('day.csv'), '--day', '2026-6-15', ...ASKED.slice(2, 4), '--as-of', 'noon'], 'zh')
    expect(options).toEqual({
      code: 64,
      out: '',
      err: `--as-of：「noon」不是时间；应写成北京时间，如 "2026-06-28 18:00"
--day：「2026-6-15」不是日期；应写成 2026-06-28
用法见 aftersale --help
`,
    })
    place.write('bad.ndjson', `{"user":\n\n${JSON.stringify({ ...LIST[0], messages: [{ from: 'seller', at: '' }] })}\n`)
    const lines = dayCommand([path('bad.ndjson'), ...ASKED], 'zh')
    expect(lines.err).toContain('有 3 处需要改')
    expect(lines.err).toContain(`${path('bad.ndjson')}:1：第 1 行第 9 列`)
    expect(lines.err).toContain(`${path('bad.ndjson')}:3 › messages[0].from：`)
    expect(lines.err).toContain(`${path('bad.ndjson')}:3 › messages[0].at：`)
    place.write('gbk.ndjson', Buffer.from('7b2275736572223a22d0a1c0ee227d0a', 'hex'))
    expect(dayCommand([path('gbk.ndjson'), ...ASKED], 'zh')).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是 UTF-8'),
    })
  })

  const HEAD = '会话,买家,来意,发言人,时间'
  it.each([
    [
      'a word of the table by a word of the table',
      `${HEAD}\n1,小李,物流,老板,2026-06-15 09:00`,
      ':2 › 发言人：「老板」不在可用范围内；可用：买家、店铺、客服',
    ],
    ['an empty cell', `${HEAD}\n1,小李,物流,,2026-06-15 09:00`, ':2 › 发言人：没有写'],
    ['a column that is not there', '会话,买家,来意,时间\n1,小李,物流,2026-06-15 09:00', '：缺少列「发言人」'],
    [
      'two columns of one meaning',
      `${HEAD},at\n1,小李,物流,买家,2026-06-15 09:00,2026-06-15 10:00`,
      '：不止一列是「时间」',
    ],
    ['a cell under no heading', `${HEAD}\n1,小李,物流,买家,2026-06-15 09:00,嗯`, ':2：第 6 列超出了列名的范围'],
    [
      'a number the spreadsheet has cut',
      `${HEAD}\n4.21E+18,小李,物流,买家,2026-06-15 09:00`,
      ':2 › 会话：长数字被表格软件截短了',
    ],
    [
      'a row without 会话 of a buyer who has one',
      `${HEAD}\n1,小李,物流,买家,2026-06-15 09:00\n,小李,,店铺,2026-06-15 09:01`,
      ':3 › 会话：没有写，而同一买家的别的行写了',
    ],
    [
      'a row that is nobody’s',
      `${HEAD}\n1,小李,物流,买家,2026-06-15 09:00\n,,,店铺,2026-06-15 09:01`,
      ':3：会话和买家都没写',
    ],
  ])('of a table it refuses %s, and nothing else', (_, rows, said) => {
    place.write('row.csv', `${rows}\n`)
    const { code, out, err } = dayCommand([path('row.csv'), ...ASKED], 'zh')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^有 1 处需要改：\n/)
    expect(err).toContain(`${path('row.csv')}${said}`)
  })

  it('reads rows of one buyer without 会话 as one conversation, with blank rows between them', () => {
    place.write('buyer.csv', '买家,发言人,时间\r\n小李,买家,2026/6/15 9:00\r\n,,\r\n小李,店铺,2026/6/15 10:00\r\n')
    expect(dayCommand([path('buyer.csv'), ...ASKED], 'zh').out).toContain('咨询 1 人，有效回复 1 人')
  })

  it('says which conversations contradict themselves, as with a moment of judging that is too early', () => {
    const { code, out } = dayCommand([path('day.csv'), ...ASKED.slice(0, -1), '2026-06-17 09:00'], 'zh')
    expect(code).toBe(0)
    expect(out).toBe(`${SHEET}- 小张：案情自相矛盾：物流解决时间不能晚于判定时间\n`)
  })

  it('says that no message is of the day, and of which days they are', () => {
    const on = (day: string, name = 'day.csv') => dayCommand([path(name), '--day', day, ...ASKED.slice(2)], 'zh')
    expect(on('2026-06-14')).toEqual({
      code: 0,
      out: expect.stringContaining('咨询 0 人'),
      err: `${path('day.csv')}：提示：2026-06-14 这一天没有消息；文件里的消息是 2026-06-15 的\n`,
    })
    place.write('none.json', [])
    expect(on('2026-06-15', 'none.json').err).toBe(`${path('none.json')}：提示：里面没有一条消息\n`)
    expect(on('2026-06-15').err).toBe('')
  })

  it('tells what was resolved before it was asked', () => {
    place.write('early.csv', ROWS.replace('2026-06-17 10:00', '2026-06-15 22:29'))
    expect(dayCommand([path('early.csv'), ...ASKED], 'zh').out).toContain(
      '- 小张：案情自相矛盾：物流解决不能早于买家来消息\n',
    )
  })

  it('quotes what a cell has, whichever of its words that is', () => {
    const english = `conversation,user,about,from,at
1,Li,return-or-exchange,buyer,2026-06-15 09:00
1,Li,logistics,shop,2026-06-15 09:05
`
    place.write('english.csv', english)
    expect(dayCommand([path('english.csv'), ...ASKED], 'en').err).toContain(
      ':3 › 来意: the same conversation has "return-or-exchange" further up\n',
    )
  })

  it('says another word for a conversation in the words of the table, and bad times beside other bad cells', () => {
    place.write('two.csv', `${ROWS}1,小李,物流,老板,2026-06-15 25:00,,,\n`)
    const { code, err } = dayCommand([path('two.csv'), ...ASKED], 'zh')
    expect([code, err]).toEqual([
      1,
      `有 3 处需要改：
${path('two.csv')}:6 › 来意：同一会话前面写的是「退换货」
${path('two.csv')}:6 › 发言人：「老板」不在可用范围内；可用：买家、店铺、客服
${path('two.csv')}:6 › 时间：「2026-06-15 25:00」不是时间；应写成北京时间，如 2026-06-28 18:00
`,
    ])
  })

  it('names columns it does not know, and leaves them out when told to', () => {
    place.write(
      'more.csv',
      ROWS.replace(/$/gm, ',嗯')
        .replace(/,嗯/, ',内容')
        .replace(/\n,嗯$/, '\n'),
    )
    const refused = dayCommand([path('more.csv'), ...ASKED], 'zh')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('列名「内容」不在可用范围内')])
    expect(dayCommand([path('more.csv'), ...ASKED, '--ignore-columns'], 'zh')).toEqual({
      code: 0,
      out: SHEET,
      err: `${path('more.csv')}：提示：没有用到的列：内容\n`,
    })
  })
})
