// Dated numbers: which value holds from which day, each with its source.
// Promise: versions are ascending and of the declared kind; a day before the first, or after a null, has no version.
import { parseDay } from '../calendar.js'
import type { FactKind } from './declaration.js'
import type { ParameterDocument, SourceReference } from './document.js'
import { dateFact, windowOn } from './effective.js'
import { domainOf, parseLiteral } from './fact-value.js'
import { type Issue, issue } from './issue.js'
import type { Model } from './model.js'
import { contains, union, type ValueSet } from './value-set.js'

export interface ParameterVersion {
  /** Values of the date fact for which this version holds. */
  readonly window: ValueSet
  readonly value: number
  readonly from: string
  readonly source: SourceReference
}

export interface Parameter {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly kind: FactKind
  /** Column of the date that selects the version. */
  readonly by: number
  readonly versions: readonly ParameterVersion[]
  /** Values of the date fact for which there is a version. */
  readonly covered: ValueSet
}

const KINDS: Readonly<Record<ParameterDocument['kind'], FactKind>> = {
  integer: { kind: 'integer', min: -1_000_000_000, max: 1_000_000_000 },
  money: { kind: 'money' },
  rate: { kind: 'rate' },
  duration: { kind: 'duration', unit: 'day', max: 1_000_000_000 },
}

/** The last part of an id: the name that rules use. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

export function loadParameters(
  model: Model,
  documents: readonly ParameterDocument[],
  fileOf: ReadonlyMap<string, string>,
  broken: Set<string>,
  issues: Issue[],
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  for (const document of documents) {
    const report = (one: Issue) => issues.push({ ...one, file: fileOf.get(document.id) as string })
    const kind = KINDS[document.kind]
    const name = nameOf(document.id)
    if (parameters.has(name) || Object.hasOwn(model.declaration.settings ?? {}, name)) {
      report(
        issue('duplicate-id', ['id'], name, {
          zh: `参数名「${name}」重复`,
          en: `the parameter name "${name}" is used twice`,
        }),
      )
    }
    const by = dateFact(model, document.by, [], report)
    if (by === undefined) {
      broken.add(document.id)
      continue
    }
    const days = document.values.map(({ from }) => parseDay(from))
    const versions: ParameterVersion[] = []
    document.values.forEach(({ from, value, source }, i) => {
      const day = days[i]
      const next = days[i + 1]
      if (day === undefined || (i > 0 && day <= (days[i - 1] ?? 0))) {
        report(
          issue('bad-dates', ['values', i, 'from'], from, {
            zh: '起始日应存在且逐项递增',
            en: 'each day must exist and lie after the one before',
          }),
        )
        return
      }
      if (value === null) return
      const number = parseLiteral(kind, value)
      if (number === undefined || !contains(domainOf(kind, false), number)) {
        report(
          issue('wrong-type', ['values', i, 'value'], value, {
            zh: `「${value}」不是此类参数的值`,
            en: `${value} is no value of this kind`,
          }),
        )
        return
      }
      versions.push({
        window: windowOn(by, day, next === undefined ? undefined : next - 1),
        value: number,
        from,
        source,
      })
    })
    const covered = union(versions.map(({ window }) => window))
    parameters.set(name, { id: document.id, name, title: document.title, kind, by: by.index, versions, covered })
  }
  return parameters
}

/** Where versions of a parameter begin and end. */
export function boundsOf(versions: readonly ParameterVersion[]): number[] {
  return versions.flatMap(({ window }) => [window[0] as number, (window[1] as number) + 1])
}
