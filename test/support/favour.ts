// How good an answer is for the buyer, reckoned from the words of the design and apart from the code under test.
// Promise: whole fen, half up; every fact of the world has a value.
import { afterSale } from '../../src/index.js'
import type { World } from './generate-after-sale.js'
import { fenOf } from './said.js'

/** Answers of one value each, from worst to best for the buyer: what a floor is measured by. */
export const CHAINS: Readonly<Record<string, readonly unknown[]>> = {
  verdict: ['refuse', 'offer', 'accept'],
  outboundPostage: ['buyer', 'split', 'seller'],
  returnPostage: ['buyer', 'split', 'seller'],
  reshipPostage: ['buyer', 'split', 'seller'],
  burdenOfProof: ['buyer', 'seller'],
  refundMeans: ['other', 'original'],
  ...Object.fromEntries(
    Object.keys(afterSale.declaration.questions.deductions.members).map((id) => [`deductions.${id}`, [true, false]]),
  ),
}

function fen(world: World, fact: string): number {
  return world[fact] === 'none' ? 0 : fenOf(String(world[fact]))
}

/** What a refund base comes to before deductions. */
export function baseOf(base: string, world: World): number {
  const bought = Number(world.quantityBought)
  const returned = world.quantity === 'none' ? bought : Math.min(Number(world.quantity), bought)
  const part = (whole: number) => Math.floor((2 * whole * returned + bought) / (2 * bought))
  if (base === 'share') return part(fen(world, 'paid'))
  if (base === 'goods') return part(Math.max(0, fen(world, 'paid') - fen(world, 'postagePaid')))
  const facts: Readonly<Record<string, string>> = {
    full: 'paid',
    'item-prices': 'purchasePrice',
    difference: 'negotiatedAmount',
    'postage-only': 'postagePaid',
  }
  return base === 'none' ? 0 : fen(world, facts[base] as string)
}

interface Part {
  readonly of: string
  readonly rate?: number
  readonly times?: number
}

/** What a term of damages comes to. */
export function damagesOf(term: object, world: World): number {
  const {
    least = 0,
    most = Number.POSITIVE_INFINITY,
    upTo,
    ...part
  } = term as Part & {
    readonly least?: number
    readonly most?: number
    readonly upTo?: Part
  }
  const own = partOf(part, world)
  const limited = upTo === undefined ? own : Math.min(own, partOf(upTo, world))
  return Math.min(most * 100, Math.max(least * 100, limited))
}

function partOf({ of, rate, times }: Part, world: World): number {
  const tenThousandths = times === undefined ? Math.round((rate as number) * 10_000) : times * 10_000
  return Math.floor((fen(world, of) * tenThousandths + 5000) / 10_000)
}
