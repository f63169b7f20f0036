// The service-levels model: what is counted in a day's conversations, to the minute, and the sheet it comes to.
// Edges are counted by hand from the platform's rule: 8:00 to 23:00, one hour inclusive, 100 buyers, half of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../src/calendar.js'
import { type Conversation, type Day, readDay } from '../src/models/service-levels/conversation.js'
import { mannersOf } from '../src/models/service-levels/manners.js'
import { replyRateOf, shareOf } from '../src/models/service-levels/reply-rate.js'
import { sheetOf, sheetText } from '../src/models/service-levels/sheet.js'
import { AfterSaleError, createServiceLevelDecider, serviceLevelsDomain } from '../src/service-levels.js'
import { verifyRules } from '../src/verify.js'
import { workplace } from './support/command-line.js'
import { runExample } from './support/doc-example.js'
import { issuesOf } from './support/issues-of.js'
import { modelDocuments } from './support/model-documents.js'
import { readText } from './support/pages.js'

const DAY = '2026-06-15'

const rules = modelDocuments('service-levels')
const decider = createServiceLevelDecider({ rules })

/** `+8:00` for the buyer's message, `-8:10` for the shop's, on the day itself unless a day stands before. */
function talk(user: string, ...messages: readonly string[]): Conversation {
  return {
    user,
    messages: messages.map((message) => {
      const time = message.slice(1)
      const at = time.includes(' ') ? time : `${DAY} ${time}`
      return { from: message.startsWith('+') ? 'buyer' : 'shop', at }
    }),
  }
}

function dayOf(...conversations: readonly Conversation[]): Day {
  const read = readDay(conversations, DAY)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

describe('the rate of replies in a day', () => {
  test.each([
    ['8:00 to the minute counts', ['+08:00', '-08:10'], 1, 1],
    ['a minute before does not', ['+07:59', '-08:10'], 0, 0],
    ['23:00 to the minute counts, its answer after the hours too', ['+23:00', '-23:59'], 1, 1],
    ['a second later does not', ['+23:00:01', '-23:10'], 0, 0],
    ['one hour exactly is in time', ['+10:00', '-11:00'], 1, 1],
    ['a second more is not', ['+10:00', '-11:00:01'], 1, 0],
    ['never answered', ['+10:00'], 1, 0],
    ['answered before it was asked is no answer', ['-09:59', '+10:00'], 1, 0],
    ['one answer serves several messages', ['+10:00', '+10:30', '-11:00'], 1, 1],
    ['every message needs one', ['+10:00', '-10:05', '+20:00', '-21:01'], 1, 0],
    ['messages out of hours are not held against the shop', ['+10:00', '-10:05', '+23:30'], 1, 1],
    ['yesterday’s message does not count', ['+2026-06-14 22:00', '-09:00'], 0, 0],
    ['an answer at midnight counts', ['+23:00', '-2026-06-16 00:00'], 1, 1],
    ['the shop alone', ['-10:00'], 0, 0],
  ] as const)('%s', (_, messages, usersAsked, usersAnswered) => {
    expect(replyRateOf(dayOf(talk('a', ...messages)))).toEqual({ usersAsked, usersAnswered })
  })

  test('a buyer with two conversations is one buyer, and both must be answered', () => {
    expect(replyRateOf(dayOf(talk('a', '+09:00', '-09:10'), talk('a', '+15:00')))).toEqual({
      usersAsked: 1,
      usersAnswered: 0,
    })
    expect(replyRateOf(dayOf(talk('a', '+09:00'), talk('a', '-09:20')))).toEqual({ usersAsked: 1, usersAnswered: 1 })
  })

  const buyers = (asked: number, answered: number) =>
    dayOf(...Array.from({ length: asked }, (_, i) => talk(`u${i}`, '+12:00', ...(i < answered ? ['-12:30'] : []))))
  test.each([
    [99, 0, 'not-assessed', []],
    [100, 49, 'below', [{ penalty: 'fine', yuan: '1000.00' }]],
    [100, 50, 'met', []],
    [101, 50, 'below', [{ penalty: 'fine', yuan: '1000.00' }]],
  ])('of %i buyers %i answered: %s', (asked, answered, level, penalties) => {
    const sheet = sheetOf(decider, buyers(asked, answered), { platform: 'pinduoduo', asOf: '2026-06-16 09:00' })
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues))
    expect(sheet.value.decision.answers.replyRateLevel.value).toBe(level)
    expect(sheet.value.decision.penalties).toMatchObject(penalties)
    expect(sheet.value.decision.penalties).toHaveLength(penalties.length)
  })

  test('a share is rounded down, so that just below half stays below', () => {
    expect([shareOf(1, 2), shareOf(10_000, 20_001), shareOf(59, 120), shareOf(1, 1)]).toEqual([
      5000, 4999, 4916, 10_000,
    ])
  })
})

