// The texts of the command line: help, and what stands above a list of problems.
// Promise: every option and exit code there is stands in the help, in both languages.
import type { Text } from '../engine/text.js'

export const HELP: Text = {
  zh: `aftersale：电商售后规则引擎。一个售后案件进，一个有据可查的处理结果出。

用法
  aftersale decide 案件.json [选项]     处理一个案件；文件写 - 时从标准输入读
  aftersale test [文件或文件夹…] [选项]   运行案例文件；不写路径时运行随包的案例
  aftersale init 文件夹                   写一个可以照着改的规则文件夹；不覆盖已有的文件
  aftersale --help | --version

decide 的选项
  --json                  输出完整结果（JSON），不输出处理单
  --explain buyer|shop    输出给买家的话，或给店铺的说明
  --presume               未写明的情况按通常情况处理，用到的前提逐条列出
  --floors advise|enforce 低于平台或法律底线时：提示（默认），或提高到底线
  --rules 文件夹           用这个文件夹里的规则代替随包规则
  --lang zh|en            输出语言，默认 zh

test 的选项
  --rules 文件夹           同上；不写路径时运行其中 fixtures 里的案例（没有则运行随包案例）
  --reporter text|junit|json  输出格式，默认 text
  --lang zh|en            输出语言，默认 zh

规则文件夹
  其中（含子文件夹，fixtures 除外）的每个 .json 是一份规则、命名条件、参数或出处，或它们的列表。
  单独一份的，编号就是路径：shop/postage/a.json 里的编号是 shop/postage/a。
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [规则编号], "settings": {设置: 值}}
                  不写 extends 就不带随包规则。
  facts.json      店铺自己的事实：{编号: 声明}

退出码
  0   处理完成（可处理、需补充信息、需人工都是处理结果）；案例全部通过；文件夹写好了
  1   文件或案件有错；有案例不通过；文件已经存在
  64  命令写法不对
  70  程序内部错误

English: aftersale --help --lang en
`,
  en: `aftersale: rules engine for after-sale cases. One case in, one explained decision out.

Usage
  aftersale decide CASE.json [options]     decide one case; - reads standard input
  aftersale test [FILES OR FOLDERS] [options]  run fixtures; without paths those of the package
  aftersale init DIR                       write a folder of rules to begin with; existing files are not written over
  aftersale --help | --version

Options of decide
  --json                  print the whole decision as JSON instead of the sheet
  --explain buyer|shop    print what to tell the buyer, or the explanation for the shop
  --presume               take unwritten circumstances as usual; every presumption that counted is listed
  --floors advise|enforce below a floor of platform or law: report it (default), or raise the answer to it
  --rules DIR             use the rules of this folder instead of the shipped ones
  --lang zh|en            language of the output, zh by default

Options of test
  --rules DIR             as above; without paths the fixtures in DIR/fixtures are run, or else the shipped ones
  --reporter text|junit|json  text by default
  --lang zh|en            language of the output, zh by default

A folder of rules
  Every .json below it (fixtures left out) is a rule, a named condition, a parameter or a source, or a list of them.
  The id of a single document is its path: shop/postage/a in shop/postage/a.json.
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [rule ids], "settings": {setting: value}}
                  without extends the shipped rules stay out.
  facts.json      facts of the shop's own: {id: declaration}

Exit codes
  0   decided (settled, more facts needed, and for a person are all decisions); all fixtures pass;
      the folder is written
  1   a file or case is wrong; a fixture fails; a file is there already
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
export const JSON_OR_TEXT: Text = { zh: '--json 与 --explain 只能用一个', en: 'use either --json or --explain' }
export const NO_FIXTURES: Text = { zh: '没有找到案例文件（.json）', en: 'there are no fixture files (.json)' }

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
