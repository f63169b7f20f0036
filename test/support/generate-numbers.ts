// The numbers generated rules compare with: a dated parameter, which may lack versions, and a setting, which may be unset.
// Promise: what nobody says comes with guesses on both sides of every value it is compared with.
import type { FactKind } from '../../src/engine/declaration.js'
import type { ParameterDocument } from '../../src/engine/document.js'
import type { Named } from './generate-condition.js'
import type { ModelSeed } from './model-seeds.js'
import { at, SOURCE } from './vocabulary.js'

export interface Numbers {
  readonly named: readonly Named[]
  readonly parameters: readonly ParameterDocument[]
  readonly settings: Readonly<Record<string, number>>
  readonly plain: Readonly<Record<string, number>>
  readonly settingKind: FactKind
  readonly unsaid: Readonly<Record<string, readonly number[]>>
}

/** A dated parameter, which may lack versions, and a setting, which may be unset. */
export function numbersFrom(seed: ModelSeed, integers: boolean, money: boolean, dates: readonly string[]): Numbers {
  const kindOf = (choice: number) =>
    at(
      [...(money ? (['money'] as const) : []), ...(integers ? (['integer'] as const) : []), 'duration' as const],
      choice,
    )
  const choices = { money: [1, 2.5], integer: [2, 4, 0], duration: [1, 45, 92] } as const
  const guesses = {
    money: [0, 1, 2, 2.5, 100],
    integer: [-1, 0, 1, 2, 3, 4, 5, 6],
    duration: [0, 1, 45, 92, 201],
  } as const
  const unsaid: Record<string, readonly number[]> = {}
  const named: Named[] = []
  const parameters: ParameterDocument[] = []
  if (seed.parameter !== undefined) {
    const { by, from, values } = seed.parameter
    const kind = kindOf(seed.parameter.kind)
    const days = at(
      [
        ['2020-01-01', '2024-03-01', '2024-06-01'],
        ['2024-03-01', '2024-04-15', '2024-06-01'],
      ],
      from,
    )
    const versions = values.map((value, i) => ({
      from: days[i] as string,
      value: value % 6 === 5 ? null : at(choices[kind], value),
      source: SOURCE,
    }))
    parameters.push({ id: 'parameters/limit', title: '限额', kind, by: at(['asOf', ...dates], by), values: versions })
    named.push({ name: 'limit', kind })
    unsaid.limit = guesses[kind]
  }
  const settingKind = kindOf(seed.setting?.kind ?? 0)
  const plain: Record<string, number> = {}
  if (seed.setting !== undefined) {
    named.push({ name: 'threshold', kind: settingKind })
    if (seed.setting.value % 4 === 3) unsaid.threshold = guesses[settingKind]
    else plain.threshold = at(choices[settingKind], seed.setting.value)
  }
  const kinds: Record<string, FactKind> = {
    money: { kind: 'money' },
    integer: { kind: 'integer', min: -10, max: 10 },
    duration: { kind: 'duration', unit: 'day', max: 1000 },
  }
  const settings = Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, settingKind === 'money' ? value * 100 : value]),
  )
  return { named, parameters, settings, plain, settingKind: kinds[settingKind] as FactKind, unsaid }
}
