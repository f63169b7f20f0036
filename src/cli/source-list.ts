// `sources.json`: a list of the documents that rules cite. What of it is no such list, in its own words.
// Promise: an entry is told to be no source before anything else is made of it, each under its place in the list.
import { notAmong } from '../engine/issue.js'
import { isObject } from '../engine/plain.js'
import { type Problem, problem } from './problem.js'

export const SOURCES_FILE = 'sources.json'

/** What keeps a list of sources from being read as one: no list, no entries of sources, an id that comes twice. */
export function strangeSources(file: string, json: unknown): Problem[] {
  if (!Array.isArray(json)) return [problem(file, NO_LIST)]
  const ids = json.map((entry: unknown) => (isObject(entry) ? entry.id : undefined))
  return json.flatMap((entry: unknown, i): Problem[] => {
    const at = `${file}[${i}]`
    if (!isObject(entry)) return [problem(at, NO_SOURCE)]
    if (!Object.hasOwn(entry, 'checked')) return [unchecked(at, entry)]
    const isTwice = typeof entry.id === 'string' && ids.indexOf(entry.id) < i
    return isTwice ? [problem(at, twice(String(entry.id)), 'id')] : []
  })
}

const NO_LIST = {
  zh: '这里应是出处的列表：[ { "id": …, "name": …, "checked": … } ]',
  en: 'a list of sources is expected: [ { "id": …, "name": …, "checked": … } ]',
}

const NO_SOURCE = {
  zh: '这里应是一份出处：{ "id": …, "name": …, "checked": … }',
  en: 'a source is expected: { "id": …, "name": …, "checked": … }',
}

function unchecked(at: string, entry: object): Problem {
  const known = ['$schema', 'id', 'name', 'checked', 'address', 'note']
  const near = Object.keys(entry).find((key) => {
    const { nearest } = notAmong('unknown-key', [], key, known, NO_SOURCE)
    return !known.includes(key) && nearest === 'checked'
  })
  const [zh, en] = near === undefined ? ['', ''] : [`；写成了「${near}」`, `; it says "${near}"`]
  return problem(at, {
    zh: `这份出处缺少「checked」：最近一次核对的日期${zh}`,
    en: `this source lacks "checked", the day it was last looked at${en}`,
  })
}

function twice(id: string) {
  return {
    zh: `出处「${id}」在这个列表里写了两次；留一份，或换一个编号`,
    en: `the source "${id}" stands twice in this list; keep one, or give it another id`,
  }
}
