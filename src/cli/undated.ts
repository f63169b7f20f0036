// Why a deadline has no day: it counts days that hang on holidays, and those of the year it falls into are not known.
// Promise: said only where nothing else is missing, that is where the case itself states the event it is counted from.
import type { Deadline, Decision, Domain, Row, Section } from '../domain/domain.js'
import { isObject } from '../engine/plain.js'
import type { Text } from '../engine/text.js'
import holidays from '../models/deadlines/holidays.json' with { type: 'json' }

const YEARS = holidays.years.map(({ year }) => year)
const [FIRST, LAST] = [Math.min(...YEARS), Math.max(...YEARS)]

const WHY: Text = {
  zh: `（只收录了 ${FIRST} 至 ${LAST} 年的节假日，算不出哪一天）`,
  en: ` (which day is not known: there are holidays for ${FIRST} to ${LAST} alone)`,
}

/** Titles of the section that has a row for every deadline, in their order. */
const TITLES = ['期限', 'Deadlines']

/** The domain with its reports saying why a deadline of this case has no day. */
export function sayingWhyUndated(domain: Domain, input: unknown): Domain {
  const { report, model } = domain
  const stated = (fact: string) => {
    const label = model.columnOf.get(fact)?.label.zh ?? fact
    const value = isObject(input) ? (input[fact] ?? input[label]) : undefined
    return typeof value === 'string' && value !== 'none' && value !== '无'
  }
  const isUndated = ({ until, term }: Deadline) =>
    until === undefined &&
    isObject(term) &&
    ('workingDays' in term || 'rollOver' in term) &&
    typeof term.after === 'string' &&
    stated(term.after)
  const told = ({ title, rows }: Section, { deadlines = [] }: Decision, why: string): Section => ({
    title,
    rows: rows.map((row, i): Row => {
      const due = TITLES.includes(title) ? deadlines[i] : undefined
      return due !== undefined && isUndated(due) ? { ...row, text: `${row.text}${why}` } : row
    }),
  })
  return {
    ...domain,
    report: {
      ...report,
      sections: (decision, lang, waitsFor) =>
        report.sections(decision, lang, waitsFor).map((section) => told(section, decision, WHY[lang])),
    },
  }
}
