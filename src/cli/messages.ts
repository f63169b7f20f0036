// The texts of the command line: what stands above a list of problems, and what is said of files and cases.
// Promise: each in both languages.
import type { Issue } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import type { Changes } from './watched-files.js'

export const USAGE: Text = { zh: '用法见 aftersale --help', en: 'see aftersale --help --lang en' }

/** A model that has nothing to tell a buyer, asked what to tell him. */
export function nothingToBuyer({ zh, en }: Text): Text {
  return {
    zh: `「${zh}」没有给买家的话；给店铺的说明用 --explain shop`,
    en: `"${en}" has nothing to tell a buyer; for the shop use --explain shop`,
  }
}

/** Stands above the sheet of a decision. */
export function sheetTitle({ zh, en }: Text): Text {
  return { zh: `${zh}处理单`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)} sheet` }
}

export const NO_CASE: Text = {
  zh: '要处理一个案件：aftersale decide 案件.json',
  en: 'name one case: aftersale decide CASE.json',
}
export const NO_CASES: Text = { zh: '没有找到案件（.json、.csv）', en: 'there are no cases (.json, .csv)' }
export const ONE_STREAM: Text = {
  zh: '--ndjson 只读一个文件或标准输入，不与 --csv、--watch 同用',
  en: '--ndjson reads one file or standard input, without --csv or --watch',
}
export const BAD_THREADS: Text = {
  zh: '--threads 后面写 1 到 999 的整数，与 --ndjson 同用',
  en: '--threads takes a whole number from 1 to 999 and goes with --ndjson',
}
export const NOT_INPUT: Text = { zh: '--watch 不能读标准输入', en: '--watch cannot read standard input' }
export const ONE_FORM: Text = {
  zh: '--json、--explain、--to-csv、--ndjson 只能用一个',
  en: 'use one of --json, --explain, --to-csv and --ndjson',
}
export const NO_FIXTURES: Text = { zh: '没有找到案例文件（.json）', en: 'there are no fixture files (.json)' }
export const NO_FIXTURES_YET: Text = {
  zh: '还没有案例：放在这个文件夹的 fixtures/ 里，或写在命令后面；随包的案例是随包规则的，没有用 extends 带进来就不运行',
  en: 'no cases yet: put them into fixtures/ of this folder, or name them after the command; the shipped ones are of the shipped rules, which `extends` does not bring in',
}

/** A spreadsheet given where fixtures belong. */
export const NOT_FIXTURES: Text = {
  zh: '案例文件是 JSON，要写期望；表格里的案件用 aftersale decide 处理',
  en: 'fixtures are JSON files that say what is expected; cases of a spreadsheet are decided by aftersale decide',
}

/** A fixture given where a case belongs. */
export const NOT_A_CASE: Text = {
  zh: '这是案例文件，不是案件：运行它用 aftersale test；要处理里面的案件，只留「案情」后面 { } 的那一段',
  en: 'this is a fixture and no case: run it with aftersale test; to decide a case of it, keep only the { } that stands behind 案情',
}

/** More than one case given where a file holds one. */
export const MANY_CASES: Text = {
  zh: '这里是一个列表；一个文件写一个案件，或一行一个案件存成 .ndjson，用 --ndjson 处理',
  en: 'this is a list; write one case per file, or one a line in an .ndjson file for --ndjson',
}
export const A_CASE_A_LINE: Text = {
  zh: '一行一个案件的文件要加 --ndjson：aftersale decide --ndjson 文件',
  en: 'a file of a case a line needs --ndjson: aftersale decide --ndjson FILE',
}

/** A folder of rules given where one of fixtures belongs. */
export function rulesFolder(folder: string): Text {
  const command = `aftersale test --rules ${folder}`
  return {
    zh: `这是规则文件夹；运行其中的案例：${command}`,
    en: `this is a folder of rules; run its cases: ${command}`,
  }
}

/** Fixtures of a shop, run with the rules that ship. */
export function withoutOwnRules(shop: string): Text {
  return {
    zh: `提示：这是规则文件夹 ${shop} 里的案例，用的却是随包规则；要用它自己的规则，加 --rules ${shop}`,
    en: `note: these are fixtures of the folder of rules ${shop}, run with the shipped rules; for its own add --rules ${shop}`,
  }
}

/** Stands where the decision of a case would, in a list of cases. */
export const HAS_PROBLEMS: Text = { zh: '有错，未处理', en: 'not decided: it has problems' }

/** Headings of what a written CSV file says beside the decision: file, number, row, problems. */
export const TO_CSV_LABELS = {
  zh: ['文件', '编号', '行', '问题'],
  en: ['file', 'id', 'row', 'problems'],
} as const satisfies Readonly<Record<keyof Text, readonly string[]>>

/** A row of a spreadsheet. */
export function rowOf(row: number): Text {
  return { zh: `第 ${row} 行`, en: `row ${row}` }
}

/** Below a list of cases. */
export function totalOf(decided: number, bad: number): Text {
  return { zh: `${decided} 个案件已处理，${bad} 个有错`, en: `${decided} decided, ${bad} with problems` }
}

/** Columns that `--ignore-columns` left out. */
export function unusedColumns(unknown: readonly Issue[]): Text {
  const names = unknown.map(({ found }) => found ?? '—')
  return { zh: `提示：没有用到的列：${names.join('、')}`, en: `note: columns not used: ${names.join(', ')}` }
}

/** How far a stream of lines is. */
export function progress(lines: number, bad: number, perSecond: number): Text {
  return {
    zh: `${lines} 行，${bad} 行有错，每秒 ${perSecond} 行`,
    en: `${lines} lines, ${bad} with problems, ${perSecond} a second`,
  }
}

const NAMED_AT_ONCE = 5

/** Which files changed: between two runs of a command that watches them. */
export function changesOf({ changed, added, removed }: Changes): Text {
  const said = (kind: Text, files: readonly string[], lang: keyof Text) => {
    if (files.length === 0) return []
    const more = files.length - NAMED_AT_ONCE
    const names = files.slice(0, NAMED_AT_ONCE).join(lang === 'zh' ? '、' : ', ')
    const rest = more <= 0 ? '' : lang === 'zh' ? ` 等 ${files.length} 个` : ` and ${more} more`
    return [`${kind[lang]} ${names}${rest}`]
  }
  const all = (lang: keyof Text) =>
    [
      ...said({ zh: '改动', en: 'changed:' }, changed, lang),
      ...said({ zh: '新增', en: 'new:' }, added, lang),
      ...said({ zh: '删除', en: 'gone:' }, removed, lang),
    ].join(lang === 'zh' ? '；' : '; ')
  const either = (lang: keyof Text) => `── ${all(lang)}`
  return { zh: either('zh'), en: either('en') }
}

export const NO_FOLDER: Text = {
  zh: '要写一个规则文件夹：aftersale init 文件夹',
  en: 'name one folder: aftersale init DIR',
}
export const ALREADY_THERE: Text = {
  zh: '已经存在，没有覆盖，也没有写其他文件；请换一个文件夹',
  en: 'it is there already; nothing was written, name another folder',
}

/** Of what lies among rules and is none. */
export const FIXTURE_AMONG_RULES: Text = {
  zh: '这是案例，不是规则；请移到规则文件夹的 fixtures/ 里',
  en: 'this is a fixture and no rule; move it below fixtures/ of the folder of rules',
}
export const CASE_AMONG_RULES: Text = {
  zh: '这是案件，不是规则；请移出规则文件夹，或写上期望做成案例，放到 fixtures/ 里',
  en: 'this is a case and no rule; move it out of the folder, or say what is expected and put it below fixtures/ as a fixture',
}

/** Of what lies among fixtures and is none. */
export const RULE_AMONG_FIXTURES: Text = {
  zh: '这是规则，不是案例；请移出 fixtures/，放到规则文件夹里编号所说的地方',
  en: 'this is a rule and no fixture; move it out of fixtures/ to where its id says in the folder of rules',
}

/** Of a folder fixtures were to be written into. */
export function amongRules(fixtures: string): Text {
  return {
    zh: `这里面的文件会被当作规则来读；案例请写到 ${fixtures}，或规则文件夹外面`,
    en: `files in here are read as rules; write fixtures to ${fixtures}, or outside the folder of rules`,
  }
}

/** Of a file that a command was to write. */
export const WRITTEN: Text = { zh: '已写出', en: 'written' }
export const STAYS: Text = {
  zh: '已经存在，没有覆盖；要重写就先移走它',
  en: 'it is there already and stays as it is; move it away to have it written anew',
}

/** What `init` wrote, and what to do next; `folder` as it is typed on a command line. */
export function initDone(files: readonly string[], folder: string): Text {
  const list = files.map((file) => `  ${file}\n`).join('')
  const next = `  npx aftersale test --rules ${folder}\n`
  return {
    zh: `写好了 ${files.length} 个文件：\n${list}下一步，运行其中的案例：\n${next}`,
    en: `${files.length} files are written:\n${list}Next, run their cases:\n${next}`,
  }
}

/** Above a list of problems. */
export function problemsFound(count: number): Text {
  return { zh: `有 ${count} 处需要改：`, en: count === 1 ? '1 problem:' : `${count} problems:` }
}

export function internalError(why: string): Text {
  return { zh: `程序内部错误，请反馈：${why}`, en: `internal error, please report it: ${why}` }
}
