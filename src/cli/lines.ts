// Cuts a stream of bytes into lines.
// Promise: memory holds one chunk and one line, whatever the stream; a line over the limit is not kept, only counted.
import { Buffer, isUtf8 } from 'node:buffer'

const LINE_FEED = 10

export type Line = { readonly text: string } | { readonly wrong: 'too-long' | 'not-utf8' }

/** A reader to be given chunks in order; `flush` is for a last line without line feed. */
export interface LineReader {
  readonly chunk: (bytes: Uint8Array) => Line[]
  readonly flush: () => Line[]
}

/** Reads lines of at most `limit` bytes. A byte order mark at the start is taken off. */
export function lineReader(limit: number): LineReader {
  let kept: Buffer[] = []
  let length = 0
  let isFirst = true
  const add = (part: Buffer) => {
    length += part.length
    if (length > limit) kept = []
    else kept.push(part)
  }
  const take = (): Line => {
    const line =
      length > limit ? ({ wrong: 'too-long' } as const) : textOf(kept.length === 1 ? kept[0] : Buffer.concat(kept))
    kept = []
    length = 0
    const starts = isFirst && 'text' in line && line.text.startsWith('\ufeff')
    isFirst = false
    return starts ? { text: line.text.slice(1) } : line
  }
  return {
    chunk: (bytes) => {
      const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const lines: Line[] = []
      let from = 0
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
        add(chunk.subarray(from, end))
        lines.push(take())
        from = end + 1
      }
      if (from < chunk.length) add(chunk.subarray(from))
      return lines
    },
    flush: () => (length > 0 ? [take()] : []),
  }
}

function textOf(bytes: Buffer = Buffer.alloc(0)): Line {
  const text = bytes.toString('utf8')
  // What cannot be decoded turns into this mark; only then is it worth looking at the bytes.
  return text.includes('\ufffd') && !isUtf8(bytes) ? { wrong: 'not-utf8' } : { text }
}
