// `aftersale init`: writes a small folder of rules to begin with, whose cases pass.
// Promise: nothing that exists is written over; where some of the files are there already, none is written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Text } from '../engine/text.js'
import { readArguments } from './arguments.js'
import { ALREADY_THERE, initDone, NO_FOLDER } from './messages.js'
import { SHOP_TEMPLATE } from './package-files.js'
import { EXIT, type Finished, problem } from './problem.js'
import { attempt, filesBelow } from './read-files.js'
import { refused, typed } from './refused.js'

/** What the texts of the template call the folder, where they name it on a command line. */
const TEMPLATE_NAME = ' my-shop'

export function initCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, { lang: { type: 'string', among: ['zh', 'en'] } })
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const [folder, ...more] = read.value.operands
  if (folder === undefined || more.length > 0) return refused(EXIT.usage, [problem('', NO_FOLDER)], lang)
  const template = filesBelow(SHOP_TEMPLATE, [''])
  if (!template.ok) return refused(EXIT.failed, template.problems, lang)
  const files = template.value.map((file) => ({ from: join(SHOP_TEMPLATE, file), to: join(folder, file) }))
  const there = files.filter(({ to }) => existsSync(to))
  if (there.length > 0) {
    const problems = there.map(({ to }) => problem(to, ALREADY_THERE))
    return refused(EXIT.failed, problems, lang)
  }
  for (const { from, to } of files) {
    const written = attempt(to, () => {
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, readFileSync(from, 'utf8').replaceAll(TEMPLATE_NAME, ` ${typed(basename(resolve(folder)))}`))
    })
    if (!written.ok) return refused(EXIT.failed, written.problems, lang)
  }
  const paths = files.map(({ to }) => to)
  return { code: EXIT.done, out: initDone(paths, typed(folder))[lang], err: '' }
}
