// Money as integer fen.
// Promises: every amount is exact, every rounding is half up to the fen, and nothing but the strict written form is
// read as an amount. Amounts lie between 0 and 10^12 fen (ten thousand million yuan).

const YUAN_FORM = /^(0|[1-9]\d{0,9})(?:\.(\d{1,2}))?$/

/**
 * Reads an amount of yuan, `88`, `88.5` or `88.00`, as integer fen. At most ten digits of yuan and two decimals; no sign,
 * blank, separator, exponent or leading zero. Anything else gives undefined.
 */
export function parseYuan(text: string): number | undefined {
  const parts = YUAN_FORM.exec(text)
  if (parts === null) return undefined
  // Whole yuan and fen are integers on their own, so no binary fraction ever enters.
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** Writes fen as yuan with two decimals, `80.00`; a negative amount (a difference) with `-`. */
export function formatYuan(fen: number): string {
  const size = Math.abs(fen)
  const cents = size % 100
  return `${fen < 0 ? '-' : ''}${(size - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`
}

/**
 * `fen` × `part` ÷ `whole`, rounded half up to the fen: two pieces of three of 100.00 yuan are 66.67.
 * All three are safe integers, `fen` and `part` not negative, `whole` above 0; otherwise, or where the result is no safe
 * integer, it throws a RangeError, since only a mistake in the program can ask for that.
 */
export function shareOf(fen: number, part: number, whole: number): number {
  if (!isCount(fen) || !isCount(part) || !isCount(whole) || whole === 0) {
    throw new RangeError(`no share of ${fen} fen by ${part} of ${whole}`)
  }
  // Twice the amount and a half, cut off: exact in whole numbers, in those of any size where the product is no safe integer.
  const twice = 2 * fen * part + whole
  if (Number.isSafeInteger(twice)) return (twice - (twice % (2 * whole))) / (2 * whole)
  const share = Number((2n * BigInt(fen) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)))
  if (!Number.isSafeInteger(share)) throw new RangeError(`the share of ${fen} fen by ${part} of ${whole} is too large`)
  return share
}

/** `fen` × a rate in ten-thousandths (5 % is 500), rounded half up to the fen. Errors as for `shareOf`. */
export function rateOf(fen: number, rate: number): number {
  return shareOf(fen, rate, 10_000)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
