// Reads the words after a command.
// Promise: an unknown or misused option is a problem with the nearest option named, never a guess.
import { parseArgs } from 'node:util'
import { notAmong } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { type Problem, problem, type Read } from './problem.js'

export interface OptionRule {
  readonly type: 'string' | 'boolean'
  /** Accepted values of a string; any where unwritten. */
  readonly among?: readonly string[]
  /** Chinese words for accepted values, each with the value it stands for. */
  readonly words?: ReadonlyMap<string, string>
}

export interface Arguments {
  readonly operands: readonly string[]
  readonly text: (option: string) => string | undefined
  readonly flag: (option: string) => boolean
}

const HELP = { type: 'boolean', short: 'h' } as const

/** Reads options and operands. An option may stand anywhere; the last of several counts. */
export function readArguments(words: readonly string[], rules: Readonly<Record<string, OptionRule>>): Read<Arguments> {
  const options = Object.fromEntries(Object.entries(rules).map(([name, { type }]) => [name, { type }]))
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: { ...options, help: HELP },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const problems: Problem[] = []
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name === 'help') continue
    problems.push(
      ...misuse(token.rawName, token.value, Object.hasOwn(rules, token.name) ? rules[token.name] : undefined, rules),
    )
  }
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      operands: positionals,
      text: (option) => {
        const value = values[option]
        return typeof value === 'string' ? (rules[option]?.words?.get(value) ?? value) : undefined
      },
      flag: (option) => values[option] === true,
    },
  }
}

function misuse(
  written: string,
  value: string | undefined,
  rule: OptionRule | undefined,
  rules: Readonly<Record<string, OptionRule>>,
): Problem[] {
  if (rule === undefined) {
    const names = Object.keys(rules).map((name) => `--${name}`)
    return [problem('', notAmong('unknown-key', [], written, names, { zh: '选项', en: 'option' }).message)]
  }
  const said = (zh: string, en: string): Problem[] => [problem('', { zh, en } satisfies Text)]
  if (rule.type === 'boolean')
    return value === undefined ? [] : said(`选项 ${written} 后面不跟值`, `${written} takes no value`)
  if (value === undefined || value === '') return said(`选项 ${written} 后面要写值`, `${written} needs a value`)
  const { among, words = new Map<string, string>() } = rule
  if (among === undefined || among.includes(value) || words.has(value)) return []
  const what = { zh: `选项 ${written} 的值`, en: `value of ${written}` }
  // Whoever reads Chinese is shown the Chinese words, where there are any.
  const ids = words.size === 0 ? {} : { ids: among }
  return [problem('', notAmong('unknown-value', [], value, [...words.keys(), ...among], what, ids).message)]
}

/** The language asked for, Chinese unless `--lang en` stands among the words: problems are reported in it as well. */
export function languageOf(words: readonly string[]): keyof Text {
  return words.some((word, i) => word === '--lang=en' || (word === '--lang' && words[i + 1] === 'en')) ? 'en' : 'zh'
}
