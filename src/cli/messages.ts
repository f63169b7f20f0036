// The texts of the command line: help, and what stands above a list of problems.
// Promise: every option and exit code there is stands in the help, in both languages.
import type { Issue } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import type { Changes } from './watched-files.js'

export const HELP: Text = {
  zh: `aftersale：电商售后规则引擎。一个售后案件进，一个有据可查的处理结果出。

用法
  aftersale decide 案件.json [选项]     处理一个案件；文件写 - 时从标准输入读
  aftersale decide 文件或文件夹… [选项]   处理其中每个案件：.json 一个文件一件，.csv 一行一件
  aftersale test [文件或文件夹…] [选项]   运行案例文件；不写路径时运行随包的案例
  aftersale coverage [文件或文件夹…] [选项]  案例用到了每条规则的哪些地方，还缺哪些
  aftersale mutate [文件或文件夹…] [选项]    把每条规则改错一点点，看有没有案例发现
  aftersale generate 规则编号 [选项]       为一条规则打印边界案例，期望留空待填
  aftersale init 文件夹                   写一个可以照着改的规则文件夹；不覆盖已有的文件
  aftersale --help | --version

decide 的选项
  --json                  输出完整结果（JSON），不输出处理单；多个案件时一行一个
  --csv                   文件是 CSV 表格（.csv 不写也行），列名写事实，UTF-8 或 GBK
  --ignore-columns        不认识的列不算错，只提示
  --to-csv                输出 CSV 表格，可用 Excel 打开
  --ndjson                一行一个案件读进来，一行一个结果写出去；不写文件时读标准输入
  --watch                 案件或规则有改动就重新处理，Ctrl-C 结束
  --explain buyer|shop    输出给买家的话，或给店铺的说明
  --presume               未写明的情况按通常情况处理，用到的前提逐条列出
  --floors advise|enforce 低于平台或法律底线时：提示（默认），或提高到底线
  --rules 文件夹           用这个文件夹里的规则代替随包规则
  --lang zh|en            输出语言，默认 zh

test 的选项
  --rules 文件夹           同上；不写路径时运行其中 fixtures 里的案例（没有则运行随包案例）
  --reporter text|junit|json  输出格式，默认 text
  --watch                 案例或规则有改动就重新运行，Ctrl-C 结束
  --lang zh|en            输出语言，默认 zh

coverage、mutate、generate 的选项
  --rules 文件夹           同上；只看这个文件夹自己的规则
  --rule 规则编号          只改这一条（mutate）
  --reporter text|json    输出格式，默认 text（generate 除外）
  --lang zh|en            输出语言，默认 zh

规则文件夹
  其中（含子文件夹，fixtures 除外）的每个 .json 是一份规则、命名条件、参数或出处，或它们的列表。
  单独一份的，编号就是路径：shop/postage/a.json 里的编号是 shop/postage/a。
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [规则编号], "settings": {设置: 值}}
                  不写 extends 就不带随包规则。
  facts.json      店铺自己的事实：{编号: 声明}
  accepted-mutants.json  无论如何都发现不了的改动：[{"rule": 编号, "mutant": 改动, "reason": 原因}]

退出码
  0   处理完成（可处理、需补充信息、需人工都是处理结果）；案例全部通过；文件夹写好了
  1   文件或案件有错；有案例不通过；有没用到的地方，或有没发现的改动；文件已经存在
  64  命令写法不对
  70  程序内部错误

English: aftersale --help --lang en
`,
  en: `aftersale: rules engine for after-sale cases. One case in, one explained decision out.

Usage
  aftersale decide CASE.json [options]     decide one case; - reads standard input
  aftersale decide FILES OR FOLDERS [options]  decide every case: one a .json file, one a row of a .csv file
  aftersale test [FILES OR FOLDERS] [options]  run fixtures; without paths those of the package
  aftersale coverage [FILES OR FOLDERS] [options]  what the fixtures try of each rule, and what is missing
  aftersale mutate [FILES OR FOLDERS] [options]    change each rule a little; which changes does no fixture notice?
  aftersale generate RULE_ID [options]     print boundary cases of one rule, expectations left to fill in
  aftersale init DIR                       write a folder of rules to begin with; existing files are not written over
  aftersale --help | --version

Options of decide
  --json                  print the whole decision as JSON instead of the sheet; of several cases one a line
  --csv                   the file is a CSV table (.csv needs no saying): headings name facts; UTF-8 or GBK
  --ignore-columns        columns nobody knows are no error, only noted
  --to-csv                print a CSV table that a spreadsheet opens
  --ndjson                one case a line in, one decision a line out; standard input unless a file is named
  --watch                 decide again when cases or rules change, until Ctrl-C
  --explain buyer|shop    print what to tell the buyer, or the explanation for the shop
  --presume               take unwritten circumstances as usual; every presumption that counted is listed
  --floors advise|enforce below a floor of platform or law: report it (default), or raise the answer to it
  --rules DIR             use the rules of this folder instead of the shipped ones
  --lang zh|en            language of the output, zh by default

Options of test
  --rules DIR             as above; without paths the fixtures in DIR/fixtures are run, or else the shipped ones
  --reporter text|junit|json  text by default
  --watch                 run again when fixtures or rules change, until Ctrl-C
  --lang zh|en            language of the output, zh by default

Options of coverage, mutate and generate
  --rules DIR             as above; only the rules of the folder itself are looked at
  --rule RULE_ID          change this one only (mutate)
  --reporter text|json    text by default (not for generate)
  --lang zh|en            language of the output, zh by default

A folder of rules
  Every .json below it (fixtures left out) is a rule, a named condition, a parameter or a source, or a list of them.
  The id of a single document is its path: shop/postage/a in shop/postage/a.json.
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [rule ids], "settings": {setting: value}}
                  without extends the shipped rules stay out.
  facts.json      facts of the shop's own: {id: declaration}
  accepted-mutants.json  changes nothing can notice: [{"rule": id, "mutant": the change, "reason": why}]

Exit codes
  0   decided (settled, more facts needed, and for a person are all decisions); all fixtures pass;
      the folder is written
  1   a file or case is wrong; a fixture fails; something is not covered, or a change survives;
      a file is there already
  64  wrong usage
  70  internal error
`,
}

export const USAGE: Text = { zh: '用法见 aftersale --help', en: 'see aftersale --help --lang en' }

export const SHEET_TITLE: Text = { zh: '售后处理单', en: 'After-sale sheet' }

export const NO_CASE: Text = {
  zh: '要处理一个案件：aftersale decide 案件.json',
  en: 'name one case: aftersale decide CASE.json',
}
export const NO_CASES: Text = { zh: '没有找到案件（.json、.csv）', en: 'there are no cases (.json, .csv)' }
export const ONE_STREAM: Text = {
  zh: '--ndjson 只读一个文件或标准输入，不与 --csv、--watch 同用',
  en: '--ndjson reads one file or standard input, without --csv or --watch',
}
export const NOT_INPUT: Text = { zh: '--watch 不能读标准输入', en: '--watch cannot read standard input' }
export const ONE_FORM: Text = {
  zh: '--json、--explain、--to-csv、--ndjson 只能用一个',
  en: 'use one of --json, --explain, --to-csv and --ndjson',
}
export const NO_FIXTURES: Text = { zh: '没有找到案例文件（.json）', en: 'there are no fixture files (.json)' }

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
