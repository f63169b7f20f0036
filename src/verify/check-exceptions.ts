// Every exception bites: in some case both rules hold, and nothing else beats the one excepted.
// Promise: shown by a case that was decided.

import type { CompiledRule } from '../engine/load-rules.js'
import { NO, YES } from '../engine/matcher.js'
import { exists, finding } from './check-rules.js'
import { answersInCommon, beatersWithout } from './exceptions.js'
import { type Checked, type Finding, summed } from './finding.js'
import { all, not, some } from './formula.js'
import type { Subject } from './subject.js'

export function checkExceptions(subject: Subject, rules: readonly CompiledRule[]): Checked {
  const { answering, rulings } = subject
  const all_ = rulings.ruleSet.rules
  const indexOf = new Map(all_.map(({ id, index }) => [id, index]))
  const findings: Finding[] = []
  let claims = 0
  for (const rule of rules) {
    for (const id of rule.document.exceptionTo ?? []) {
      const excepted = all_[indexOf.get(id) as number]
      if (excepted === undefined) continue
      claims += 1
      const others = answersInCommon(rule, excepted).map((question) => beatersWithout(all_, rule, excepted, question))
      const bites = all([
        answering.reader.rule(rule),
        answering.reader.rule(excepted),
        some(others.map((beaters) => all(beaters.map((one) => not(answering.reader.rule(all_[one] as CompiledRule)))))),
      ])
      const shown = exists(
        subject,
        bites,
        ({ statuses }) =>
          [rule, excepted].every(({ index }) => statuses[index] === YES) &&
          others.some((beaters) => beaters.every((one) => statuses[one] === NO)),
      )
      if (shown === 'yes') continue
      const text = {
        zh: `作为「${excepted.title}」的例外从不起作用`,
        en: `never makes a difference as an exception to ${excepted.id}`,
      }
      findings.push(finding(subject, rule, 'exceptions-bite', shown, answering.reader.rule(rule), text, id))
    }
  }
  return summed('exceptions-bite', undefined, claims, findings)
}
