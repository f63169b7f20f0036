// Writes docs/words.md and its like for the other models: their Chinese words beside the ids that stand in rules.
// Promise: everything comes from the declarations, in their order; the same declarations give the same bytes.
import type { FactDeclaration, FactKind, ModelDeclaration, QuestionDeclaration } from '../src/engine/declaration.js'
import type { Text } from '../src/engine/text.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { refundActions, refundStates, tradeStates } from '../src/models/after-sale/terms.js'
import { cells, code } from './markdown.js'

type Labels = Readonly<Record<string, Text>>

const HEAD = `# 用词对照 · Words and ids

案情和案例里写中文，规则文件里写英文编号，两边都在这里。本页由 \`npm run generate\` 从声明生成，不要手改。

Cases and fixtures may use either; rules use the ids. Generated from the declarations by \`npm run generate\`.
`

const OTHERS = `评价、维权、服务水平各有自己的词：[评价](words-reviews.md)、[维权](words-complaints.md)、[服务水平](words-service-levels.md)。
`

/** The text of docs/words.md. */
export function wordsPage(): string {
  const { declaration } = afterSale
  return [
    HEAD,
    OTHERS,
    ...askedAndStated(declaration),
    labels('退款状态 · Refund states', refundStates),
    labels('交易状态 · Trade states', tradeStates),
    labels('退款操作 · Steps of a refund', refundActions),
    ...whoIsWho(declaration),
  ].join('\n')
}

/** The text of a page of words for another model, docs/words-reviews.md. */
export function modelWordsPage(declaration: ModelDeclaration): string {
  const { zh, en } = declaration.title
  const head = HEAD.replace('# 用词对照 · Words and ids', `# ${zh}的用词 · Words: ${en}`)
  return [head, ...askedAndStated(declaration), ...whoIsWho(declaration)].join('\n')
}

function askedAndStated({ facts, derived, computed, questions, settings }: ModelDeclaration): string[] {
  const set = Object.entries(settings ?? {})
  return [
    factSection(facts),
    section('推算出来的 · Worked out', '规则可以读，案情里不写。 Rules may read them; a case does not state them.', [
      '| 中文 | id | English | 值 · values |',
      '|---|---|---|---|',
      ...Object.entries({ ...derived, ...computed }).map(([id, fact]) =>
        cells(fact.label.zh, code(id), fact.label.en, kindWords(fact, isNone(fact))),
      ),
    ]),
    section('问题 · Questions', '规则回答的事，写在 `event.params` 里，也写在案例的「期望」里。', [
      '| 中文 | id | English | 阶段 · stage | 值 · values |',
      '|---|---|---|---|---|',
      ...Object.entries(questions).map(([id, question]) =>
        cells(question.label.zh, code(id), question.label.en, code(question.stage), answerWords(question)),
      ),
    ]),
    ...(set.length === 0
      ? []
      : [
          section('设置 · Settings', '写在 `aftersale.json` 的 `settings` 里，用 id。 Written by id in `settings`.', [
            '| 中文 | id | English | 怎么写 · how | 不写时 · unset |',
            '|---|---|---|---|---|',
            ...set.map(([id, setting]) =>
              cells(
                setting.label.zh,
                code(id),
                setting.label.en,
                settingWords(setting),
                'default' in setting
                  ? code(String(setting.default))
                  : '没有默认值，用到它的规则保持未定 · no default: rules that need it stay open',
              ),
            ),
          ]),
        ]),
  ]
}

/** Usual values have a column where the model has any. */
function factSection(facts: ModelDeclaration['facts']): string {
  const hasUsual = Object.values(facts).some(({ usual }) => usual !== undefined)
  const about = '每条事实：怎么写、有哪些值。「记录」在写明记录完整时可以不写：没写就是「否」或「无」，另有写明的除外。'
  return section('案情 · Facts', hasUsual ? `${about}${PRESUMED}` : about, [
    `| 中文 | id | English | 值 · values | |${hasUsual ? ' 通常 · usual |' : ''}`,
    `|---|---|---|---|---|${hasUsual ? '---|' : ''}`,
    ...Object.entries(facts).map(([id, fact]) =>
      cells(
        fact.label.zh,
        code(id),
        fact.label.en,
        kindWords(fact, isNone(fact)),
        unwritten(id, fact, facts),
        ...(hasUsual ? [usualWords(fact)] : []),
      ),
    ),
  ])
}

