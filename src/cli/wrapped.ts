// Long lines for the terminal: how wide a text is, and where it may go on below.
// Promise: nothing is cut out; a line breaks only between clauses, and JSON only between members, so that it stays JSON.

const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Cells a text takes in a terminal: Chinese characters and full-width marks take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += WIDE.test(char) ? 2 : NO_WIDTH.test(char) ? 0 : 1
  return width
}

const WIDTH = 100
const AFTER_CLAUSE = /(?<=[，；、]|, |; )/

/** A text behind `start`, of which further lines are indented as far. */
export function wrapped(start: string, text: string): string[] {
  return laidOut(start, text.split(AFTER_CLAUSE))
}

/** An object as JSON behind `start`, on as many lines as it takes. */
export function wrappedJson(start: string, value: object): string[] {
  const members = Object.entries(value).map(([key, one]) => JSON.stringify({ [key]: one }).slice(1, -1))
  const pieces = members.map((member, i) => `${i === 0 ? '{' : ''}${member}${i < members.length - 1 ? ',' : '}'}`)
  return laidOut(start, pieces.length === 0 ? ['{}'] : pieces)
}

function laidOut(start: string, pieces: readonly string[]): string[] {
  const indent = ' '.repeat(widthOf(start))
  const lines: string[] = []
  let line = start
  for (const piece of pieces) {
    if (widthOf(line + piece.trimEnd()) > WIDTH && line.trim() !== start.trim()) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}
