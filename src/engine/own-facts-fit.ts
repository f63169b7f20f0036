// Facts of the right shape that cannot stand: names taken already, values that contradict one another.
// Promise: all of them at once, each under its fact and key, in both languages, with what to write instead.
import type { FactDeclaration, ModelDeclaration } from './declaration.js'
import { domainOf, isCaseValue } from './fact-value.js'
import { type Issue, issue } from './issue.js'
import { NONE_WORDS } from './model.js'
import type { Text } from './text.js'
import { greatest, NONE } from './value-set.js'

type Facts = Readonly<Record<string, FactDeclaration>>
type Path = readonly string[]

/** Ids and Chinese labels that something else bears: of the model, or another of the facts. */
export function clashes(declaration: ModelDeclaration, facts: Facts, path: Path): Issue[] {
  const { facts: own, derived, computed, settings, questions } = declaration
  const taken = new Map<string, Text & { readonly id: string }>()
  const take = (id: string, { label }: { readonly label: Text }) => {
    taken.set(id, { ...label, id }).set(label.zh, { ...label, id })
  }
  take('recordsComplete', { label: { zh: '记录完整', en: 'records complete' } })
  take('agreed', { label: { zh: '约定', en: 'agreements' } })
  for (const [id, one] of Object.entries({ ...own, ...derived, ...computed, ...settings, ...questions })) take(id, one)
  return Object.entries(facts).flatMap(([id, fact]) => {
    const clash = (word: string, place: Path): Issue[] => {
      const owner = taken.get(word)
      if (owner === undefined) return []
      const message = {
        zh: `「${word}」已经是「${owner.zh}」（${owner.id}）的名字；请换一个`,
        en: `"${word}" names "${owner.en}" (${owner.id}) already; take another name`,
      }
      return [issue('duplicate-id', [...path, ...place], word, message)]
    }
    const issues = [...clash(id, [id]), ...clash(fact.label.zh, [id, 'label', 'zh'])]
    take(id, fact)
    return issues
  })
}

/** Facts whose values contradict one another, or that say nothing of an unwritten record. */
export function unfit(all: Facts, facts: Facts, path: Path): Issue[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const { absent, usual } = fact
    const place = [...path, id]
    const issues: Issue[] = []
    const isAbsent = typeof absent === 'object' ? all[absent.fact]?.kind === fact.kind : isValue(fact, absent)
    if (absent !== undefined && !isAbsent) issues.push(noValue([...place, 'absent'], absent))
    if (usual !== undefined && !isValue(fact, usual)) issues.push(noValue([...place, 'usual'], usual))
    if (fact.role === 'record' && absent === undefined && needsAbsent(fact))
      issues.push(issue('missing-key', [...place, 'absent'], undefined, unsaidRecord(fact)))
    const [least = NONE] = domainOf(fact, false)
    if (least === NONE || least > greatest(domainOf(fact, false)))
      issues.push(
        issue('out-of-range', place, undefined, {
          zh: '没有一个值：values 不能为空，min 不能大于 max，max 不能小于 0',
          en: 'has no value: values are not empty, min is no greater than max, max no less than 0',
        }),
      )
    if (fact.kind === 'enum') {
      const taken = new Set<string>(fact.none ? NONE_WORDS : [])
      for (const [value, { zh }] of Object.entries(fact.values)) {
        const word = taken.has(value) ? value : zh
        if (taken.has(word)) issues.push(issue('duplicate-id', [...place, 'values', value], word, twice(word)))
        taken.add(value).add(zh)
      }
    }
    return issues
  })
}

function twice(word: string): Text {
  return { zh: `「${word}」已经是另一个值的名字；请换一个`, en: `"${word}" names another value already; take another` }
}

function isNumber({ kind }: FactDeclaration): boolean {
  return kind === 'integer' || kind === 'money' || kind === 'duration'
}

/** Whether an unwritten record of this kind would be nothing in particular. */
function needsAbsent(fact: FactDeclaration): boolean {
  return isNumber(fact) || (fact.kind !== 'boolean' && fact.none !== true)
}

/** What a record has to say of itself: what is the case where nobody wrote it down. */
function unsaidRecord(fact: FactDeclaration): Text {
  const number = fact.kind === 'money' ? '"absent": "0.00"' : '"absent": 0'
  const none = isNumber(fact) ? '"none": true, "absent": "none"' : '"none": true'
  return {
    zh: `记录（record）要写没有记下时是什么：可以没有的，写 ${none}；否则写 absent${isNumber(fact) ? `，如 ${number}` : ''}`,
    en: `a record says what it is where nobody wrote it down: where there may be none ${none}, else absent${isNumber(fact) ? `, as ${number}` : ''}`,
  }
}

function noValue(place: Path, value: unknown): Issue {
  const none =
    value === 'none'
      ? { zh: '；可以没有的事实，另写 "none": true', en: '; a fact of which there may be none says "none": true' }
      : { zh: '', en: '' }
  return issue('unknown-value', place, value, {
    zh: `不是这个事实的值${none.zh}`,
    en: `no value of this fact${none.en}`,
  })
}

function isValue(fact: FactDeclaration, value: FactDeclaration['absent']): boolean {
  if (value === undefined || typeof value === 'object') return false
  return (fact.none === true && value === 'none') || isCaseValue(fact, domainOf(fact, false), value)
}
