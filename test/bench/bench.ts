// `npm run bench`: ours against others on the same rules. `-- --growth`: sets of 30 to 10,000 rules. `-- --start`: a fresh
// process to its first decision. `-- --replay CASES`: the command line on so many cases.
// Promise: SEED and ROUNDS of the environment are the only settings; figures are JSON lines on standard output.
import { benchContest } from './contest.js'
import { benchGrowth, benchLoad } from './growth.js'
import type { SetName } from './growth-rules.js'
import { benchReplay } from './replay.js'
import { sayMachine } from './report.js'
import { benchStart } from './start.js'

const SEED = Number(process.env.SEED ?? 20_260_628)
const ROUNDS = Number(process.env.ROUNDS ?? 15)

const [option, ...values] = process.argv.slice(2)
if (option === '--load') benchLoad(values[0] as SetName, Number(values[1]), SEED)
else {
  sayMachine(SEED)
  if (option === '--growth') benchGrowth(ROUNDS, SEED)
  else if (option === '--start') benchStart(ROUNDS, SEED)
  else if (option === '--replay') await benchReplay(Number(values[0] ?? 100_000), SEED)
  else await benchContest(ROUNDS, SEED)
}
