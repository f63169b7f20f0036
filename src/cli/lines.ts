// Cuts a stream of bytes into batches of whole lines, and a batch into its lines.
// Promise: memory holds one chunk and one line, whatever the stream; a line over the limit is not kept, only seen to be
// too long.
import { Buffer, isUtf8 } from 'node:buffer'

const LINE_FEED = 10

export type Line = { readonly text: string } | { readonly wrong: 'too-long' | 'not-utf8' }

/** Whole lines, with the number of the first. Only the last batch of a stream may end without a line feed. */
export interface Batch {
  readonly bytes: Uint8Array
  readonly firstLine: number
  readonly lines: number
}

/** To be given chunks in order; `rest` is what stands after the last line feed. */
export interface BatchReader {
  readonly chunk: (bytes: Uint8Array) => Batch | undefined
  readonly rest: () => Batch | undefined
}

/** Cuts after line feeds. Of a line over `limit` bytes one byte more than the limit is kept. */
export function batchReader(limit: number): BatchReader {
  let kept: Buffer[] = []
  let length = 0
  let firstLine = 1
  const keep = (part: Buffer, most: number) => {
    const own = part.subarray(0, most)
    length += own.length
    kept.push(own)
  }
  const batch = (lines: number): Batch => {
    const taken = { bytes: Buffer.concat(kept), firstLine, lines }
    firstLine += lines
    kept = []
    length = 0
    return taken
  }
  return {
    chunk: (bytes) => {
      const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const first = chunk.indexOf(LINE_FEED)
      const end = chunk.lastIndexOf(LINE_FEED) + 1
      keep(first < 0 ? chunk : chunk.subarray(0, first), limit + 1 - length)
      if (first < 0) return undefined
      keep(chunk.subarray(first, end), end)
      const whole = batch(lineFeeds(chunk))
      keep(chunk.subarray(end), limit + 1)
      return whole
    },
    rest: () => (length === 0 ? undefined : batch(1)),
  }
}

function lineFeeds(bytes: Buffer): number {
  let found = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) found += 1
  return found
}

/** The lines of a batch, of at most `limit` bytes each. A byte order mark at the start of the stream is taken off. */
export function linesOf({ bytes, firstLine }: Batch, limit: number): Line[] {
  const batch = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lines: Line[] = []
  let from = 0
  while (from < batch.length) {
    const found = batch.indexOf(LINE_FEED, from)
    const end = found < 0 ? batch.length : found
    lines.push(end - from > limit ? { wrong: 'too-long' } : lineOf(batch.subarray(from, end)))
    from = end + 1
  }
  const [first] = lines
  if (firstLine === 1 && first !== undefined && 'text' in first && first.text.startsWith('\ufeff'))
    lines[0] = { text: first.text.slice(1) }
  return lines
}

function lineOf(bytes: Buffer): Line {
  const text = bytes.toString('utf8')
  // What cannot be decoded turns into this mark; only then is it worth looking at the bytes.
  return text.includes('\ufffd') && !isUtf8(bytes) ? { wrong: 'not-utf8' } : { text }
}
