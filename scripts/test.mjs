// Runs the test suite and ends with one plain line, 'N passed, N failed', counted from vitest's own JSON report.
// Arguments go on to vitest (`npm test -- test/money.test.ts`); `--long` turns on the long property runs.
// The exit code is vitest's. A failure outside any test (a file that does not load, a crash) counts as failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const wanted = process.argv.slice(2)
const long = wanted.includes('--long')
const passedOn = wanted.filter((argument) => argument !== '--long')

const folder = mkdtempSync(join(tmpdir(), 'aftersale-test-'))
const reportFile = join(folder, 'report.json')

try {
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...passedOn],
    { cwd: root, stdio: 'inherit', env: long ? { ...process.env, AFTERSALE_LONG: '1' } : process.env },
  )
  const code = run.status ?? 1
  const { passed, failed, skipped } = countTests(reportFile, code)
  if (skipped > 0) console.log(`${skipped} not run (skipped, todo or filtered out)`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = code
} finally {
  rmSync(folder, { recursive: true, force: true })
}

// Counts passed, failed and not-run tests. A non-zero exit never comes out as 'failed 0'.
function countTests(file, code) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log('vitest wrote no report: it stopped before the tests ended')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
  for (const one of unloaded) console.log(`did not load: ${one.name}`)
  const counted = report.numFailedTests + unloaded.length
  if (code !== 0 && counted === 0) console.log(`vitest ended with code ${code} although no test failed`)
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && counted === 0 ? 1 : counted,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
