// `npm run bench`: ours against others on the same rules. `-- --slice` takes the first catalogue rows, `-- --replay CASES`
// the command line on so many cases.
// Promise: SEED and ROUNDS of the environment are the only settings; figures are JSON lines on standard output.
import { benchContest } from './contest.js'
import { benchReplay } from './replay.js'
import { sayMachine } from './report.js'

const SEED = Number(process.env.SEED ?? 20_260_628)
const ROUNDS = Number(process.env.ROUNDS ?? 15)

const [option, value] = process.argv.slice(2)
sayMachine(SEED)
if (option === '--replay') await benchReplay(Number(value ?? 100_000), SEED)
else await benchContest(option === '--slice', ROUNDS, SEED)