describe('a day that is not over', () => {
  /** 49 buyers answered in time, 50 never answered since noon, and one who wrote at 22:45: 49 or 50 of a hundred. */
  const HALF = dayOf(
    ...Array.from({ length: 49 }, (_, i) => talk(`a${i}`, '+12:00', '-12:30')),
    ...Array.from({ length: 50 }, (_, i) => talk(`b${i}`, '+12:00')),
    talk('c', '+22:45'),
  )
  const judged = (asOf: string, day = HALF) => {
    const sheet = sheetOf(decider, day, { platform: 'pinduoduo', asOf })
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues))
    const { decision } = sheet.value
    const { status, value } = decision.answers.replyRateLevel
    const [, line] = sheetText(sheet.value, 'zh').split('\n')
    return { level: value ?? status, penalties: decision.penalties.length, outcome: decision.outcome, line }
  }
  const COUNTS = '咨询 100 人，有效回复 49 人，49.00%'

  test.each([
    ['2026-06-15 12:00', 'open', 0, '：未定，2026-06-15 还没过 23:00'],
    ['2026-06-15 23:00', 'open', 0, '：未定，2026-06-15 还没过 23:00'],
    // The hour of the last message ends at 23:45, that moment included.
    ['2026-06-15 23:00:01', 'open', 0, '：未定，还有 1 人的消息没满一小时'],
    ['2026-06-15 23:45', 'open', 0, '：未定，还有 1 人的消息没满一小时'],
    ['2026-06-15 23:45:01', 'below', 1, '：不达标，扣收违约金 1000.00 元'],
  ])('at %s: %s', (asOf, level, penalties, words) => {
    const outcome = level === 'open' ? 'needs-facts' : 'settled'
    expect(judged(asOf)).toEqual({ level, penalties, outcome, line: `${COUNTS}${words}` })
  })

  test('one who waits decides nothing where the rest have decided', () => {
    // 48 answered and one waiting: 49 of 100 at best.
    const day = dayOf(
      ...Array.from({ length: 48 }, (_, i) => talk(`a${i}`, '+12:00', '-12:30')),
      ...Array.from({ length: 51 }, (_, i) => talk(`b${i}`, '+12:00')),
      talk('c', '+22:45'),
    )
    expect(judged('2026-06-15 23:30', day)).toMatchObject({ level: 'below', penalties: 1, outcome: 'settled' })
  })

  test('who was left alone for an hour once is not waited for', () => {
    // Unanswered since noon, so the message of 22:45 changes nothing: 49 of 100.
    const day = dayOf(
      ...Array.from({ length: 49 }, (_, i) => talk(`a${i}`, '+12:00', '-12:30')),
      ...Array.from({ length: 51 }, (_, i) => talk(`b${i}`, '+12:00', '+22:45')),
    )
    expect(judged('2026-06-15 23:30', day)).toMatchObject({ level: 'below', penalties: 1 })
  })
})

