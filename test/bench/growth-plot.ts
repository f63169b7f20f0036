// Draws what decisions cost as rule sets grow.
// Promise: plain SVG that needs no script and no font of its own; both axes are logarithmic, so what grows with the number
// of rules is a straight line that rises.
import type { Growth } from './growth.js'
import { SETS } from './growth-rules.js'

const WIDTH = 420
const HEIGHT = 300
const LEFT = 56
const TOP = 34
const COLOURS = { shops: '#2563eb', table: '#059669', random: '#dc2626' } as const
const NAMES = { shops: 'many shops', table: 'one shop, a table', random: 'random' } as const

const log = Math.log10

function panel(title: string, key: 'matchNs' | 'decideNs', figures: readonly Growth[], x: number): string {
  const micros = figures.map((one) => one[key] / 1000)
  const low = Math.floor(log(Math.min(...micros)))
  const high = Math.ceil(log(Math.max(...micros)))
  const [inner, tall] = [WIDTH - LEFT - 20, HEIGHT - TOP - 40]
  const across = (rules: number) => (LEFT + ((log(rules) - 1) / 3) * inner).toFixed(1)
  const up = (value: number) => (TOP + tall - ((log(value) - low) / (high - low)) * tall).toFixed(1)
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i))
  const rows = ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${LEFT + inner}" y1="${up(tick)}" y2="${up(tick)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 6}" y="${Number(up(tick)) + 4}" text-anchor="end">${tick} µs</text>`,
  )
  const columns = [10, 100, 1_000, 10_000].map(
    (tick) =>
      `<text x="${across(tick)}" y="${TOP + tall + 18}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
  )
  const lines = SETS.map((set) => {
    const points = figures.filter((one) => one.set === set).map((one) => `${across(one.rules)},${up(one[key] / 1000)}`)
    const dots = points.map((point) => {
      const [cx, cy] = point.split(',')
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="${COLOURS[set]}"/>`
    })
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[set]}" stroke-width="2"/>${dots.join('')}`
  })
  const names = SETS.map(
    (set, i) => `<text x="${LEFT + 10}" y="${TOP + 14 + 16 * i}" fill="${COLOURS[set]}">${NAMES[set]}</text>`,
  )
  return [
    `<g transform="translate(${x} 0)">`,
    `<text x="${LEFT}" y="18" font-weight="bold">${title}</text>`,
    ...rows,
    ...columns,
    `<text x="${LEFT + inner / 2}" y="${HEIGHT - 4}" text-anchor="middle">rules</text>`,
    ...lines,
    ...names,
    '</g>',
  ].join('\n')
}

export function growthPlot(figures: readonly Growth[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>What a case costs with 30 to 10,000 rules</title>
<rect width="100%" height="100%" fill="#fff"/>
${panel('matching a complete case', 'matchNs', figures, 0)}
${panel('deciding a complete case', 'decideNs', figures, WIDTH)}
</svg>
`
}
