// The case of a finding as a fixture file: a story of one step, its expectation left to be written.
// Promise: `aftersale test` reads it, and turns it down until somebody says what is right.
import type { Finding } from '../verify/finding.js'

/** The fixture, where there is a case. */
export function fixtureFor({ text, witness }: Finding): object | undefined {
  if (witness === undefined) return undefined
  return {
    故事: text.zh.slice(0, 200),
    层: ['店铺', '平台', '法律'],
    步骤: [{ 发生: text.zh.slice(0, 200), 案情: witness.case, 期望: {} }],
  }
}

/** An ASCII file name, the same for the same finding. */
export function nameFor({ id, mark }: Finding): string {
  const words = id.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-|-$/g, '')
  return `${words.slice(0, 100)}${mark === undefined ? '' : `-${mark}`}.json`
}