describe('the parameter of a penalty', () => {
  const FINE = 'platform/pinduoduo/service-levels/reply-rate-below'
  const DELISTING = 'platform/pinduoduo/service-levels/conduct-general'
  const idOf = (document: object) => ('id' in document ? document.id : undefined)
  /** The shipped rules, two of which have other penalties. */
  const withPenalties = (fine: object, delisting: object, more: readonly object[] = []) => [
    ...rules.map((one) => {
      if (idOf(one) === FINE) return { ...one, event: { type: 'settle', params: { 处罚: { fine } } } }
      if (idOf(one) === DELISTING) return { ...one, event: { type: 'settle', params: { penalties: { delisting } } } }
      return one
    }),
    ...more,
  ]
  const parameter = (name: string, kind: string, value: number) => {
    const like = rules.find((one) => String(idOf(one)).endsWith('/delisting-general')) as object
    return {
      ...like,
      ...versionOf(like, value),
      id: `platform/own/service-levels/parameters/${name}`,
      title: name,
      kind,
    }
  }
  const versionOf = (like: object, value: number) =>
    'values' in like && Array.isArray(like.values) ? { values: [{ ...like.values[0], value }] } : {}
  const rate = parameter('a-rate', 'rate', 0.5)
  const span = parameter('a-span', 'duration', 4)
  const days = (fact: string) => ({ days: { fact } })
  const yuan = (fact: string) => ({ yuan: { fact } })

  test('is there and of its kind: all that are not are told at their rules, with the nearest', () => {
    const told = (fine: object, delisting: object) =>
      issuesOf(() => createServiceLevelDecider({ rules: withPenalties(fine, delisting, [rate, span]) })).map(
        ({ file, path, accepted, nearest }) => [file, path.join('.'), accepted, nearest],
      )
    const ofDays = ['delisting-extreme', 'delisting-general', 'delisting-serious', 'a-span']
    const atFine = (unit: string) => [FINE, `event.params.处罚.fine.${unit}.fact`]
    const atDelisting = (unit: string) => [DELISTING, `event.params.penalties.delisting.${unit}.fact`]
    expect(told(yuan('reply-rate-fine'), days('delisting-general'))).toEqual([])
    expect(told(yuan('reply-rate-fine'), days('a-span'))).toEqual([])
    // 3 days are no 0.03 yuan, and half of something is no number of days.
    expect(told(yuan('delisting-general'), days('a-rate')).map((one) => one.slice(0, 2))).toEqual([
      atDelisting('days'),
      atFine('yuan'),
    ])
    expect(told(yuan('reply-rate-fin'), days('delisting-generl'))).toEqual([
      [...atDelisting('days'), expect.arrayContaining(ofDays), 'delisting-general'],
      [...atFine('yuan'), ['reply-rate-fine'], 'reply-rate-fine'],
    ])
    expect(told(days('reply-rate-fine'), days('delisting-general')).map((one) => one.slice(0, 2))).toEqual([
      atFine('days'),
    ])
  })

  test('is said in both languages, and not of a rule that is left out', () => {
    const wrong = withPenalties(yuan('delisting-general'), days('delisting-general'))
    expect(issuesOf(() => createServiceLevelDecider({ rules: wrong })).map(({ message }) => message)).toEqual([
      {
        zh: '处罚的元数出自金额（money）参数，参数名「delisting-general」不在可用范围内；可用：reply-rate-fine',
        en: 'yuan of a penalty are those of a parameter of kind money; parameter "delisting-general" is not accepted; accepted: reply-rate-fine',
      },
    ])
    expect(issuesOf(() => createServiceLevelDecider({ rules: wrong, omit: [FINE] }))).toEqual([])
    // Whoever loads the rules is told.
    expect(issuesOf(() => verifyRules({ domain: serviceLevelsDomain, rules: wrong }))).toHaveLength(1)
  })

  test('gives days where it is a duration', () => {
    const made = createServiceLevelDecider({ rules: withPenalties(yuan('reply-rate-fine'), days('a-span'), [span]) })
    const { penalties } = made.decide({
      平台: '拼多多',
      用语不文明: true,
      记录完整: true,
      判定时间: '2026-06-16 09:00',
    })
    expect(penalties).toMatchObject([{ penalty: 'delisting', days: 4 }])
  })

  test('is told under its file on the command line', () => {
    const shop = workplace()
    shop.write('rules/aftersale.json', { model: 'service-levels', extends: ['service-levels'] })
    const { source } = rules.find((one) => idOf(one) === FINE) as { readonly source: object }
    shop.write('rules/shop/own-fine.json', {
      id: 'shop/own-fine',
      title: '一律扣违约金',
      layer: 'shop',
      source,
      effective: { from: '2026-01-01' },
      conditions: { all: [{ fact: 'platform', operator: 'equal', value: 'pinduoduo' }] },
      event: { type: 'settle', params: { penalties: { fine: yuan('reply-rate-fin') } } },
    })
    const { code, err } = shop.run(['verify', '--rules', 'rules', '--question', '处罚'])
    shop.remove()
    expect(code).toBe(1)
    expect(err).toContain(
      'rules/shop/own-fine.json › event.params.penalties.fine.yuan.fact：处罚的元数出自金额（money）参数',
    )
    expect(err).toContain('最接近的是「reply-rate-fine」')
  })
})

