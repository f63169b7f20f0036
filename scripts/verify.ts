// `npm run verify`: proves what there is to prove of the shipped rules, model by model; words after it go to each.
// Promise: every model is proved, also after one that fails; the exit code tells whether all of them held.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { MODELS } from '../src/models/domains.js'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const codes = MODELS.map((model) => {
  console.log(`── ${model}`)
  const words = ['--import', 'tsx', main, 'verify', '--model', model, ...process.argv.slice(2)]
  return spawnSync(process.execPath, words, { stdio: 'inherit' }).status
})
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