const PRESUMED = `

「通常」一列有值的，案情没写、又允许假定（\`presume: true\`、\`--presume\`、案例里的 \`"假定": true\`）时，就当作这个值；结果靠了它的，列在「前提」里。
Where the last column has a value, a case that does not say is taken to have it, only where presuming is allowed; what a decision relied on stands in \`presumed\`.`

function usualWords(fact: FactDeclaration): string {
  const { usual } = fact
  if (usual === undefined) return ''
  if (usual === 'none' && fact.none === true) return '无 `none`'
  if (typeof usual === 'boolean') return `${usual ? '是' : '否'} ${code(String(usual))}`
  const word = fact.kind === 'enum' ? fact.values[String(usual)]?.zh : undefined
  return word === undefined ? code(String(usual)) : `${word} ${code(String(usual))}`
}

/** Said of facts whose words alone mislead. */
const NOTES: Readonly<Record<string, string>> = {
  quantity: '只退其中几件；「无」和没写都是全部退 · some of the pieces alone: `none`, or unwritten, is all of them',
}

/** Whether a fact is a record, and what one is taken to be that is not written, where that is neither no nor none. */
function unwritten(id: string, { role, absent }: FactDeclaration, facts: ModelDeclaration['facts']): string {
  if (role !== 'record') return ''
  const note = NOTES[id]
  if (note !== undefined) return `记录 · record；${note}`
  if (absent === undefined || absent === false || absent === 'none') return '记录 · record'
  if (typeof absent !== 'object') return `记录，没写就是 ${code(String(absent))} · record, unwritten so`
  return `记录，没写就同「${facts[absent.fact]?.label.zh}」 · record, unwritten as ${code(absent.fact)}`
}

function whoIsWho({ layers, parties }: ModelDeclaration): string[] {
  return [
    labels('层 · Layers', Object.fromEntries(Object.entries(layers).map(([id, { label }]) => [id, label]))),
    labels('能问谁、谁来做 · Parties', parties),
  ]
}

function section(title: string, about: string, table: readonly string[]): string {
  return `## ${title}\n\n${about}\n\n${table.join('\n')}\n`
}

function labels(title: string, all: Labels): string {
  const rows = Object.entries(all).map(([id, { zh, en }]) => cells(zh, code(id), en))
  return `## ${title}\n\n${['| 中文 | id | English |', '|---|---|---|', ...rows].join('\n')}\n`
}

function valuesOf(values: Labels): string {
  return Object.entries(values)
    .map(([id, { zh }]) => `${zh} ${code(id)}`)
    .join('、')
}

function isNone(fact: object): boolean {
  return 'none' in fact && fact.none === true
}

function kindWords(kind: FactKind, none: boolean): string {
  const words: Readonly<Record<FactKind['kind'], string>> = {
    enum: kind.kind === 'enum' ? valuesOf(kind.values) : '',
    boolean: '是 `true`、否 `false`',
    integer: kind.kind === 'integer' ? `整数 ${kind.min} 至 ${kind.max} · integer` : '',
    money: '元 · yuan',
    rate: '比例 · share of one',
    date: '日期 · day',
    instant: '时间 · moment',
    duration: kind.kind === 'duration' ? `时长 · duration, ${kind.unit}` : '',
    text: '文字 · text',
  }
  return `${words[kind.kind]}${none ? '、无 `none`' : ''}`
}

function settingWords(kind: FactKind): string {
  if (kind.kind === 'rate')
    return '0 到 1 的数，最多四位小数，5% 写 `0.05` · a number from 0 to 1, four decimals at most'
  return kind.kind === 'integer' ? `整数 ${kind.min} 至 ${kind.max} · an integer` : kindWords(kind, false)
}

function answerWords(question: QuestionDeclaration): string {
  if (question.kind === 'choice') return valuesOf(question.values)
  if (question.kind === 'members' || question.kind === 'terms')
    return valuesOf(Object.fromEntries(Object.entries(question.members).map(([id, { label }]) => [id, label])))
  return question.kind === 'money' ? '元 · yuan' : (question.options ?? []).join('、')
}
