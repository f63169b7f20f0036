// A chat bot on top of the rules: it asks what matters for the postage, and nothing else.
// Run `npm run example:bot`: three conversations with given answers. `npm run example:bot -- --interactive`: you answer.
// Understanding the buyer's sentence is no part of the library: a table of four words stands in for it here.
import { createInterface } from 'node:readline'
import { afterSale, type Case, createDecider, explain, type FactDeclaration, type NextQuestion } from 'aftersale'
import { law, sop, taobao } from 'aftersale/rules'

const decider = createDecider({ rules: [...law, ...taobao, ...sop] })

/** What the buyer wants to know, who bears the way back first. */
const QUESTIONS = ['returnPostage', 'outboundPostage'] as const

/** Words of the buyer, and what they say of the case. */
const INTENTS: readonly (readonly [word: string, says: Case])[] = [
  ['不喜欢', { reason: 'no-reason' }],
  ['不想要', { reason: 'no-reason' }],
  ['退', { requested: 'return-and-refund' }],
  ['换', { requested: 'exchange' }],
]
/** Words after which no bot should go on. A shop's own checks, such as many refunds by one buyer, belong here too. */
const SUSPICIOUS = ['不赔就', '假一赔十', '曝光']
const NOBODY_KNOWS = ['不知道', '不清楚', '']
/** What people say for 是 and 否. */
const SAID: Readonly<Record<string, string>> = { 是的: '是', 对: '是', 有: '是', 不是: '否', 没有: '否', 没: '否' }

/** Kinds of facts that are numbers in a case. Money is none: it is a text of yuan. */
const NUMBERS: readonly FactDeclaration['kind'][] = ['integer', 'duration', 'rate']

/** Who is to answer, what is asked; back comes what they say. */
type Answerer = (to: string, text: string, fact: string) => Promise<string>

/** One conversation, from the buyer's first sentence to the bot's last. */
async function converse(sentence: string, asOf: string, answer: Answerer, say: (line: string) => void): Promise<void> {
  let known: Case = { asOf }
  for (const [word, says] of INTENTS) if (sentence.includes(word)) known = { ...says, ...known }
  if (SUSPICIOUS.some((word) => sentence.includes(word)))
    return handOver(known, '疑似敲诈或恶意退货，请先截图保存关键聊天记录', say)

  const unknown = new Set<string>()
  for (const question of QUESTIONS) {
    while (isOpen(decider.decide(known, { presume: true }).answers[question])) {
      const next = worthAsking(known, question).find(({ fact }) => !unknown.has(fact))
      if (next === undefined) break
      const said = await answer(partyOf(next), next.question.zh, next.fact)
      const read = NOBODY_KNOWS.includes(said) ? undefined : withAnswer(known, next.fact, said)
      if (typeof read === 'string') say(`机器人：${read}`)
      else if (read === undefined) unknown.add(next.fact)
      else known = read
    }
  }

  const decision = decider.decide(known, { presume: true })
  const answers = QUESTIONS.map((question) => decision.answers[question]).filter(({ arises }) => arises !== 'no')
  if (answers.some(({ status }) => status === 'open')) {
    say(`机器人：还不能答复邮费，还要知道：${missingFor(known).join('、')}。`)
    return handOver(known, '缺少信息', say)
  }
  if (decision.outcome === 'needs-review' || answers.some(({ status }) => status !== 'settled'))
    return handOver(known, '规则没有答案，请人工判断', say)
  say(`机器人：${explain(decision, { to: 'buyer', lang: 'zh' }).replaceAll('\n', '\n　　　　')}`)
}

/** Whether there is anything left to ask; what is usual in such cases is taken for granted, and listed in the decision. */
function isOpen({ arises, status }: { readonly arises: string; readonly status: string }): boolean {
  return arises !== 'no' && status === 'open'
}

/** What to ask, best first; what is usual in such cases is taken for granted. */
function worthAsking(known: Case, question: (typeof QUESTIONS)[number]): readonly NextQuestion[] {
  return decider.ask(known, question, { presume: true })
}

/** What the postage still hangs on. */
function missingFor(known: Case): string[] {
  return [...new Set(QUESTIONS.flatMap((question) => worthAsking(known, question).map(({ label }) => label.zh)))]
}

