#!/usr/bin/env node
// The command line of aftersale. Promise: the only place that touches the process; commands are plain functions from
// words to what is printed and an exit code, and no stack trace reaches a person.
import { availableParallelism } from 'node:os'
import type { Text } from '../engine/text.js'
import { languageOf } from './arguments.js'
import { coverageCommand } from './coverage.js'
import { dayCommand } from './day.js'
import { decideCommand, decideReads } from './decide.js'
import { diffCommand } from './diff.js'
import { generateCommand } from './generate.js'
import { commandIn, helpFor } from './help.js'
import { COMMAND_NAMES, type CommandName } from './help-parts.js'
import { initCommand } from './init.js'
import { internalError, NOT_INPUT, ONE_STREAM } from './messages.js'
import { mutateCommand } from './mutate.js'
import { version } from './package-files.js'
import { EXIT, type Finished, problem } from './problem.js'
import { refused } from './refused.js'
import type { Ongoing, Terminal } from './terminal.js'
import { testCommand, testReads } from './test.js'
import { verifyCommand } from './verify.js'
import { watching } from './watch.js'

type Command = (words: readonly string[], lang: keyof Text) => Finished | Ongoing
type Reads = (words: readonly string[]) => readonly string[]

const COMMANDS: Readonly<Record<CommandName, Command>> = {
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
/** What a command reads, for those that can be watched. */
const READS: Readonly<Record<string, Reads>> = {
  decide: decideReads,
  test: testReads,
}

function run(words: readonly string[]): Finished | Ongoing {
  const lang = languageOf(words)
  const [command, ...rest] = words
  if (words.includes('--help') || words.includes('-h'))
    return { code: EXIT.done, out: helpFor(commandIn(words), lang), err: '' }
  if (command === '--version') return { code: EXIT.done, out: `${version()}\n`, err: '' }
  const of = <T>(list: Readonly<Record<string, T>>) =>
    command !== undefined && Object.hasOwn(list, command) ? list[command] : undefined
  const named = of(COMMANDS)
  const reads = of(READS)
  if (named !== undefined && reads !== undefined && rest.includes('--watch')) return watched(named, reads, rest, lang)
  if (named !== undefined) return named(rest, lang)
  if (command === undefined) return { code: EXIT.usage, out: '', err: helpFor(undefined, lang) }
  const unknown = {
    zh: `没有命令「${command}」；可用：${COMMAND_NAMES.join('、')}`,
    en: `there is no command "${command}"; there are ${COMMAND_NAMES.slice(0, -1).join(', ')} and ${COMMAND_NAMES.at(-1)}`,
  }
  return refused(EXIT.usage, [problem('', unknown)], lang)
}

/** The first run tells whether the words can be watched at all. */
function watched(command: Command, reads: Reads, words: readonly string[], lang: keyof Text): Finished | Ongoing {
  const paths = reads(words)
  if (paths.includes('-')) return refused(EXIT.usage, [problem('', NOT_INPUT)], lang)
  let first: Finished | undefined
  const again = (): Finished => {
    const now = first ?? command(words, lang)
    first = undefined
    return typeof now === 'function' ? refused(EXIT.usage, [problem('', ONE_STREAM)], lang) : now
  }
  const watch = watching(again, paths, lang)
  first = again()
  return first.code === EXIT.usage ? first : watch
}

/** The process, as a command that goes on sees it. */
function terminalOf(): Terminal {
  let wake = () => {}
  return {
    input: process.stdin,
    cores: availableParallelism(),
    print,
    note: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY === true,
    now: () => performance.now(),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        wake = resolve
        setTimeout(resolve, milliseconds)
      }),
    holdInterrupts: () => {
      let isInterrupted = false
      process.on('SIGINT', () => {
        isInterrupted = true
        wake()
      })
      return () => isInterrupted
    },
  }
}

/** Whether somebody reads standard output: it stays writable when its reader is gone. */
let isRead = true

async function print(text: string | Uint8Array): Promise<boolean> {
  const { stdout } = process
  if (isRead && !stdout.write(text)) {
    await new Promise<void>((resolve) => {
      const go = () => {
        stdout.off('drain', go).off('error', go)
        resolve()
      }
      stdout.on('drain', go).on('error', go)
    })
  }
  return isRead
}

function finish({ code, out, err }: Finished): void {
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = code
}

// A reader that closes early, as `head` does, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  isRead = false
})

const words = process.argv.slice(2)
try {
  const ended = run(words)
  if (typeof ended === 'function') {
    process.exitCode = await ended(terminalOf())
    // What is still to come on standard input is nobody's any more.
    process.stdin.destroy()
  } else finish(ended)
} catch (error) {
  const why = internalError(error instanceof Error ? error.message : String(error))
  finish({ code: EXIT.fault, out: '', err: `${why[languageOf(words)]}\n` })
}
