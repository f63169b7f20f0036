// The parts of what `aftersale --help` prints, in one language.
// Promise: each command brings its own usage, options and exit codes, so that no page can leave one out.

export const COMMAND_NAMES = [
  'decide',
  'day',
  'test',
  'coverage',
  'mutate',
  'generate',
  'verify',
  'diff',
  'init',
] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

interface CommandHelp {
  /** Lines as typed, each with what it does. */
  readonly usage: string
  /** Above the options, where there is something to say of the operands; the options, one a line. */
  readonly about?: string
  readonly options: string
  /** When it ends with 0, and when with 1. */
  readonly done: string
  readonly failed: string
}

export interface HelpParts {
  readonly title: string
  readonly usage: string
  /** The lines below the usage of all commands: help of one of them, version. */
  readonly more: string
  readonly optionsOf: (command: string, about: string) => string
  /** The option every command has. */
  readonly lang: string
  readonly commands: Readonly<Record<CommandName, CommandHelp>>
  /** Sections on their own: the models, a folder of rules. */
  readonly models: string
  readonly folder: string
  readonly exitCodes: string
  /** Exit codes every command has. */
  readonly anyway: string
  readonly closing: string
  /** Below the help of one command: where models and folders of rules are explained. */
  readonly closingOfOne: string
}
