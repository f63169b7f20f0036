// The one case that the package checks decide: an ordinary no-reason return of a free-shipping order.
// Paid 88.00 with 8.00 of the shop's own postage in it, so 80.00 goes back to the buyer.
export const expectedRefund = '80.00'

export const sampleCase = {
  requested: 'return-and-refund',
  reason: 'no-reason',
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  freeShipping: true,
  paid: '88.00',
  outboundPostageCost: '8.00',
  signedAt: '2026-06-23 18:00',
  appliedAt: '2026-06-26 10:00',
  resaleable: true,
  accessoriesComplete: true,
  recordsComplete: true,
}
