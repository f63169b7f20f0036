// The words of the service-levels model: what conversations are about, who acts.
// Promise: ids are English, labels are unique within a list.
import type { Text } from '../../engine/text.js'

export const abouts = {
  'return-or-exchange': { zh: '退换货', en: 'return or exchange' },
  logistics: { zh: '物流', en: 'logistics' },
  other: { zh: '其他', en: 'something else' },
} as const satisfies Readonly<Record<string, Text>>

export const parties = {
  shop: { zh: '店铺', en: 'shop' },
  warehouse: { zh: '仓库', en: 'warehouse' },
  platform: { zh: '平台', en: 'platform' },
} as const satisfies Readonly<Record<string, Text>>
