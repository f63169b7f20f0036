// How a benchmark speaks: figures as JSON lines on standard output, everything for people on standard error.
// Promise: every run names machine, versions and seed.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

export const say = (text: string) => process.stderr.write(`${text}\n`)

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

export function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

export function sayMachine(seed: number): void {
  say(`seed ${seed}; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.versions.node}`)
}
