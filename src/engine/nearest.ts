// The accepted word that somebody most likely meant.
// Promise: a word that is like none comes to nothing; the time it takes is bounded.

/** Among more words than these none is sought, and for none longer than that. */
const MOST_WORDS = 2_000
const MOST_LETTERS = 60

/** The accepted word most like `found`, if one is like it at all. */
export function nearest(found: string, accepted: readonly string[]): string | undefined {
  if (accepted.length > MOST_WORDS || found.length > MOST_LETTERS) return undefined
  // Of what has parts one is meant: `tasks.call` where `tasks` stands. What begins so is meant where it is the only one.
  const longer = accepted.filter((word) => word.startsWith(found))
  let best = longer.length === 1 ? longer[0] : longer.find((word) => word.startsWith(`${found}.`))
  if (best !== undefined) return best
  // A word half of whose letters are right is at most twice as long: never more slips than letters.
  let fewest = found.length + 1
  for (const word of accepted) {
    // Words of which half the letters differ are alike, those that share none are not.
    const most = Math.min(Math.max(found.length, word.length) >> 1, fewest - 1)
    if (Math.abs(found.length - word.length) > most) continue
    const slips = slipsBetween(found, word)
    if (slips > most) continue
    best = word
    fewest = slips
  }
  return best
}

/** How many letters to change, add, leave out, or swap with the one beside, which is the commonest slip. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const beside = (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] : last[j]) as number
      const changed = (last[j - 1] as number) - Number(a[i - 1] === b[j - 1])
      row[j] = 1 + Math.min(last[j] as number, row[j - 1] as number, changed, beside)
    }
    before = last
    last = row
  }
  return last[b.length] as number
}
