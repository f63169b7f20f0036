// The same decisions, to the byte, in every time zone and locale: .ci/run calls this file under three zones.
// Promise: sixty fixed cases, many of them around midnights here and there, come to one hash wherever they are decided.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hashText, zoneCases } from './support/zone-cases.js'

/**
 * SHA-256 of the decisions below. By nature it is computed once, and again whenever rules, model or decisions change on
 * purpose: it says nothing about whether they are right (the fixtures do), only that no zone or locale changes a byte.
 * A failure prints the actual value.
 */
const EXPECTED = '05fb9bdd2b51ea506244a380a1a0ca98d69a603a4aadd2ea21e97201dbe4a674'

const text = hashText()
const sha256 = (one: string) => createHash('sha256').update(one).digest('hex')

describe('time zones', () => {
  it('sixty decisions have the same bytes here as everywhere', () => {
    expect(zoneCases.length).toBeGreaterThanOrEqual(60)
    expect(sha256(text), `where the change is meant, EXPECTED is now ${sha256(text)}`).toBe(EXPECTED)
  })

  it('decisions change at midnight in Beijing and at no other', () => {
    const lines = text.split('\n')
    // Signed for on 23 June: day 7 is 30 June, whatever the clocks of New York (UTC-4) or UTC say.
    const verdictAt = (asOf: string) => {
      const place = zoneCases.findIndex((one) => one.asOf === asOf && one.signedAt === '2026-06-23 00:00')
      return JSON.parse(lines[place] as string).answers.verdict.value
    }
    expect(verdictAt('2026-06-30 23:59')).toBe('accept')
    expect(verdictAt('2026-07-01 00:00')).toBe('refuse')
    expect(verdictAt('2026-06-30T15:59:59Z')).toBe('accept')
    expect(verdictAt('2026-06-30T16:00:00Z')).toBe('refuse')
    expect(verdictAt('2026-06-30T11:59:59-04:00')).toBe('accept')
    expect(verdictAt('2026-06-30T12:00:00-04:00')).toBe('refuse')
  })

  it.each([
    ['Pacific/Kiritimati', 'ar_EG.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
    ['Asia/Shanghai', 'zh_CN.UTF-8'],
  ])('a process of its own in %s, locale %s, writes the same bytes', (zone, locale) => {
    const script = fileURLToPath(new URL('./support/zone-cases.ts', import.meta.url))
    const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, PRINT_ZONE_CASES: '1' }
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script], {
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    const [offset, ...lines] = printed.trimEnd().split('\n')
    expect(Number(offset)).toBe({ 'Pacific/Kiritimati': -840, 'America/St_Johns': 150, 'Asia/Shanghai': -480 }[zone])
    expect(sha256(lines.join('\n'))).toBe(sha256(text))
  })
})
