// What a fixture file looks like: cases of one rule, or a story in steps, in Chinese words.
// Promise: shapes only; the words inside 案情, 期望 and 依据 are checked against the model when the fixture runs.
import * as z from 'zod/mini'
import type { Result } from '../engine/issue.js'
import { isObject } from '../engine/plain.js'
import { each, line, readShape } from '../engine/shape.js'

/** Facts of the case in Chinese or English words; in a step `null` takes a fact back. */
export type Circumstances = Readonly<Record<string, unknown>>
export type Expectations = Readonly<Record<string, unknown>>
/** Question → titles or ids of exactly the rules behind it, or 「穷尽」. */
export type Bases = Readonly<Record<string, string | readonly string[]>>

export interface FixtureCase {
  readonly 名称: string
  readonly 案情: Circumstances
  readonly 期望: Expectations
  readonly 依据?: Bases | undefined
  readonly 设置?: Readonly<Record<string, number | string>> | undefined
  readonly 假定?: boolean | undefined
  readonly 底线?: '提示' | '执行' | undefined
}

export interface RuleFixture {
  readonly 规则: string
  readonly 案例: readonly FixtureCase[]
}

export interface Step {
  readonly 发生: string
  readonly 案情?: Circumstances | undefined
  /** A refund action that moves the refund state on. */
  readonly 动作?: string | undefined
  readonly 期望: Expectations
  readonly 依据?: Bases | undefined
}

export interface Story {
  readonly 故事: string
  readonly 层: readonly string[]
  readonly 底线?: '提示' | '执行' | undefined
  readonly 假定?: boolean | undefined
  readonly 步骤: readonly Step[]
}

export type Fixture = RuleFixture | Story

const words = each(z.unknown())
const $schema = z.optional(z.string())
const bases = each(z.union([z.string(), z.array(z.string())]))
const floors = z.optional(z.enum(['提示', '执行']))

const fixtureCase = z.strictObject({
  名称: line(120),
  案情: words,
  期望: words,
  依据: z.optional(bases),
  设置: z.optional(each(z.union([z.number(), z.string()]))),
  假定: z.optional(z.boolean()),
  底线: floors,
})

const ruleFixture = z.strictObject({ $schema, 规则: line(200), 案例: z.array(fixtureCase).check(z.minLength(1)) })

const step = z.strictObject({
  发生: line(200),
  案情: z.optional(words),
  动作: z.optional(line(40)),
  期望: words,
  依据: z.optional(bases),
})

const story = z.strictObject({
  $schema,
  故事: line(200),
  层: z.array(line(40)).check(z.minLength(1)),
  底线: floors,
  假定: z.optional(z.boolean()),
  步骤: z.array(step).check(z.minLength(1)),
})

/** Reads a fixture file. It is a story when it says 故事. */
export function readFixture(input: unknown): Result<Fixture> {
  if (isObject(input) && '故事' in input) return readShape<Story>(story as z.ZodMiniType<Story>, input)
  return readShape<RuleFixture>(ruleFixture as z.ZodMiniType<RuleFixture>, input)
}
