// What to write instead where a text stops being JSON: the slips people and other tools make.
// Promise: always says what stands there; a replacement is named only where it is certain.
import { shown } from '../engine/issue.js'
import type { Text } from '../engine/text.js'

/** Where in the document the slip stands: in place of a value, of a key, or between them. */
export type Place = 'value' | 'key' | 'between'

const CHINESE_MARKS = '“”‘’「」『』，、；：｛｝［］【】（）。＂＇'
const UNSEEN = /^[\u00a0\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff]/
const COMMENT = /^(?:\/\/|\/\*|#)/
const WORD = /^[\p{L}_$][\p{L}\p{N}_$-]*/u
const LITERALS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['none', 'null'],
  ['nil', 'null'],
  ['null', 'null'],
  ['undefined', 'null'],
])

/** The hint for what stands at the slip; `before` is the character ahead of it. */
export function hintFor(rest: string, place: Place, before: string | undefined): Text {
  const char = rest[0] ?? ''
  if (CHINESE_MARKS.includes(char)) return said(`「${char}」请改用英文标点`, `"${char}" is not ASCII punctuation`)
  if (char === "'" || char === '`') return said('请用双引号', 'use double quotes')
  if (UNSEEN.test(rest)) {
    const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return said(`这里有一个看不见的字符 ${code}，请删去`, `there is an invisible character ${code} here; delete it`)
  }
  if (COMMENT.test(rest)) return said('JSON 里不能写注释，请删去', 'JSON has no comments; delete it')
  if (char === '=' && place === 'between') return said('「=」请改成英文冒号', 'write a colon for "="')
  if (char === ';' && place === 'between') return said('「;」请改成英文逗号', 'write a comma for ";"')
  if (char === ',') return said('多了一个逗号', 'there is a comma too many')
  return wordHint(rest, place, before) ?? said(`此处是「${excerpt(rest)}」`, `found "${excerpt(rest)}"`)
}

function wordHint(rest: string, place: Place, before: string | undefined): Text | undefined {
  const word = WORD.exec(rest)?.[0]
  if (word !== undefined && place === 'between' && before === '"')
    return said(
      `前面的文字到双引号就结束了，后面是「${shown(word)}」；文字里的双引号请写成 \\"`,
      `the text before ended at its quote, then comes "${shown(word)}"; a quote inside a text is written \\"`,
    )
  if (word !== undefined && place !== 'between') {
    const literal = place === 'value' ? LITERALS.get(word.toLowerCase()) : undefined
    if (literal === 'null')
      return said(`「${word}」不可用；不知道就不写这一项`, `"${word}" is not accepted; leave out what is not known`)
    if (literal !== undefined) return said(`「${word}」请写 ${literal}`, `write ${literal} for "${word}"`)
    if (word === 'NaN' || word === 'Infinity')
      return said(`「${word}」不是 JSON 的数字`, `"${word}" is no number in JSON`)
    return said(`「${shown(word)}」要放在英文双引号里`, `"${shown(word)}" belongs in double quotes`)
  }
  if (place === 'value' && /^\.\d/.test(rest)) return said('小数点前面要写 0', 'write a 0 before the decimal point')
  if (place === 'value' && /^\+\d/.test(rest)) return said('正数前面不写 +', 'a number takes no plus sign')
  if (place === 'between' && before === '0' && /^\d/.test(rest))
    return said('数字不能以 0 开头；编号请放在英文双引号里', 'no number begins with 0; put a code in double quotes')
  return undefined
}

/** A text that is never closed: often because the quote that should close it is a Chinese one. */
export function openText(text: string, otherwise: Text): Text {
  const mark = /[“”＂]/.exec(text)?.[0]
  if (mark === undefined) return otherwise
  return said(
    `${otherwise.zh}；里面的「${mark}」请改用英文双引号 "`,
    `${otherwise.en}; write " for the "${mark}" in it`,
  )
}

function excerpt(rest: string): string {
  return shown([...(/^\S+/.exec(rest)?.[0] ?? rest)].slice(0, 20).join(''))
}

function said(zh: string, en: string): Text {
  return { zh, en }
}
