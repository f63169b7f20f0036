// What an after-sale decision shows beside its answers: sums, what is done next, tasks, deadlines, reports.
// Promise: from the decision and the model's labels alone, in the order a shop works through them.
import { deadlineRows, endWords } from '../../domain/deadline-rows.js'
import type { Language, ReportParts, Row, Section, WaitsFor } from '../../domain/domain.js'
import { row } from '../../domain/rows.js'
import { partyWords, yuan } from '../../domain/words.js'
import type { Text } from '../../engine/text.js'
import { amountRows } from './amount-rows.js'
import { deadlineText } from './deadline.js'
import type { AfterSaleBreach, Decision } from './decision.js'
import { afterSale } from './model.js'
import { nextRows } from './report-next.js'

const TITLES = {
  amounts: { zh: '金额', en: 'Amounts' },
  next: { zh: '处理', en: 'Handling' },
  tasks: { zh: '任务', en: 'Tasks' },
  deadlines: { zh: '期限', en: 'Deadlines' },
  reports: { zh: '报告', en: 'Reports' },
} as const satisfies Readonly<Record<string, Text>>

/** The sections of a report that are after-sale's own, and the questions they show. */
export const report: ReportParts = {
  // What rules conflict on is no task, remark or date: it stands among the answers, where every conflict is looked for.
  elsewhere: (group, status) =>
    status !== 'conflict' && ['tasks', 'remark', 'flag', 'deadlines', 'reports'].includes(group),
  sections: ownSections,
  cost: ({ difference }: AfterSaleBreach, lang) => {
    if (difference === undefined) return undefined
    return lang === 'zh' ? `买家少得 ${yuan(difference, lang)}` : `the buyer loses ${yuan(difference, lang)}`
  },
}

function ownSections(decision: Decision, lang: Language, waitsFor: WaitsFor): Section[] {
  const titled = (title: keyof typeof TITLES, rows: readonly Row[]): Section => ({ title: TITLES[title][lang], rows })
  return [
    titled('amounts', amountRows(decision, lang)),
    titled('next', nextRows(decision, lang, waitsFor)),
    titled('tasks', taskRows(decision, lang)),
    titled('deadlines', deadlineRows(decision, deadlineText, lang)),
    titled('reports', reportTextRows(decision, lang)),
  ]
}

/** A task and a deadline of one id are about one thing: the task says by when. */
function taskRows({ tasks, deadlines }: Decision, lang: Language): Row[] {
  return tasks.map(({ task, label, by, rules }) => {
    const due = deadlines.find(({ deadline }) => deadline === task)
    return row(
      label[lang],
      `${partyWords(afterSale, [by], lang)}${due === undefined ? '' : endWords(due, lang)}`,
      rules,
    )
  })
}

function reportTextRows({ reports }: Decision, lang: Language): Row[] {
  return reports.map(({ label, text, missing, rules }) => {
    const open =
      missing.length === 0
        ? ''
        : lang === 'zh'
          ? `（待填：${missing.join('、')}）`
          : ` (to be filled in: ${missing.join(', ')})`
    return row(label[lang], `${text}${open}`, rules)
  })
}
