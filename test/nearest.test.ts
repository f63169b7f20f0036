// The accepted word that somebody most likely meant.
// Promise: slips are counted by hand; a word that is like none has none.
import { describe, expect, test } from 'vitest'
import { nearest } from '../src/engine/nearest.js'

describe('the nearest word', () => {
  test.each([
    ['one letter changed', 'refusd', ['accept', 'refuse'], 'refuse'],
    ['two letters that changed places are one slip, of two letters as well', '款退', ['换货', '退款'], '退款'],
    ['sooner one slip than two', 'form', ['farms', 'from'], 'from'],
    ['the only one that begins so', 'deduct', ['deductions', 'verdict'], 'deductions'],
    ['of what has parts one that begins so', 'tasks', ['tasksDone', 'tasks.call', 'tasks.weigh'], 'tasks.call'],
    ['half the letters differ', 'abcd', ['abxy'], 'abxy'],
  ])('%s', (_, found, accepted, meant) => expect(nearest(found, accepted)).toBe(meant))

  test.each([
    ['more than half the letters differ', 'abcd', ['axyz']],
    ['no letter is shared', 'x', ['y']],
    ['no letter is written', '', ['yes', 'no']],
    ['longer than any word', 'x'.repeat(61), ['x'.repeat(60)]],
    ['among more words than are searched', 'yess', Array.from({ length: 2001 }, () => 'yes')],
  ])('is none where %s', (_, found, accepted) => expect(nearest(found, accepted)).toBeUndefined())
})
