// Packs the built package, installs the tarball in an empty project and uses it there as a customer would: ES modules,
// CommonJS, TypeScript (node16 and bundler resolution), the command line; on this Node.js and on 22 and 24; with code
// generation from strings disallowed; with and without the optional peer. Any failure ends with exit code 1.
// Needs a finished build in dist/ and an npm registry.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectedRefund, sampleCase } from './sample-case.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
const peer = `json-rules-engine@${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies['json-rules-engine']}`
const otherNodes = ['22', '24']
const noEval = '--disallow-code-generation-from-strings'

const decideAndCheck = `
const decision = createDecider({ rules: sop }).decide(${JSON.stringify(sampleCase)})
const refund = decision.amount.refund.value
if (refund !== '${expectedRefund}') throw new Error('expected a refund of ${expectedRefund}, got ' + JSON.stringify(decision.amount))
if (Object.keys(engine).length === 0) throw new Error('aftersale/engine exports nothing')
`
// Every other model loads the rules that ship for it.
const models = [
  ['aftersale/reviews', 'createReviewDecider', 'reviewRules'],
  ['aftersale/complaints', 'createComplaintDecider', 'complaintRules'],
  ['aftersale/service-levels', 'createServiceLevelDecider', 'serviceLevelRules'],
]
const modelsCheck = models
  .map(
    ([, create, rules]) => `if (${create}({ rules: ${rules} }).ruleSet.length !== 64) throw new Error('${create}')\n`,
  )
  .join('')
const rulesNames = ['sop', ...models.map(([, , rules]) => rules)].join(', ')
const imports = (name, from) => `import { ${name} } from '${from}'\n`
const requires = (name, from) => `const { ${name} } = require('${from}')\n`
const modelsBy = (bring) => models.map(([from, create]) => bring(create, from)).join('')

// A folder as `aftersale init` writes it, read by a program: its own rule frees members of level three from the postage.
const shopCheck = `
const member = { ...${JSON.stringify(sampleCase)}, memberLevel: 3 }
const own = createDecider(readShop('my-shop')).safeDecide(member)
const { omit, settings, facts } = readShop('my-shop')
if (!own.ok || omit.length !== 1 || settings.afterSalePeriodDays !== 5 || !('memberLevel' in facts)) throw new Error('readShop: ' + JSON.stringify(own))
`

const bridgeCheck = `if (Object.keys(bridge).length === 0) throw new Error('aftersale/json-rules-engine exports nothing')
`

const files = {
  'package.json': JSON.stringify({ name: 'consumer', private: true, type: 'commonjs' }),
  'case.json': JSON.stringify(sampleCase),
  // Without the peer the three other entries work, and the bridge names what is missing, at load or on first use.
  'without-peer.mjs': `import { createDecider } from 'aftersale'
import { sop } from 'aftersale/rules'
import * as engine from 'aftersale/engine'
${decideAndCheck}
await import('aftersale/json-rules-engine').then(
  () => console.log('the bridge loads without its peer'),
  (error) => {
    if (!String(error.message).includes('json-rules-engine')) throw error
    console.log('without its peer the bridge says: ' + error.message)
  },
)
`,
  'esm.mjs': `import { createDecider } from 'aftersale'
${imports(rulesNames, 'aftersale/rules')}${modelsBy(imports)}import * as engine from 'aftersale/engine'
import * as bridge from 'aftersale/json-rules-engine'
import { readShop } from 'aftersale/shop'
${decideAndCheck}${bridgeCheck}${modelsCheck}${shopCheck}`,
  'cjs.cjs': `const { createDecider } = require('aftersale')
${requires(rulesNames, 'aftersale/rules')}${modelsBy(requires)}const engine = require('aftersale/engine')
const bridge = require('aftersale/json-rules-engine')
const { readShop } = require('aftersale/shop')
for (const name of ['case', 'rule', 'fixture']) {
  const schema = require('aftersale/' + name + '.schema.json')
  if (typeof schema !== 'object' || Object.keys(schema).length === 0) throw new Error(name + '.schema.json is empty')
}
${decideAndCheck}${bridgeCheck}${modelsCheck}${shopCheck}`,
  'typed.mts': typed(),
  'typed.cts': typed(),
}

