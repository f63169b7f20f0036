// Starts a thread of the command line from its source: a thread does not inherit what lets its parent load TypeScript.
import { register } from 'tsx/esm/api'

register()
const { default: answer } = await import('../src/cli/answer-worker.ts')
export default answer
