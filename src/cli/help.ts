// What `aftersale --help` and `aftersale COMMAND --help` print.
// Promise: every command, option and exit code there is stands here, in both languages.
import type { Text } from '../engine/text.js'
import { HELP_EN } from './help-en.js'
import { COMMAND_NAMES, type CommandName, type HelpParts } from './help-parts.js'
import { HELP_ZH } from './help-zh.js'

const LANGUAGES = { zh: HELP_ZH, en: HELP_EN }

/** The first command named among the words, wherever it stands. */
export function commandIn(words: readonly string[]): CommandName | undefined {
  return COMMAND_NAMES.find(
    (name) => name === words.find((word) => (COMMAND_NAMES as readonly string[]).includes(word)),
  )
}

/** The help of one command; of all where none is named. */
export function helpFor(command: CommandName | undefined, lang: keyof Text): string {
  const parts = LANGUAGES[lang]
  return command === undefined ? helpForAll(parts) : helpForOne(parts, command)
}

function helpForAll(parts: HelpParts): string {
  const { title, usage, more, models, folder, closing } = parts
  const usages = COMMAND_NAMES.map((name) => parts.commands[name].usage)
  return [
    title,
    '',
    usage,
    ...usages,
    more,
    ...COMMAND_NAMES.flatMap((name) => ['', options(parts, name)]),
    '',
    models,
    '',
    folder,
    '',
    exitCodes(parts, COMMAND_NAMES),
    '',
    closing,
    '',
  ].join('\n')
}

function helpForOne(parts: HelpParts, command: CommandName): string {
  const { usage, closingOfOne } = parts
  const sections = [usage, parts.commands[command].usage, '', options(parts, command), '', exitCodes(parts, [command])]
  return [...sections, '', closingOfOne, ''].join('\n')
}

function options({ optionsOf, commands, lang }: HelpParts, name: CommandName): string {
  const { about, options } = commands[name]
  return [optionsOf(name, about ?? ''), ...(options === '' ? [] : [options]), lang].join('\n')
}

function exitCodes({ commands, exitCodes, anyway }: HelpParts, names: readonly CommandName[]): string {
  const wide = names.length === 1 ? 0 : Math.max(...names.map((name) => name.length)) + 2
  const lines = names.flatMap((name) => {
    const whose = wide === 0 ? '' : name.padEnd(wide)
    return [`  0   ${whose}${commands[name].done}`, `  1   ${whose}${commands[name].failed}`]
  })
  return [exitCodes, ...lines, anyway].join('\n')
}