// The same program for both module kinds. The marked line must be a type error, or the types are worth nothing.
function typed() {
  return `import { createDecider } from 'aftersale'
${imports(rulesNames, 'aftersale/rules')}${modelsBy(imports)}import * as engine from 'aftersale/engine'
import * as bridge from 'aftersale/json-rules-engine'
import { readShop, type Shop } from 'aftersale/shop'
export const ofFolder: Shop = readShop('my-shop')
export const byFolder: unknown = createDecider({ ...ofFolder, floors: 'enforce', settings: { rollover: 'statutory' } }).ruleSet
const decision = createDecider({ rules: sop }).decide(${JSON.stringify(sampleCase)})
export const refund: unknown = decision.amount.refund.value
export const modules: object[] = [engine, bridge]
${modelsCheck}// @ts-expect-error rules are documents, not a number
createDecider({ rules: 42 })
// @ts-expect-error a setting in words takes one of its words
createDecider({ rules: sop, settings: { rollover: 'always' } })
`
}

const compilers = [
  ['node16', ['--module', 'node16', '--moduleResolution', 'node16'], ['typed.mts', 'typed.cts']],
  ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler'], ['typed.mts']],
]

function run(title, command, parameters, cwd, accept = () => true) {
  const started = performance.now()
  const result = spawnSync(command, parameters, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (result.status === 0 && accept(result.stdout)) {
    console.log(`ok    ${title} (${seconds} s)`)
    return result.stdout
  }
  console.log(`FAIL  ${title} (${seconds} s): ${command} ${parameters.join(' ')}`)
  console.log([result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n'))
  throw new Error(`consumer check failed: ${title}`)
}

function runScripts(node, version, folder) {
  for (const script of ['esm.mjs', 'cjs.cjs']) {
    run(`Node ${version}: ${script}`, node, [script], folder)
    run(`Node ${version}: ${script}, no code from strings`, node, [noEval, script], folder)
  }
  const cli = join('node_modules', 'aftersale', 'dist', 'cli.js')
  run(`Node ${version}: command line`, node, [cli, 'decide', 'case.json', '--json'], folder, hasRefund)
}

// Where npx keeps another Node.js, fetched once; an answer from the wrong version is a failure.
function fetchNode(major, folder) {
  const question = 'process.versions.node + " " + process.execPath'
  const answer = run(
    `fetch Node ${major}`,
    'npx',
    ['--yes', '-p', `node@${major}`, 'node', '-p', question],
    folder,
    (text) => text.startsWith(`${major}.`),
  )
  const [version, ...path] = answer.trim().split(' ')
  return { version, node: path.join(' ') }
}

// Whether the command line's JSON output is one document that holds the expected refund.
function hasRefund(stdout) {
  try {
    return JSON.parse(stdout).amount.refund.value === expectedRefund
  } catch {
    return false
  }
}

if (!existsSync(join(root, 'dist', 'index.js'))) {
  console.error('dist/ holds no build: run `npm run build` first')
  process.exit(1)
}
const work = mkdtempSync(join(tmpdir(), 'aftersale-consumer-'))
const folder = join(work, 'project')
mkdirSync(folder)
try {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const packed = run('npm pack', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], root)
  const tarball = join(work, tarballName(JSON.parse(packed)))
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']

  run('install the tarball, no peer', 'npm', [...install, tarball], folder)
  run('use without the peer', process.execPath, ['without-peer.mjs'], folder)
  run('install the peer', 'npm', [...install, peer], folder)

  run('npx aftersale init', 'npx', ['--no-install', 'aftersale', 'init', 'my-shop'], folder)
  runScripts(process.execPath, process.versions.node, folder)
  run('npx aftersale decide', 'npx', ['--no-install', 'aftersale', 'decide', 'case.json'], folder, (text) =>
    text.includes(expectedRefund),
  )
  run('npx aftersale test, the shipped fixtures', 'npx', ['--no-install', 'aftersale', 'test'], folder)
  for (const [name, options, sources] of compilers) {
    const flags = ['--noEmit', '--strict', '--target', 'es2022', ...options]
    run(`TypeScript, ${name}`, process.execPath, [tsc, ...flags, ...sources], folder)
  }
  for (const major of otherNodes) {
    const { node, version } = fetchNode(major, folder)
    runScripts(node, version, folder)
  }
  console.log('consumers: all checks passed')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}

// npm before 12 prints a list of packed packages, npm 12 an object by package name.
function tarballName(packed) {
  const [first] = Object.values(packed)
  return first.filename
}
