// Bundles the built library for browsers, serves it under a content security policy that allows no inline script and
// no eval, opens it in headless Chromium (in a far time zone) and checks the decision on the page.
// Needs a finished build in dist/ and Chromium: at /usr/bin/chromium, or where CHROMIUM_PATH says.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { expectedRefund, sampleCase } from './sample-case.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const program = `
import { createDecider } from './dist/index.js'
import { sop } from './dist/rules.js'
const out = document.getElementById('out')
let reports = 0
document.addEventListener('securitypolicyviolation', () => { reports += 1 })
try {
  const decision = createDecider({ rules: sop }).decide(${JSON.stringify(sampleCase)})
  setTimeout(() => { out.textContent = JSON.stringify({ refund: decision.amount.refund.value, reports }) }, 50)
} catch (error) {
  out.textContent = JSON.stringify({ error: String(error && error.stack) })
}
`
const page =
  '<!doctype html><meta charset="utf-8"><title>aftersale</title><pre id="out"></pre><script src="/app.js"></script>'
const policy = "default-src 'none'; script-src 'self'"

function fail(message) {
  console.error(`browser check failed: ${message}`)
  process.exitCode = 1
}

async function bundle() {
  const result = await build({
    stdin: { contents: program, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  })
  return result.outputFiles[0].contents
}

function serve(script) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/app.js'
    const found = isScript || request.url === '/'
    response.writeHead(found ? 200 : 404, {
      'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    response.end(isScript ? script : found ? page : '')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

// Reads the page until it says something; polled, because the strict policy forbids the driver's own waiting script.
async function readOutput(tab) {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await tab.locator('#out').textContent()
    if (text) return JSON.parse(text)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the page said nothing within ten seconds')
}

async function check() {
  const script = await bundle()
  const server = await serve(script)
  const browser = await chromium.launch({ executablePath, headless: true, args: flags.split(' ') })
  try {
    const tab = await browser.newPage({ timezoneId: 'America/New_York' })
    const problems = []
    tab.on('pageerror', (error) => problems.push(error.message))
    await tab.goto(`http://127.0.0.1:${server.address().port}/`)
    const output = await readOutput(tab)
    if (output.error) return fail(output.error)
    if (problems.length > 0) return fail(problems.join('\n'))
    if (output.refund !== expectedRefund) return fail(`expected ${expectedRefund}, got ${output.refund}`)
    console.log(
      `browser: Chromium ${browser.version()} decides ${output.refund} under "${policy}", ` +
        `${Math.round(script.length / 1024)} kB of script, ${output.reports} policy report(s)`,
    )
  } finally {
    await browser.close()
    server.close()
  }
}

if (!existsSync(`${root}/dist/index.js`)) fail('dist/ holds no build: run `npm run build` first')
else if (!existsSync(executablePath)) fail(`no Chromium at ${executablePath}: install it, or set CHROMIUM_PATH`)
else await check()
