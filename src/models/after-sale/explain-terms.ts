// Deadlines as a buyer reads them: counted from what happened, not from the name of a fact.
// Promise: every event a deadline can be counted from has its words.
import type { Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { countedFrom } from '../deadlines/deadline.js'
import type { DeadlineTerm, InstantFact } from './deadline-term.js'

const EVENTS: Readonly<Record<InstantFact, Text>> = {
  asOf: { zh: '从现在起', en: 'now' },
  paidAt: { zh: '您付款后', en: 'your payment' },
  shippedAt: { zh: '我们发货后', en: 'our sending the goods' },
  signedAt: { zh: '您签收后', en: 'your signing for the parcel' },
  appliedAt: { zh: '您提交申请后', en: 'your application' },
  agreedAt: { zh: '我们同意后', en: 'our agreement' },
  returnShippedAt: { zh: '您寄出退货后', en: 'your sending the return' },
  returnReceivedAt: { zh: '我们收到退货后', en: 'our receiving the return' },
  contactedAt: { zh: '您联系我们后', en: 'your writing to us' },
  reviewContactedAt: { zh: '我们联系您后', en: 'our contacting you' },
  handedOverAt: { zh: '晚班交接后', en: 'the handing over of the night shift' },
  installedAt: { zh: '安装完成后', en: 'the end of the installation' },
  replacedAt: { zh: '您签收换货后', en: 'your signing for the replacement' },
  finishedAt: { zh: '交易成功后', en: 'the completion of the trade' },
}

/** `我们收到退货后 2 个工作日内`; the term was checked when its rule was loaded. */
export function termToBuyer(term: Json): Text {
  const read = term as DeadlineTerm
  return countedFrom(read, EVENTS[read.after])
}
