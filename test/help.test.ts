// What `--help` says, held against the commands themselves and the page about them.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageCommand } from '../src/cli/coverage.js'
import { dayCommand } from '../src/cli/day.js'
import { decideCommand } from '../src/cli/decide.js'
import { diffCommand } from '../src/cli/diff.js'
import { generateCommand } from '../src/cli/generate.js'
import { commandIn, helpFor } from '../src/cli/help.js'
import { COMMAND_NAMES } from '../src/cli/help-parts.js'
import { initCommand } from '../src/cli/init.js'
import { mutateCommand } from '../src/cli/mutate.js'
import { testCommand } from '../src/cli/test.js'
import { verifyCommand } from '../src/cli/verify.js'
import { terminal } from './support/terminal.js'

const commands = {
  decide: decideCommand,
  day: dayCommand,
  test: testCommand,
  coverage: coverageCommand,
  mutate: mutateCommand,
  generate: generateCommand,
  verify: verifyCommand,
  diff: diffCommand,
  init: initCommand,
}

/** What a command says of words it stops at. */
async function saidBy(command: keyof typeof commands, words: readonly string[]): Promise<string> {
  const ended = commands[command](words, 'en')
  if (typeof ended !== 'function') return ended.err
  const kept = terminal()
  await ended(kept)
  return kept.noted.join('')
}

const optionsIn = (text: string) => [...new Set(text.match(/^ {2}--[a-z-]+/gm)?.map((one) => one.trim()))].sort()
const everyOption = optionsIn(helpFor(undefined, 'en'))

describe('help of one command', () => {
  it.each(COMMAND_NAMES)('%s: names the options the command takes, and no other', async (command) => {
    // A word no command knows stops it before it does anything.
    const taken: string[] = []
    for (const option of everyOption) {
      const said = await saidBy(command, ['--no-such-option', option])
      expect(said).toContain('"--no-such-option"')
      if (!said.includes(`"${option}"`)) taken.push(option)
    }
    expect(optionsIn(helpFor(command, 'en'))).toEqual(taken)
    expect(optionsIn(helpFor(command, 'zh'))).toEqual(taken)
  })

  it.each(COMMAND_NAMES)('%s: says how it is typed, and when it ends with 0 and 1', (command) => {
    for (const lang of ['zh', 'en'] as const) {
      const help = helpFor(command, lang)
      for (const line of [/^ {2}0 {3}\S/m, /^ {2}1 {3}\S/m, /^ {2}64 {2}\S/m, /^ {2}70 {2}\S/m])
        expect(help).toMatch(line)
      expect(help).toContain(`  aftersale ${command} `)
      for (const other of COMMAND_NAMES.filter((name) => name !== command))
        expect(help).not.toContain(`  aftersale ${other} `)
    }
  })

  it('stands for the command named, before or after --help', () => {
    expect(commandIn(['verify', '--help'])).toBe('verify')
    expect(commandIn(['--help', 'diff', '--lang', 'en'])).toBe('diff')
    expect(commandIn(['--help'])).toBeUndefined()
    expect(helpFor('verify', 'en')).toContain('an accepted finding is no longer there')
  })

  it('the page on the command line has the exit codes of every command', () => {
    const page = readFileSync(new URL('../docs/command-line.md', import.meta.url), 'utf8')
    for (const command of COMMAND_NAMES)
      expect(page).toMatch(new RegExp(`^\\| \`${command}\` \\| [^|]+ \\| [^|]+ \\|`, 'm'))
  })
})
