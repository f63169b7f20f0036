// What a command that goes on for a while is given of the process: streams, a clock, the word that it is to end.
// Promise: commands touch nothing of the process but this; tests hand them one of their own.

export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>
  /** How many threads can work at the same time. */
  readonly cores: number
  /** Writes to standard output and waits while the reader is behind; false once nobody reads any more. */
  readonly print: (text: string | Uint8Array) => Promise<boolean>
  /** Writes to standard error. */
  readonly note: (text: string) => void
  /** Whether a person looks at standard error. */
  readonly isWatched: boolean
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** From now on Ctrl-C does not end the process: it is for the command to ask. A sleep ends with it. */
  readonly holdInterrupts: () => () => boolean
}

/** A command that goes on: gives its exit code when it is done. */
export type Ongoing = (terminal: Terminal) => Promise<number>
