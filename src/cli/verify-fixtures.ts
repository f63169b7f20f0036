// The case of a finding as a fixture file: a story of one step, its expectation left to be written.
// Promise: `aftersale test` reads it, and turns it down until somebody says what is right.
import type { Model } from '../engine/model.js'
import type { Witness } from '../verify/decided-case.js'
import type { Finding } from '../verify/finding.js'
import type { NewFixture } from './write-fixtures.js'

/** The fixtures of those findings that have a case. */
export function fixturesFor(model: Model, findings: readonly Finding[]): NewFixture[] {
  return findings.flatMap((finding) => {
    const { text, witness } = finding
    return witness === undefined ? [] : [{ name: nameFor(finding), content: storyOf(model, text.zh, witness) }]
  })
}

/** A case as a story of its own, on all layers. */
export function storyOf({ declaration }: Model, text: string, witness: Witness): object {
  const title = text.slice(0, 200)
  return {
    故事: title,
    层: Object.values(declaration.layers).map(({ label }) => label.zh),
    步骤: [{ 发生: title, 案情: witness.case, 期望: {} }],
  }
}

/** An ASCII file name, the same for the same finding. */
function nameFor({ id, mark }: Finding): string {
  const words = id.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-|-$/g, '')
  return `${words.slice(0, 100)}${mark === undefined ? '' : `-${mark}`}.json`
}
