// `aftersale diff OLD NEW`: which decisions change from one set of rules to another, and that no other does.
// Promise: folders and git revisions alike; every case shown was decided both ways.

import type { Domain, Ruled } from '../domain/domain.js'
import type { Condition, FactDeclaration } from '../engine/declaration.js'
import { extendModel } from '../engine/model.js'
import type { Before } from '../engine/read-documents.js'
import type { Text } from '../engine/text.js'
import { domainOf, FIRST } from '../models/domains.js'
import { differenceOf } from '../verify/diff.js'
import { type OptionRule, readArguments } from './arguments.js'
import { type DiffReport, diffJson, diffMarkdown, diffText } from './diff-reports.js'
import { readExpected, unexpectedIn, unreadableIn } from './expected-changes.js'
import { loadRules, type Rules, readRules } from './load-rules.js'
import { MODEL } from './option-words.js'
import { pastCases, touchedBy } from './past-cases.js'
import { EXIT, type Finished, fewOf, problem, type Read, written } from './problem.js'
import { isFolder } from './read-files.js'
import { refused } from './refused.js'
import { withRevision } from './revision.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
  cases: { type: 'string' },
  'expect-only': { type: 'string' },
  markdown: { type: 'boolean' },
  reporter: { type: 'string', among: ['text', 'json'] },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

const TWO: Text = {
  zh: '写两个规则文件夹或 git 版本：aftersale diff 旧 新',
  en: 'name two folders of rules or git revisions: aftersale diff OLD NEW',
}

export function diffCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text, flag } = read.value
  const [before, after] = operands
  if (before === undefined || after === undefined || operands.length > 2)
    return refused(EXIT.usage, [problem('', TWO)], lang)
  const folder = text('rules') ?? 'rules'
  const [old, now] = [before, after].map((one) => rulesAt(one, folder, text('model'))) as [Read<Rules>, Read<Rules>]
  const expected = readExpected(domainOf(now.ok ? modelIn(now.value) : FIRST).model, text('expect-only'))
  const pair = old.ok && now.ok ? loadedAlike(old.value, now.value) : undefined
  const problems = [old, now, expected, ...(pair === undefined ? [] : [pair])].flatMap((one) =>
    one.ok ? [] : one.problems,
  )
  if (pair === undefined || !pair.ok || !expected.ok || problems.length > 0) return refused(EXIT.failed, problems, lang)
  const [was, is] = pair.value
  const unreadable = unreadableIn(expected.value ?? {}, is.ruleSet)
  if (unreadable.length > 0) return refused(EXIT.failed, unreadable, lang)
  const past = text('cases') === undefined ? undefined : pastCases(text('cases') as string, is.ruleSet.model)
  if (past !== undefined && !past.ok) return refused(EXIT.failed, past.problems, lang)
  const conditions: Condition[] = expected.value?.condition === undefined ? [] : [expected.value.condition]
  const difference = differenceOf(was, is, conditions)
  const report: DiffReport = {
    before,
    after,
    difference,
    ...(past === undefined ? {} : { touched: touchedBy(past.value.cases, was, is, lang) }),
    ...(expected.value === undefined ? {} : { unexpected: unexpectedIn(difference, expected.value) }),
  }
  const write = flag('markdown') ? diffMarkdown : text('reporter') === 'json' ? diffJson : diffText
  const isBad = difference.unknown.length > 0 || (report.unexpected ?? []).length > 0
  const notes = [...[old, now].flatMap((one) => (one.ok ? one.value.notes : [])), ...(past?.value.notes ?? [])]
  const unread = fewOf(report.touched?.problems ?? [])
  return { code: isBad ? EXIT.failed : EXIT.done, out: write(report, lang), err: written([...notes, ...unread], lang) }
}

/** A folder as it is, or the rules as they were at a revision. */
function rulesAt(place: string, folder: string, model: string | undefined): Read<Rules> {
  const read = (at: string) => readRules(at, model)
  return isFolder(place) ? read(place) : withRevision(place, folder, read)
}

function modelIn({ domain }: Rules): string {
  return domain.model.declaration.id
}

/** Documents that are the same on both sides are one, so that they are read once. */
function sharing(old: Rules, now: Rules): readonly [Rules, Rules] {
  const known = new Map(old.sources.map(({ document }) => [JSON.stringify(document), document]))
  const sources = now.sources.map(({ file, document }) => ({
    file,
    document: known.get(JSON.stringify(document)) ?? document,
  }))
  return [old, { ...now, sources }]
}

/** Both sets on one vocabulary, so that what only one of them knows of is a fact of both. */
function loadedAlike(old: Rules, now: Rules): Read<readonly [Ruled<Domain>, Ruled<Domain>]> {
  const facts: Readonly<Record<string, FactDeclaration>> = { ...old.facts, ...now.facts }
  const other = Object.keys(old.facts).find(
    (id) => id in now.facts && JSON.stringify(old.facts[id]) !== JSON.stringify(now.facts[id]),
  )
  if (old.domain !== now.domain) {
    const [before, after] = [old, now].map(({ domain }) => domain.model.declaration.title) as [Text, Text]
    const message = {
      zh: `一边是「${before.zh}」的规则，一边是「${after.zh}」的；用 --model 写明比较哪个模型`,
      en: `one side holds rules of "${before.en}", the other of "${after.en}"; say with --model which to compare`,
    }
    return { ok: false, problems: [problem('', message)] }
  }
  if (other !== undefined) {
    const message = {
      zh: `事实「${other}」在两边声明得不一样，案情无法对照`,
      en: `the fact "${other}" is declared differently on the two sides, so cases cannot be compared`,
    }
    return { ok: false, problems: [problem('', message)] }
  }
  const before: Before = new WeakMap()
  const model = extendModel(old.domain.model, facts)
  const loaded = sharing(old, now).map((rules) => loadRules(rules, 'advise', before, model))
  const problems = loaded.flatMap((one) => (one.ok ? [] : one.problems))
  const [was, is] = loaded
  if (!was?.ok || !is?.ok) return { ok: false, problems }
  return { ok: true, value: [was.value, is.value] }
}
