// The command line's help in English.
// Promise: says what the help in Chinese says, command by command.
import type { HelpParts } from './help-parts.js'

export const HELP_EN: HelpParts = {
  title: 'aftersale: rules engine for after-sale cases. One case in, one explained decision out.',
  usage: 'Usage',
  more: `  aftersale COMMAND --help                 options and exit codes of one command
  aftersale --help | --version`,
  optionsOf: (command, about) => `Options of ${command}${about}`,
  lang: '  --lang zh|en            language of the output, zh by default',
  commands: {
    decide: {
      usage: `  aftersale decide CASE.json [options]     decide one case; - reads standard input
  aftersale decide FILES OR FOLDERS [options]  decide every case: one a .json file, one a row of a .csv file`,
      options: `  --json                  print the whole decision as JSON instead of the sheet; of several cases one a line
  --csv                   the file is a CSV table (.csv needs no saying): headings name facts; UTF-8 or GBK
  --ignore-columns        columns nobody knows are no error, only noted
  --to-csv                print a CSV table that a spreadsheet opens
  --ndjson                one case a line in, one decision a line out; standard input unless a file is named
  --threads N             how many threads decide for --ndjson; one a core by default
  --watch                 decide again when cases or rules change, until Ctrl-C
  --explain buyer|shop    print what to tell the buyer, or the explanation for the shop; 买家 and 店铺 mean the same
  --presume               take unwritten circumstances as usual; every presumption that counted is listed
  --floors advise|enforce below a floor of platform or law: report it (default), or raise the answer to it; 提示 and 执行 mean the same
  --rules DIR             use the rules of this folder instead of the shipped ones
  --model MODEL           the model the cases are of ("Models" in aftersale --help)`,
      done: 'every case decided (settled, more facts needed, and for a person are all decisions)',
      failed: 'a file, case or line is wrong; the others are decided all the same',
    },
    day: {
      usage: "  aftersale day FILE [options]             a day's conversations in, the sheet of its service out",
      about: ' (a .json list, a conversation a line of .ndjson, a message a row of .csv; the first three are required)',
      options: `  --day DATE              which day, as 2026-06-15
  --platform taobao|kuaishou|pinduoduo  which platform; 淘宝, 快手 and 拼多多 mean the same
  --as-of TIME            the moment of judging in Beijing, as "2026-06-17 12:00"
  --ignore-columns        columns of a .csv nobody knows are no error, only noted
  --json                  print everything as JSON: what was decided of the day and of each conversation
  --rules DIR             use the service-level rules of this folder instead of the shipped ones`,
      done: 'the sheet is written, whatever it says',
      failed: 'a conversation cannot be read',
    },
    test: {
      usage: '  aftersale test [FILES OR FOLDERS] [options]  run fixtures; without paths those of the package',
      options: `  --rules DIR             use the rules of this folder; without paths the fixtures in DIR/fixtures are run, or else the shipped ones
  --model MODEL           run the fixtures of this model; otherwise all are run, each as its own model, and the rules of every
                          model in the folder are checked
  --reporter text|junit|json  text by default
  --watch                 run again when fixtures or rules change, until Ctrl-C`,
      done: 'all fixtures pass',
      failed: 'a fixture fails or cannot be read, or there are none',
    },
    coverage: {
      usage:
        '  aftersale coverage [FILES OR FOLDERS] [options]  what the fixtures try of each rule, and what is missing',
      options: `  --rules DIR             look at the rules of this folder itself alone
  --model MODEL           whose rules and fixtures are looked at
  --rule RULE_ID          look at this one only
  --reporter text|json    text by default`,
      done: 'the fixtures try everything in every rule',
      failed: 'something is not tried, or a fixture fails',
    },
    mutate: {
      usage:
        '  aftersale mutate [FILES OR FOLDERS] [options]    change each rule a little; which changes does no fixture notice?',
      options: `  --rules DIR             look at the rules of this folder itself alone
  --model MODEL           whose rules and fixtures are looked at
  --rule RULE_ID          change this one only
  --reporter text|json    text by default`,
      done: 'every change is noticed or accepted in writing',
      failed: 'a change survives, a fixture fails, or an accepted change is no longer there',
    },
    generate: {
      usage: `  aftersale generate RULE_ID|QUESTION [options]  print boundary cases of one rule, or the fewest that reach every region
                                           of a question, expectations left to fill in`,
      options: `  --rules DIR             look at the rules of this folder itself alone
  --model MODEL           whose rules are looked at
  --write-fixtures DIR    write the cases as fixtures as well: of a rule to DIR/RULE_ID.json, of a question each to a file
                          of its own; files that are there already stay`,
      done: 'cases are printed; those that could not be put together are named on standard error',
      failed: 'there is no such rule or question, or no case could be put together',
    },
    verify: {
      usage:
        '  aftersale verify [options]               prove that the rules leave no gap, conflict or waste; a case where they do',
      options: `  --rules DIR             use the rules of this folder instead of the shipped ones
  --model MODEL           whose rules are proved about
  --question QUESTION     prove about this question alone, by id or Chinese label
  --write-fixtures DIR    write the cases found as fixtures, expectations left to fill in; files that are there already stay
  --reporter text|json|junit|sarif|github  text by default`,
      done: 'everything is proved, or what was found is accepted in writing',
      failed: 'something does not hold or could not be decided, or an accepted finding is no longer there',
    },
    diff: {
      usage:
        '  aftersale diff OLD NEW [options]         what two sets of rules decide differently; that nothing else does is proved',
      about: ' (OLD and NEW are folders of rules or git revisions)',
      options: `  --rules DIR             the folder of rules within a git revision, rules by default
  --model MODEL           whose rules are compared
  --cases FILE            past cases (.ndjson, one a line, or .csv): how many come out otherwise, and the sums in yuan
  --expect-only WHAT      questions between commas, or a JSON condition; any other change fails
  --markdown              Markdown for a pull request
  --reporter text|json    text by default`,
      done: 'compared; changes are no failure unless --expect-only is given, nor is a past case that cannot be read',
      failed: 'a change beside --expect-only, or something that could not be decided',
    },
    init: {
      usage:
        '  aftersale init DIR                       write a folder of rules to begin with; existing files are not written over',
      options: '',
      done: 'the folder is written',
      failed: 'a file is there already; nothing is written',
    },
  },
  models: `Models (--model takes their Chinese names as well: 售后, 评价, 维权, 服务水平)
  after-sale      after-sale cases (meant where --model is not written)
  reviews         reviews: how to answer, what to offer and by when, complaints about malicious ones
  complaints      rights complaints: who may raise one until when and why, who handles it, how to answer
  service-levels  service levels: the day's rate of replies, conduct, what the shop promises`,
  folder: `A folder of rules
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
  accepted-mutants.json  changes nothing can notice: [{"rule": id, "mutant": the change, "reason": why}]`,
  exitCodes: 'Exit codes',
  anyway: `  1   rules, cases or a file an option names cannot be read
  64  wrong usage
  70  internal error`,
  closing: '中文：aftersale --help',
  closingOfOne: 'Models, folders of rules and the other commands: aftersale --help --lang en',
}
