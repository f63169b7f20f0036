// What `aftersale --help` prints.
// Promise: every command, option and exit code there is stands here, in both languages.
import type { Text } from '../engine/text.js'

export const HELP: Text = {
  zh: `aftersale：电商售后规则引擎。一个售后案件进，一个有据可查的处理结果出。

用法
  aftersale decide 案件.json [选项]     处理一个案件；文件写 - 时从标准输入读
  aftersale decide 文件或文件夹… [选项]   处理其中每个案件：.json 一个文件一件，.csv 一行一件
  aftersale test [文件或文件夹…] [选项]   运行案例文件；不写路径时运行随包的案例
  aftersale coverage [文件或文件夹…] [选项]  案例用到了每条规则的哪些地方，还缺哪些
  aftersale mutate [文件或文件夹…] [选项]    把每条规则改错一点点，看有没有案例发现
  aftersale generate 规则编号或问题 [选项]  打印一条规则的边界案例，或覆盖一个问题每个区域的最少案例，期望留空待填
  aftersale verify [选项]                 证明规则没有缺口、冲突、多余和断档；证不出的给出案情
  aftersale diff 旧 新 [选项]              两套规则的处理结果哪里不同；其余证明不变
  aftersale init 文件夹                   写一个可以照着改的规则文件夹；不覆盖已有的文件
  aftersale --help | --version

decide 的选项
  --json                  输出完整结果（JSON），不输出处理单；多个案件时一行一个
  --csv                   文件是 CSV 表格（.csv 不写也行），列名写事实，UTF-8 或 GBK
  --ignore-columns        不认识的列不算错，只提示
  --to-csv                输出 CSV 表格，可用 Excel 打开
  --ndjson                一行一个案件读进来，一行一个结果写出去；不写文件时读标准输入
  --threads 个数           几个线程处理 --ndjson；默认每个核一个
  --watch                 案件或规则有改动就重新处理，Ctrl-C 结束
  --explain buyer|shop    输出给买家的话，或给店铺的说明
  --presume               未写明的情况按通常情况处理，用到的前提逐条列出
  --floors advise|enforce 低于平台或法律底线时：提示（默认），或提高到底线
  --rules 文件夹           用这个文件夹里的规则代替随包规则
  --model 模型             案件属于哪个模型，见下文「模型」
  --lang zh|en            输出语言，默认 zh

test 的选项
  --rules 文件夹           同上；不写路径时运行其中 fixtures 里的案例（没有则运行随包案例）
  --model 模型             只运行这个模型的案例；不写时全部运行，各按自己的模型
  --reporter text|junit|json  输出格式，默认 text
  --watch                 案例或规则有改动就重新运行，Ctrl-C 结束
  --lang zh|en            输出语言，默认 zh

coverage、mutate、generate 的选项
  --rules 文件夹           同上；只看这个文件夹自己的规则
  --model 模型             看哪个模型的规则和案例
  --rule 规则编号          只改这一条（mutate）
  --write-fixtures 文件夹   每个案情写成一个案例文件（generate 问题）
  --reporter text|json    输出格式，默认 text（generate 除外）
  --lang zh|en            输出语言，默认 zh

verify 的选项
  --rules 文件夹           同上
  --model 模型             证哪个模型的规则
  --question 问题          只证这一个问题，写编号或中文名
  --write-fixtures 文件夹   把找到的案情写成案例，期望留空待填
  --reporter text|json|junit|sarif|github  输出格式，默认 text
  --lang zh|en            输出语言，默认 zh

diff 的选项（旧、新是规则文件夹或 git 版本）
  --rules 文件夹           git 版本里的规则文件夹，默认 rules
  --model 模型             比较哪个模型的规则
  --cases 文件             以往的案件（.ndjson 一行一件，或 .csv）：多少个结果改变，退款合计差多少元
  --expect-only 范围       问题（逗号隔开）或一个 JSON 条件；此外还有改变就算失败
  --markdown              输出 Markdown，可贴进合并请求
  --reporter text|json    输出格式，默认 text
  --lang zh|en            输出语言，默认 zh

模型
  after-sale      售后（不写 --model 时就是它）
  reviews         评价：怎么回应、给什么、何时前，恶意评价能否投诉
  complaints      维权：能否发起、期限、理由、谁处理、怎么申诉
  service-levels  服务水平：当天回复率、客服言行、店铺自己的承诺

规则文件夹
  其中（含子文件夹，fixtures 除外）的每个 .json 是一份规则、命名条件、参数或出处，或它们的列表。
  单独一份的，编号就是路径：shop/postage/a.json 里的编号是 shop/postage/a。
  层或平台的文件夹下以模型命名的文件夹，如 shop/reviews/、platform/taobao/complaints/，里面是那个模型的；其余是售后的。
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [规则编号], "settings": {设置: 值}}
                  不写 extends 就不带随包规则；另有 "reviews"、"complaints"、"service-levels"。
                  "model": 整个文件夹属于一个模型时写它，不写 --model 时就用它。
  facts.json      店铺自己的事实：{编号: 声明}；别的模型的写在 facts.reviews.json 这样的文件里，下面两个也一样
  accepted-findings.json  证明中看过并接受的发现：[{"finding": 编号, "region": 区域, "conditions": 只接受的部分, "reason": 原因, "author": 谁}]
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
  aftersale generate RULE_ID|QUESTION [options]  print boundary cases of one rule, or the fewest that reach every region
                                           of a question, expectations left to fill in
  aftersale verify [options]               prove that the rules leave no gap, conflict or waste; a case where they do
  aftersale diff OLD NEW [options]         what two sets of rules decide differently; that nothing else does is proved
  aftersale init DIR                       write a folder of rules to begin with; existing files are not written over
  aftersale --help | --version

Options of decide
  --json                  print the whole decision as JSON instead of the sheet; of several cases one a line
  --csv                   the file is a CSV table (.csv needs no saying): headings name facts; UTF-8 or GBK
  --ignore-columns        columns nobody knows are no error, only noted
  --to-csv                print a CSV table that a spreadsheet opens
  --ndjson                one case a line in, one decision a line out; standard input unless a file is named
  --threads N             how many threads decide for --ndjson; one a core by default
  --watch                 decide again when cases or rules change, until Ctrl-C
  --explain buyer|shop    print what to tell the buyer, or the explanation for the shop
  --presume               take unwritten circumstances as usual; every presumption that counted is listed
  --floors advise|enforce below a floor of platform or law: report it (default), or raise the answer to it
  --rules DIR             use the rules of this folder instead of the shipped ones
  --model MODEL           the model the cases are of, see "Models" below
  --lang zh|en            language of the output, zh by default

Options of test
  --rules DIR             as above; without paths the fixtures in DIR/fixtures are run, or else the shipped ones
  --model MODEL           run the fixtures of this model; otherwise all are run, each as its own model
  --reporter text|junit|json  text by default
  --watch                 run again when fixtures or rules change, until Ctrl-C
  --lang zh|en            language of the output, zh by default

Options of coverage, mutate and generate
  --rules DIR             as above; only the rules of the folder itself are looked at
  --model MODEL           whose rules and fixtures are looked at
  --rule RULE_ID          change this one only (mutate)
  --write-fixtures DIR    write each case to a fixture file of its own (generate QUESTION)
  --reporter text|json    text by default (not for generate)
  --lang zh|en            language of the output, zh by default

Options of verify
  --rules DIR             as above
  --model MODEL           whose rules are proved about
  --question QUESTION     prove about this question alone, by id or Chinese label
  --write-fixtures DIR    write the cases found as fixtures, expectations left to fill in
  --reporter text|json|junit|sarif|github  text by default
  --lang zh|en            language of the output, zh by default

Options of diff (OLD and NEW are folders of rules or git revisions)
  --rules DIR             the folder of rules within a git revision, rules by default
  --model MODEL           whose rules are compared
  --cases FILE            past cases (.ndjson, one a line, or .csv): how many come out otherwise, and the sum in yuan
  --expect-only WHAT      questions between commas, or a JSON condition; any other change fails
  --markdown              Markdown for a pull request
  --reporter text|json    text by default
  --lang zh|en            language of the output, zh by default

Models
  after-sale      after-sale cases (meant where --model is not written)
  reviews         reviews: how to answer, what to offer and by when, complaints about malicious ones
  complaints      rights complaints: who may raise one until when and why, who handles it, how to answer
  service-levels  service levels: the day's rate of replies, conduct, what the shop promises

A folder of rules
  Every .json below it (fixtures left out) is a rule, a named condition, a parameter or a source, or a list of them.
  The id of a single document is its path: shop/postage/a in shop/postage/a.json.
  A folder named after a model below that of a layer or platform, shop/reviews/ or platform/taobao/complaints/, is that
  model's; everything else is after-sale's.
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [rule ids], "settings": {setting: value}}
                  without extends the shipped rules stay out; there are also "reviews", "complaints", "service-levels".
                  "model": where the whole folder is of one model; meant where --model is not written.
  facts.json      facts of the shop's own: {id: declaration}; those of another model in facts.reviews.json and the like,
                  as are the two lists below
  accepted-findings.json  findings looked at and accepted: [{"finding": id, "region": mark, "conditions": the part meant, "reason": why, "author": who}]
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
