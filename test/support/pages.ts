// Reads the project's pages for the tests that hold them to their word. Promise: reads files, changes none.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Folders that hold nothing of the project's own. */
const FOREIGN = ['node_modules', 'dist', 'coverage', '.git']

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Every page of the project, as a path from its root. */
export function pagesBelow(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (FOREIGN.includes(name)) return []
    if (statSync(join(ROOT, path)).isDirectory()) return pagesBelow(path)
    return name.endsWith('.md') ? [path] : []
  })
}

/** The fenced blocks of a page in one language, `''` for those that name none. */
export function blocksOf(page: string, language: string): string[] {
  const found = [...page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)]
  return found.flatMap(([, indent = '', tag, body = '']) =>
    tag === language ? [body.replaceAll(new RegExp(`^${indent}`, 'gm'), '')] : [],
  )
}

/** The part of a page under one heading of the second level. */
export function sectionOf(page: string, heading: string): string {
  return page.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? ''
}

/** The headings of a page as links reach them. */
export function anchorsIn(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )
}
