// Options whose values are named in Chinese as well as by their ids.
// Promise: the Chinese words are those of models, fixtures and sheets; a command sees ids alone.
import { domains, MODELS } from '../models/domains.js'
import { platforms } from '../models/reviews/terms.js'
import type { OptionRule } from './arguments.js'

export const MODEL: OptionRule = {
  type: 'string',
  among: MODELS,
  words: new Map(domains.map(({ model: { declaration } }) => [declaration.title.zh, declaration.id])),
}

export const PLATFORM_IDS = Object.keys(platforms) as (keyof typeof platforms)[]

export const PLATFORM: OptionRule = {
  type: 'string',
  among: PLATFORM_IDS,
  words: new Map(Object.entries(platforms).map(([id, { zh }]) => [zh, id])),
}

export const FLOORS: OptionRule = {
  type: 'string',
  among: ['advise', 'enforce'],
  words: new Map([
    ['提示', 'advise'],
    ['执行', 'enforce'],
  ]),
}

export const EXPLAIN: OptionRule = {
  type: 'string',
  among: ['buyer', 'shop'],
  words: new Map([
    ['买家', 'buyer'],
    ['店铺', 'shop'],
  ]),
}
