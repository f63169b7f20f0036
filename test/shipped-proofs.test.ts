// The shipped packs are proved whole: every finding is accepted with a reason, and no accepted one is stale.
import { expect, test } from 'vitest'
import { verifyCommand } from '../src/cli/verify.js'

test('nothing about the shipped rules is left unproved that nobody looked at', { timeout: 600_000 }, () => {
  const { code, out } = verifyCommand(['--reporter', 'json'], 'zh')
  const { checks, stale } = JSON.parse(out) as {
    readonly checks: readonly { readonly findings: readonly { readonly finding: string }[] }[]
    readonly stale: readonly unknown[]
  }
  expect(checks.flatMap(({ findings }) => findings.map(({ finding }) => finding))).toEqual([])
  expect(stale).toEqual([])
  expect(code).toBe(0)
})
