// Texts the shop hands to a courier or writes into a register, each from one form.
// Promise: the forms are data; a report names what it still lacks.
import reports from '../../../rules/parameters/reports.json' with { type: 'json' }
import type { RuleReference } from '../../engine/answered.js'
import type { Text } from '../../engine/text.js'
import { type Filled, fillForm, type Slots } from './form.js'

export const reportMembers = {
  'courier-damage': { label: { zh: '快递破损报告', en: 'report of damage to the courier' } },
  'courier-loss': { label: { zh: '快递遗失报告', en: 'report of loss to the courier' } },
  'damage-entry': { label: { zh: '破损登记内容', en: 'entry in the damage register' } },
} as const satisfies Readonly<Record<string, { readonly label: Text }>>

/** A report to be handed in. */
export interface Report extends Filled {
  readonly report: string
  readonly label: Text
  readonly rules: readonly RuleReference[]
}

/** Writes the report of a member; nothing for a member that has no form. */
export function reportOf(member: string, rules: readonly RuleReference[], slots: Slots): Report[] {
  const form = reports.forms.find((one) => one.member === member)
  const declared: Readonly<Record<string, { readonly label: Text }>> = reportMembers
  const label = declared[member]?.label
  if (form === undefined || label === undefined) return []
  return [{ report: member, label, ...fillForm(form.form, slots), rules }]
}