describe('what is not known', () => {
  const decided = (input: object) => {
    const result = decider.safeDecide(input)
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    return result.value
  }
  const DAY_COUNTED = { 平台: '拼多多', 咨询用户数: 120, 判定时间: '2026-06-16 09:00', 记录完整: true }

  test('a figure nobody counted is asked for, whatever is complete', () => {
    const { outcome, missing, penalties, answers } = decided(DAY_COUNTED)
    expect([outcome, missing.map(({ fact }) => fact), penalties]).toEqual(['needs-facts', ['usersAnswered'], []])
    expect(answers.penalties.fine?.status).toBe('open')
  })

  test('a penalty that is open makes the case open, and names what it waits for', () => {
    const { outcome, missing } = decided({ 平台: '拼多多', 咨询用户数: 120 })
    expect(outcome).toBe('needs-facts')
    const named = missing.map(({ fact }) => fact)
    for (const fact of ['usersAnswered', 'rudeWords', 'graveHarm', 'askedAt']) expect(named).toContain(fact)
    expect(decided({}).outcome).toBe('needs-facts')
  })

  test('with all of it written the case is settled', () => {
    expect(decided({ ...DAY_COUNTED, 有效回复用户数: 60 })).toMatchObject({ outcome: 'settled', missing: [] })
    const talked = { 平台: '淘宝', 来意: '物流', 买家来消息时间: '2026-06-15 09:00', 记录完整: true }
    expect(decided({ ...talked, 首次回复时间: '2026-06-15 09:05', 判定时间: '2026-06-15 10:00' }).outcome).toBe(
      'settled',
    )
    // Not replied: whether that is too late hangs on the moment of judging.
    expect(decided(talked).missing.map(({ fact }) => fact)).toEqual(['asOf'])
  })

  test.each([
    [{ 咨询用户数: 100, 有效回复用户数: 101 }, 'answered-among-asked'],
    [{ 买家来消息时间: '2026-06-15 10:00', 首次回复时间: '2026-06-15 09:59' }, 'asked-before-reply'],
    [{ 来意: '物流', 买家来消息时间: '2026-06-15 10:00', 物流解决时间: '2026-06-15 09:59' }, 'asked-before-resolved'],
    [{ 晚班交接时间: '2026-06-15 23:30', 交接办结时间: '2026-06-15 23:29' }, 'handed-over-before-done'],
    [{ 退件到仓时间: '2026-06-15 16:01', 退件交售后时间: '2026-06-15 16:00' }, 'arrived-before-passed-on'],
  ])('%j cannot be', (facts, constraint) => {
    const { outcome, reviews } = decided({ 平台: '拼多多', 判定时间: '2026-06-16 09:00', 记录完整: true, ...facts })
    expect(outcome).toBe('needs-review')
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint }])
  })

  test('at the very moment is no contradiction', () => {
    const at = '2026-06-15 10:00'
    const facts = { 平台: '淘宝', 来意: '物流', 买家来消息时间: at, 首次回复时间: at, 物流解决时间: at, 记录完整: true }
    expect(decided({ ...facts, 判定时间: '2026-06-16 09:00' }).outcome).toBe('settled')
  })
})

