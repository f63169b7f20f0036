// Empties dist/ before a build. The two tsup builds run side by side, so neither of them may do the emptying
// itself: the one that starts second would delete what the first has already written.
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
