// What is wrong with a call, as the issues it throws.
// Promise: anything thrown that is no error of ours goes on; a call that throws nothing has no issues.
import { AfterSaleError, type Issue } from '../../src/index.js'

export function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    call()
  } catch (error) {
    if (error instanceof AfterSaleError) return error.issues
    throw error
  }
  return []
}
