// Findings people have looked at and accept, with the reason, and what became of them since.
// Promise: an accepted finding is accepted for the region it had then; once the region is another it is stale.
import type { Condition } from '../engine/declaration.js'
import { beyondPacks } from './beyond.js'
import { NOTHING } from './diagram.js'
import type { Checked, Finding } from './finding.js'
import { FALSE } from './formula.js'
import { markOf } from './region.js'
import { conditionFormula, regionIn, type Subject } from './subject.js'
import type { Verified } from './verify.js'

export interface Accepted {
  /** Id of the finding. */
  readonly finding: string
  /** Mark of the region that is accepted; "-" for a finding that speaks of no region. */
  readonly region: string
  /** The part of the finding's region that is meant; all of it where unwritten. */
  readonly conditions?: Condition | undefined
  readonly reason: string
  readonly author: string
}

export interface Weighed {
  readonly checks: readonly Checked[]
  readonly accepted: readonly { readonly finding: Finding; readonly entries: readonly Accepted[] }[]
  /** Accepted findings that are no more, or whose region is another by now. */
  readonly stale: readonly { readonly entry: Accepted; readonly region: string | undefined }[]
}

/**
 * Holds findings against the list: those accepted are taken out, and their checks stand as proved but for them.
 * @param inherited accepted for packs that were brought in: takes out what they have by themselves, so that the list is about
 *   the rest; what of it is no more, or of another region, is nobody's fault
 */
export function weigh(
  verified: readonly Verified[],
  list: readonly Accepted[],
  inherited: readonly Accepted[] = [],
): Weighed {
  const accepted: { finding: Finding; entries: readonly Accepted[] }[] = []
  const stale: { entry: Accepted; region: string | undefined }[] = []
  const seen = new Set<string>()
  const checks = verified.flatMap((one) =>
    one.checks.map((check): Checked => {
      const { subject } = one
      const findings = check.findings.flatMap((found): readonly Finding[] => {
        const isOf = (entry: Accepted) => entry.finding === found.id
        const [mine, theirs] = [list.filter(isOf), inherited.filter(isOf)]
        if (mine.length === 0 && theirs.length > 0 && areMet(subject, found, theirs)) {
          accepted.push({ finding: found, entries: theirs })
          return []
        }
        const left = theirs.length > 0 ? beyondPacks(one, found) : found
        if (left === undefined) {
          accepted.push({ finding: found, entries: theirs })
          return []
        }
        if (mine.length === 0) return [left]
        seen.add(found.id)
        for (const entry of mine) {
          const region = partMark(subject, left, entry)
          if (region !== entry.region) stale.push({ entry, region })
        }
        if (!areMet(subject, left, mine)) return [left]
        accepted.push({ finding: left, entries: mine })
        return []
      })
      const verdict = findings.some((one) => one.verdict === 'refuted')
        ? 'refuted'
        : findings.length > 0
          ? 'unknown'
          : 'proved'
      return { ...check, findings, verdict }
    }),
  )
  const gone = list.filter((entry) => !seen.has(entry.finding)).map((entry) => ({ entry, region: undefined }))
  return { checks, accepted, stale: [...stale, ...gone] }
}

/** Whether each entry means what it did when it was accepted, and together they mean all there is. */
function areMet(subject: Subject, finding: Finding, entries: readonly Accepted[]): boolean {
  return (
    entries.every((entry) => partMark(subject, finding, entry) === entry.region) && isCovered(subject, finding, entries)
  )
}

/** Mark of the part of a finding's region that an entry means. */
function partMark(subject: Subject, { region, mark }: Finding, { conditions }: Accepted): string | undefined {
  if (region === undefined || conditions === undefined) return mark ?? '-'
  const part = partOf(subject, conditions)
  return part === undefined ? undefined : markOf(subject, subject.diagrams.both(region, part))
}

function partOf(subject: Subject, conditions: Condition) {
  return regionIn(subject, conditionFormula(subject.space, subject.rulings, conditions, () => FALSE) ?? FALSE)
}

/** Whether the accepted parts together are all there is. */
function isCovered(subject: Subject, { region }: Finding, entries: readonly Accepted[]): boolean {
  if (region === undefined || entries.some(({ conditions }) => conditions === undefined)) return true
  let left = region
  for (const { conditions } of entries) {
    const part = conditions === undefined ? undefined : partOf(subject, conditions)
    if (part !== undefined) left = subject.diagrams.minus(left, part)
  }
  return left === NOTHING
}
