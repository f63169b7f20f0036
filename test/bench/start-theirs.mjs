// A first run of json-rules-engine in a fresh process on the same rules. Prints milliseconds of import, build and run.
import { readFileSync } from 'node:fs'

const { facts, omit } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const times = [performance.now()]
const { Engine } = await import('json-rules-engine')
const { law, sop, taobao } = await import('../../dist/rules.js')
times.push(performance.now())
const engine = new Engine()
for (const { id, conditions, event } of [...law, ...taobao, ...sop]) {
  if (conditions === undefined || omit.includes(id)) continue
  if (event !== undefined) engine.addRule({ name: id, conditions, event })
  else engine.setCondition(id.slice(id.lastIndexOf('/') + 1), 'fact' in conditions ? { all: [conditions] } : conditions)
}
times.push(performance.now())
const { results } = await engine.run(JSON.parse(facts))
times.push(performance.now())
if (results.length === 0) throw new Error('no rule holds')
console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])))
