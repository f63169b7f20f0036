// Starts a thread of the command line from its source: a thread does not inherit what lets its parent load TypeScript.
// The query names the worker: `worker.mjs?answer-worker`.
import { register } from 'tsx/esm/api'

register()
const worker = new URL(import.meta.url).search.slice(1)
const { default: work } = await import(`../src/cli/${worker}.ts`)
export default work
