// Starts a thread of the command line from its source: a thread does not inherit what lets its parent load TypeScript.
// Its only argument names the worker, as `answer-worker`: a query is lost where the parent loads TypeScript too.
import { register } from 'tsx/esm/api'

register()
const { default: work } = await import(`../src/cli/${process.argv.at(-1)}.ts`)
export default work