/** The case with one more answer, or what may be said instead of one that cannot be read. */
function withAnswer(known: Case, fact: string, said: string): Case | string {
  const declared: FactDeclaration = afterSale.declaration.facts[fact as keyof typeof afterSale.declaration.facts]
  const meant = declared.kind === 'boolean' ? (SAID[said] ?? said) : said
  const input = { ...known, [fact]: NUMBERS.includes(declared.kind) && said !== '无' ? Number(said) : meant }
  if (decider.safeDecide(input).ok) return input
  // The issues say what is wrong to whoever writes programs; a buyer is told what will do.
  return `不好意思，没看懂，${answerable(declared)}${declared.none === true ? '；没有就答“无”' : ''}。`
}

/** What will do for an answer, in words for a buyer. */
function answerable(fact: FactDeclaration): string {
  switch (fact.kind) {
    case 'boolean':
      return '请答“是”或“否”'
    case 'enum':
      return `可以答：${Object.values(fact.values)
        .map(({ zh }) => zh)
        .join('、')}`
    case 'instant':
      return '请写明年月日和几点几分，例如 2026-06-23 18:00'
    case 'date':
      return '请写明年月日，例如 2026-06-23'
    case 'money':
      return '请只写多少元，例如 88.00'
    case 'text':
      return '请换个说法，简短一些'
    default:
      return '请只写一个数字，例如 2'
  }
}

function partyOf({ ask: [party = 'shop'] }: NextQuestion): string {
  return afterSale.declaration.parties[party as keyof typeof afterSale.declaration.parties].zh
}

/** To a person, with what is known so far and what is not. */
function handOver(known: Case, why: string, say: (line: string) => void): void {
  say('机器人：这件事请同事接着为您处理。')
  say(`〔转人工：${why}〕`)
  for (const [id, value] of Object.entries(known)) {
    const fact: FactDeclaration = afterSale.declaration.facts[id as keyof typeof afterSale.declaration.facts]
    const word = fact.kind === 'enum' ? fact.values[String(value)]?.zh : undefined
    say(`  ${fact.label.zh}：${word ?? String(value)}`)
  }
  const missing = missingFor(known)
  if (missing.length > 0) say(`  邮费还要知道：${missing.join('、')}`)
}

/** Answers as they might be given, by fact. Who does not know says 不知道. */
const GIVEN: Readonly<Record<string, string>> = {
  shopType: 'C店',
  tradeState: '待收货',
  freeShipping: '是',
  resaleable: '是',
  accessoriesComplete: '是',
  signedAt: '2026-06-23 18:00',
  appliedAt: '无',
}
const SCRIPTS = [
  { sentence: '我不喜欢，想退，邮费谁出？', given: GIVEN },
  { sentence: '我不喜欢，想退，邮费谁出？', given: { ...GIVEN, resaleable: '不知道', accessoriesComplete: '不知道' } },
  { sentence: '我不喜欢，想退，不赔就曝光你们！', given: GIVEN },
]

async function scripted(): Promise<void> {
  for (const [i, { sentence, given }] of SCRIPTS.entries()) {
    console.log(`${i === 0 ? '' : '\n'}—— 对话 ${i + 1} ——\n买家：${sentence}`)
    const answer: Answerer = async (to, text, fact) => {
      const said = given[fact as keyof typeof given] ?? '不知道'
      console.log(`机器人（问${to}）：${text}\n${to}：${said}`)
      return said
    }
    await converse(sentence, '2026-06-26 10:30', answer, console.log)
  }
}

/** What the clock says in Beijing, as a case writes it: 2026-06-26 10:30. */
function beijingNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

async function interactive(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  // Where nothing more is typed, nobody knows.
  const typed = async (prompt: string): Promise<string> => {
    process.stdout.write(prompt)
    const { value, done } = await lines.next()
    return done === true ? '' : value.trim()
  }
  const answer: Answerer = (to, text) => typed(`机器人（问${to}）：${text}\n${to}：`)
  await converse(await typed('买家：'), beijingNow(), answer, console.log)
  await lines.return?.()
}

void (process.argv.includes('--interactive') ? interactive() : scripted())
