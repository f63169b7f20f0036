// The few pieces of Markdown the generated pages share: tables, links to headings, outlines.
// Promise: text that comes from a document cannot break the table or list it stands in.
import type { Line } from '../src/engine/condition-words.js'

/** One row of a table. */
export function cells(...texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
}

export function code(text: string): string {
  return `\`${text}\``
}

/** A link to a heading, of another page where one is named. */
export function linkTo(heading: string, page = ''): string {
  return `[${heading}](${page}#${anchorOf(heading)})`
}

/** The anchor of a heading: letters, digits, spaces as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}

/** A group as a line that ends with a colon and a list beneath it; a single line as a list of one. */
export function outline(line: Line): string[] {
  if (line.lines.length === 0) return [`- ${line.text}`]
  return [`${line.text}：`, '', ...line.lines.flatMap((one) => listed(one, ''))]
}

function listed({ text, lines }: Line, indent: string): string[] {
  const end = lines.length === 0 ? '' : '：'
  return [`${indent}- ${text}${end}`, ...lines.flatMap((one) => listed(one, `${indent}  `))]
}
