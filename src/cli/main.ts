#!/usr/bin/env node
// The command line of aftersale. Promise: the only place that touches the process; commands are plain functions from
// words to what is printed and an exit code, and no stack trace reaches a person.
import { languageOf } from './arguments.js'
import { decideCommand } from './decide.js'
import { initCommand } from './init.js'
import { HELP, internalError } from './messages.js'
import { version } from './package-files.js'
import { EXIT, type Finished, problem } from './problem.js'
import { refused } from './refused.js'
import { testCommand } from './test.js'

const COMMANDS = { decide: decideCommand, test: testCommand, init: initCommand } as const

function isCommand(word: string | undefined): word is keyof typeof COMMANDS {
  return word !== undefined && Object.hasOwn(COMMANDS, word)
}

function run(words: readonly string[]): Finished {
  const lang = languageOf(words)
  const [command, ...rest] = words
  if (words.includes('--help') || words.includes('-h')) return { code: EXIT.done, out: HELP[lang], err: '' }
  if (command === '--version') return { code: EXIT.done, out: `${version()}\n`, err: '' }
  if (isCommand(command)) return COMMANDS[command](rest, lang)
  if (command === undefined) return { code: EXIT.usage, out: '', err: HELP[lang] }
  const names = Object.keys(COMMANDS)
  const unknown = {
    zh: `没有命令「${command}」；可用：${names.join('、')}`,
    en: `there is no command "${command}"; there are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  }
  return refused(EXIT.usage, [problem('', unknown)], lang)
}

function finish({ code, out, err }: Finished): void {
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
}

// A reader that closes early, as `head` does, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const words = process.argv.slice(2)
try {
  finish(run(words))
} catch (error) {
  const why = internalError(error instanceof Error ? error.message : String(error))
  finish({ code: EXIT.fault, out: '', err: `${why[languageOf(words)]}\n` })
}
