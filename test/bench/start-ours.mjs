// A first decision of ours in a fresh process: import, load the shipped rules, decide. Prints milliseconds of each.
import { readFileSync } from 'node:fs'

const { json } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const times = [performance.now()]
const { createDecider } = await import('../../dist/index.js')
const { law, sop, taobao } = await import('../../dist/rules.js')
times.push(performance.now())
const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
times.push(performance.now())
const decision = decider.decide(JSON.parse(json))
times.push(performance.now())
if (decision.model !== 'after-sale') throw new Error('nothing was decided')
console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])))
