// What the slots of remarks and reports are filled from: texts of the case, and a few facts put into words.
// Promise: a slot is filled only from what the case says; money is written without needless zeros.
import { dayOf, monthDay } from '../../calendar.js'
import type { Evaluation } from '../../engine/evaluate.js'
import type { Reading } from '../../engine/read-case.js'
import { formatYuan } from '../../money.js'
import type { Slots } from './form.js'
import { afterSale } from './model.js'
import { contactDated } from './review-contact.js'

const { facts } = afterSale.declaration

/** Words of the damage register for what the courier confirmed. */
const PARCEL_STATES: Readonly<Record<string, string>> = { damaged: '破损', lost: '遗失' }

/** The slots of one case. `{M-D}` is the Beijing day of the decision, `6-28`; `{联系日期}` that of the contact about a review. */
export function slotsOf(reading: Reading, { known }: Pick<Evaluation<unknown>, 'known'>): Slots {
  const { texts } = reading
  const byLabel = new Map(Object.entries(texts).map(([fact, text]) => [afterSale.columnOf.get(fact)?.label.zh, text]))
  const number = (fact: string) => {
    const value = known[afterSale.columnOf.get(fact)?.index ?? -1]
    return typeof value === 'number' && value >= 0 ? value : undefined
  }
  const option = (fact: string) => afterSale.columnOf.get(fact)?.options[number(fact) ?? -1]
  const worked: Readonly<Record<string, () => string | undefined>> = {
    'M-D': () => dayText(number(afterSale.declaration.clock), monthDay),
    联系日期: () => dayText(number(contactDated(afterSale, reading)), monthDay),
    发货月日: () => dayText(number('shippedAt'), chineseDay),
    [facts.purchasePrice.label.zh]: () => yuanText(number('purchasePrice')),
    包裹情况: () => PARCEL_STATES[option('courierConfirmed')?.id ?? ''],
    // What is returned goes by the name of the request where nobody described it.
    [facts.returnContent.label.zh]: () => byLabel.get(facts.returnContent.label.zh) ?? option('requested')?.label.zh,
  }
  return (name) => (Object.hasOwn(worked, name) ? worked[name]?.() : byLabel.get(name))
}

function dayText(instant: number | undefined, write: (day: number) => string): string | undefined {
  return instant === undefined ? undefined : write(dayOf(instant))
}

/** `6月28日`. */
function chineseDay(day: number): string {
  const [month, date] = monthDay(day).split('-')
  return `${month}月${date}日`
}

/** `88` for 88.00 yuan, `88.5` for 88.50. */
function yuanText(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : formatYuan(fen).replace(/\.?0+$/, '')
}