describe('against an independent count', () => {
  const NOON = parseInstant(`${DAY} 12:00`) ?? 0
  const MINUTE = 60_000
  // Minutes from half past six in the morning to half past one at night, so that edges are met often.
  const minute = fc.oneof(
    fc.integer({ min: -330, max: 810 }),
    fc.constantFrom(-241, -240, -239, -180, 0, 59, 60, 61, 600, 659, 660, 661, 720),
  )
  const message = fc.record({ from: fc.constantFrom('buyer' as const, 'shop' as const), minute })
  const conversation = fc.record({
    user: fc.constantFrom('a', 'b', 'c'),
    messages: fc.array(message, { maxLength: 6 }),
  })
  const conversations = fc.array(conversation, { maxLength: 6 })

  /** Every message is looked at on its own: is there a later one of the shop, no more than an hour on? */
  function naive(list: readonly { user: string; messages: readonly { from: string; minute: number }[] }[]) {
    const users = [...new Set(list.map(({ user }) => user))]
    const asked = users.map((user) => {
      const all = list.filter((one) => one.user === user).flatMap(({ messages }) => messages)
      const counted = all.filter((one) => one.from === 'buyer' && one.minute >= -240 && one.minute <= 660)
      const answered = counted.every((one) =>
        all.some(
          (other) =>
            other.from === 'shop' &&
            other.minute - one.minute <= 60 &&
            (other.minute > one.minute || (other.minute === one.minute && all.indexOf(other) > all.indexOf(one))),
        ),
      )
      return { asks: counted.length > 0, answered }
    })
    return {
      usersAsked: asked.filter(({ asks }) => asks).length,
      usersAnswered: asked.filter(({ asks, answered }) => asks && answered).length,
    }
  }

  test('the same buyers', () => {
    fc.assert(
      fc.property(conversations, (list) => {
        const day = dayOf(
          ...list.map(({ user, messages }) => ({
            user,
            messages: messages.map(({ from, minute: at }) => ({ from, at: formatInstant(NOON + at * MINUTE) })),
          })),
        )
        expect(replyRateOf(day)).toEqual(naive(list))
      }),
      { numRuns: process.env.AFTERSALE_LONG === '1' ? 50_000 : 300 },
    )
  })
})

describe('manners', () => {
  const counted = (...messages: readonly string[]) =>
    mannersOf(dayOf(talk('a', ...messages)).conversations[0]?.messages ?? [])

  test.each([
    ['23:00 is night', ['-23:00'], 1],
    ['22:59 is not', ['-22:59'], 0],
    ['7:59 is night', ['-07:59'], 1],
    ['8:00 is not', ['-08:00'], 0],
    ['ten past midnight, before anybody wrote', ['-00:10', '+23:10'], 1],
    ['an answer within the hour is no contact', ['+23:10', '-23:20', '-2026-06-16 00:10'], 0],
    ['a second more than an hour is', ['+23:10', '-2026-06-16 00:10:01'], 1],
  ] as const)('%s', (_, messages, nightContacts) => {
    expect(counted(...messages).nightContacts).toBe(nightContacts)
  })

  test.each([
    [['-10:00', '-10:20', '-11:00'], 3],
    [['-10:00', '-10:20', '-11:00:01'], 2],
    [['-10:00', '-10:20', '+10:30', '-10:40'], 2],
  ])('%j in a row: %i', (messages, messagesInARow) => {
    expect(counted(...messages).messagesInARow).toBe(messagesInARow)
  })
})

