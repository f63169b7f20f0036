// The command line's help in Chinese.
// Promise: says what the help in English says, command by command.
import type { HelpParts } from './help-parts.js'

export const HELP_ZH: HelpParts = {
  title: 'aftersale：电商售后规则引擎。一个售后案件进，一个有据可查的处理结果出。',
  usage: '用法',
  more: `  aftersale 命令 --help                   只看一个命令的选项和退出码
  aftersale --help | --version`,
  optionsOf: (command, about) => `${command} 的选项${about}`,
  lang: '  --lang zh|en            输出语言，默认 zh',
  commands: {
    decide: {
      usage: `  aftersale decide 案件.json [选项]     处理一个案件；文件写 - 时从标准输入读
  aftersale decide 文件或文件夹… [选项]   处理其中每个案件：.json 一个文件一件，.csv 一行一件`,
      options: `  --json                  输出完整结果（JSON），不输出处理单；多个案件时一行一个
  --csv                   文件是 CSV 表格（.csv 不写也行），列名写事实，UTF-8 或 GBK
  --ignore-columns        不认识的列不算错，只提示
  --to-csv                输出 CSV 表格，可用 Excel 打开
  --ndjson                一行一个案件读进来，一行一个结果写出去；不写文件时读标准输入
  --threads 个数           几个线程处理 --ndjson；默认每个核一个
  --watch                 案件或规则有改动就重新处理，Ctrl-C 结束
  --explain buyer|shop    输出给买家的话，或给店铺的说明；也可写 买家、店铺
  --presume               未写明的情况按通常情况处理，用到的前提逐条列出
  --floors advise|enforce 低于平台或法律底线时：提示（默认），或提高到底线；也可写 提示、执行
  --rules 文件夹           用这个文件夹里的规则代替随包规则
  --model 模型             案件属于哪个模型（aftersale --help 的「模型」）`,
      done: '每个案件都处理了（可处理、需补充信息、需人工都是处理结果）',
      failed: '有文件、案件或行有错；别的照样处理',
    },
    day: {
      usage: '  aftersale day 对话文件 [选项]            一天的客服对话进，当天的服务日报出',
      about: '（.json 列表，.ndjson 一行一次对话，或 .csv 一行一条消息；前三个必写）',
      options: `  --day 日期               哪一天，如 2026-06-15
  --platform taobao|kuaishou|pinduoduo  哪个平台；也可写 淘宝、快手、拼多多
  --as-of 时间             以什么时间为准来判定，北京时间，如 "2026-06-17 12:00"
  --ignore-columns        .csv 里不认识的列不算错，只提示
  --json                  输出完整结果（JSON）：当天和每次对话的处理结果
  --rules 文件夹           用这个文件夹里的服务水平规则代替随包规则`,
      done: '日报写出来了，不论有没有超时',
      failed: '有对话读不懂',
    },
    test: {
      usage: '  aftersale test [文件或文件夹…] [选项]   运行案例文件；不写路径时运行随包的案例',
      options: `  --rules 文件夹           用这个文件夹里的规则；不写路径时运行其中 fixtures 里的案例（没有则运行随包案例）
  --model 模型             只运行这个模型的案例；不写时全部运行，各按自己的模型，文件夹里每个模型的规则都检查
  --reporter text|junit|json  输出格式，默认 text
  --watch                 案例或规则有改动就重新运行，Ctrl-C 结束`,
      done: '案例全部通过',
      failed: '有案例不通过或读不懂，或没有找到案例',
    },
    coverage: {
      usage: '  aftersale coverage [文件或文件夹…] [选项]  案例用到了每条规则的哪些地方，还缺哪些',
      options: `  --rules 文件夹           只看这个文件夹自己的规则
  --model 模型             看哪个模型的规则和案例
  --rule 规则编号          只看这一条
  --reporter text|json    输出格式，默认 text`,
      done: '规则的每个地方都有案例用到',
      failed: '有没用到的地方，或有案例不通过',
    },
    mutate: {
      usage: '  aftersale mutate [文件或文件夹…] [选项]    把每条规则改错一点点，看有没有案例发现',
      options: `  --rules 文件夹           只看这个文件夹自己的规则
  --model 模型             看哪个模型的规则和案例
  --rule 规则编号          只改这一条
  --reporter text|json    输出格式，默认 text`,
      done: '改动都有案例发现，或已写明接受',
      failed: '有没发现的改动，有案例不通过，或接受的改动已经不在',
    },
    generate: {
      usage:
        '  aftersale generate 规则编号或问题 [选项]  打印一条规则的边界案例，或覆盖一个问题每个区域的最少案例，期望留空待填',
      options: `  --rules 文件夹           只看这个文件夹自己的规则
  --model 模型             看哪个模型的规则
  --write-fixtures 文件夹   同时写成案例文件：规则写到 文件夹/规则编号.json，问题每个案情一个文件；不覆盖已有的文件`,
      done: '打印了案例；构造不出的写在标准错误里',
      failed: '没有这条规则或问题，或一个案例也构造不出',
    },
    verify: {
      usage: '  aftersale verify [选项]                 证明规则没有缺口、冲突、多余和断档；证不出的给出案情',
      options: `  --rules 文件夹           用这个文件夹里的规则代替随包规则
  --model 模型             证哪个模型的规则
  --question 问题          只证这一个问题，写编号或中文名
  --write-fixtures 文件夹   把找到的案情写成案例，期望留空待填；不覆盖已有的文件
  --reporter text|json|junit|sarif|github  输出格式，默认 text`,
      done: '全部证明，或发现都已写明接受',
      failed: '有不成立的、不能断定的，或接受的发现已经不在',
    },
    diff: {
      usage: '  aftersale diff 旧 新 [选项]              两套规则的处理结果哪里不同；其余证明不变',
      about: '（旧、新是规则文件夹或 git 版本）',
      options: `  --rules 文件夹           git 版本里的规则文件夹，默认 rules
  --model 模型             比较哪个模型的规则
  --cases 文件             以往的案件（.ndjson 一行一件，或 .csv）：多少个结果改变，金额合计差多少元
  --expect-only 范围       问题（逗号隔开）或一个 JSON 条件；此外还有改变就算失败
  --markdown              输出 Markdown，可贴进合并请求
  --reporter text|json    输出格式，默认 text`,
      done: '比较完了；有改变也是 0，除非写了 --expect-only；有旧案读不出来也是 0',
      failed: '有 --expect-only 之外的改变，或有不能断定的',
    },
    init: {
      usage: '  aftersale init 文件夹                   写一个可以照着改的规则文件夹；不覆盖已有的文件',
      options: '',
      done: '文件夹写好了',
      failed: '文件已经存在，什么也没写',
    },
  },
  models: `模型（--model 后面写编号，或 售后、评价、维权、服务水平）
  after-sale      售后（不写 --model 时就是它）
  reviews         评价：怎么回应、给什么、何时前，恶意评价能否投诉
  complaints      维权：能否发起、期限、理由、谁处理、怎么申诉
  service-levels  服务水平：当天回复率、客服言行、店铺自己的承诺`,
  folder: `规则文件夹
  其中（含子文件夹，fixtures 除外）的每个 .json 是一份规则、命名条件、参数或出处，或它们的列表。
  单独一份的，编号就是路径：shop/postage/a.json 里的编号是 shop/postage/a。
  层或平台的文件夹下以模型命名的文件夹，如 shop/reviews/、platform/taobao/complaints/，里面是那个模型的；其余是售后的。
  aftersale.json  {"extends": ["law", "taobao", "sop"], "omit": [规则编号], "settings": {设置: 值}}
                  不写 extends 就不带随包规则；另有 "reviews"、"complaints"、"service-levels"。
                  "model": 整个文件夹属于一个模型时写它，不写 --model 时就用它。
  facts.json      店铺自己的事实：{编号: 声明}；别的模型的写在 facts.reviews.json 这样的文件里，下面两个也一样
  accepted-findings.json  证明中看过并接受的发现：[{"finding": 编号, "region": 区域, "conditions": 只接受的部分, "reason": 原因, "author": 谁}]
  accepted-mutants.json  无论如何都发现不了的改动：[{"rule": 编号, "mutant": 改动, "reason": 原因}]`,
  exitCodes: '退出码',
  anyway: `  1   规则、案件或选项指的文件读不懂
  64  命令写法不对
  70  程序内部错误`,
  closing: 'English: aftersale --help --lang en',
  closingOfOne: '模型、规则文件夹和别的命令：aftersale --help',
}