describe('the sheet of a day', () => {
  const CONVERSATIONS: readonly Conversation[] = [
    { ...talk('小李', '+09:00', '-09:05'), about: 'return-or-exchange', parcelArrivedAt: '2026-06-15 16:01' },
    { ...talk('小张', '+10:00', '-10:06'), about: 'logistics', resolvedAt: '2026-06-17 10:00' },
    { ...talk('小王', '+21:00'), about: 'logistics', handedOverAt: '2026-06-15 23:30', handledAt: '2026-06-16 12:01' },
    { ...talk('小赵', '-23:30'), about: 'other' },
  ]
  const sheet = sheetOf(decider, dayOf(...CONVERSATIONS), { platform: 'pinduoduo', asOf: '2026-06-17 10:00' })
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues))

  test('in Chinese', () => {
    expect(sheetText(sheet.value, 'zh').split('\n')).toEqual([
      '服务日报 2026-06-15',
      '咨询 3 人，有效回复 2 人，66.66%：不考核',
      '首次回复超时：3 次中 2 次',
      '物流解决超时：2 次中 0 次',
      '晚班交接没按时办完：1 次中 1 次',
      '退件没按时交售后：1 次中 1 次',
      '夜间或密集联系：4 人中 1 人',
      '- 小李：退件没按时交售后（期限 2026-06-16 15:00）',
      '- 小张：首次回复超时（期限 2026-06-15 10:05）',
      '- 小王：首次回复超时（期限 2026-06-15 21:05）',
      '- 小王：晚班交接没按时办完（期限 2026-06-16 12:00）',
      '- 小赵：夜间或密集联系',
    ])
  })

  test('in English', () => {
    const lines = sheetText(sheet.value, 'en').split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'Service on 2026-06-15',
      '3 buyers asked, 2 answered in time, 66.66%: not assessed',
      'first reply too late: 2 of 3',
    ])
    expect(lines).toContain('- 小张: first reply too late (due 2026-06-15 10:05)')
  })

  test('several conversations of one buyer press on one buyer', () => {
    // Four messages within the hour, two in each conversation: three are the most.
    const twice = dayOf(talk('a', '-10:00', '-10:10'), talk('a', '-10:20', '-10:30'), talk('b', '-10:00'))
    const judged = sheetOf(decider, twice, { platform: 'taobao', asOf: '2026-06-17 10:00' })
    expect(judged.ok && sheetText(judged.value, 'zh').split('\n')).toEqual([
      '服务日报 2026-06-15',
      '咨询 0 人，有效回复 0 人',
      '夜间或密集联系：2 人中 1 人',
      '- a：夜间或密集联系',
    ])
  })

  test('a day nobody wrote', () => {
    const empty = sheetOf(decider, dayOf(), { platform: 'pinduoduo', asOf: '2026-06-17 10:00' })
    expect(empty.ok && sheetText(empty.value, 'zh')).toBe('服务日报 2026-06-15\n咨询 0 人，有效回复 0 人：不考核')
  })

  test('the shop’s own limit of messages in a row', () => {
    const dense = dayOf(talk('a', '-10:00', '-10:01', '-10:02', '-10:03'))
    const strict = decider.with({ settings: { denseContactLimit: 4 } })
    const brokenBy = (by: typeof decider) => {
      const judged = sheetOf(by, dense, { platform: 'taobao', asOf: '2026-06-17 10:00' })
      return judged.ok ? Object.keys(judged.value.conversations[0]?.decision.answers.broken ?? {}) : judged.issues
    }
    expect([brokenBy(decider), brokenBy(strict)]).toEqual([['manners'], []])
  })
})

describe('what cannot be read', () => {
  test('every problem of every conversation at once', () => {
    const read = readDay(
      [
        talk('a', '+10:00'),
        { user: 'b', about: 'logistic', messages: [{ from: 'buyer', at: '10 Uhr' }] },
        { user: 'c', messages: [], handledAt: '2026-06-31 10:00' },
        { user: 'd', messages: [{ from: 'buyer', at: '25:00' }] },
      ],
      '15.6.2026',
    )
    expect(read.ok ? [] : read.issues.map(({ path }) => path.join('.'))).toEqual([
      'day',
      '1.about',
      '1.messages.0.at',
      '2.handledAt',
      '3.messages.0.at',
    ])
  })

  test.each([undefined, null, { a: 1 }, '小李'])('%j is no list of conversations', (conversations) => {
    const read = readDay(conversations, 'Monday')
    expect(read.ok ? [] : read.issues.map(({ path }) => path.join('.'))).toEqual(['day', 'conversations'])
  })

  test('a moment of judging that is none is said once, not for every conversation', () => {
    const sheet = sheetOf(decider, dayOf(talk('a', '+10:00'), talk('b', '+11:00')), {
      platform: 'pinduoduo',
      asOf: 'noon',
    })
    expect(sheet.ok ? [] : sheet.issues.map(({ path }) => path.join('.'))).toEqual(['asOf'])
  })

  test('a rule whose penalty names no figure is refused', () => {
    const rule = modelDocuments('service-levels').find(
      (document) => (document as { id: string }).id === 'platform/pinduoduo/service-levels/conduct-general',
    ) as { event: { params: object } }
    const wrong = { ...rule, event: { ...rule.event, params: { penalties: { delisting: { days: 3 } } } } }
    const load = () => createServiceLevelDecider({ rules: [wrong] })
    expect(load).toThrow(AfterSaleError)
    expect(load).toThrow(/penalties.*delisting/)
  })
})

test('the example of docs/service-levels.md type-checks, runs, and prints what it says', async () => {
  const { problems, printed, promised } = await runExample(readText('docs/service-levels.md'))
  expect(problems).toEqual([])
  expect(printed).toEqual(promised)
})
