// The rules that ship with the package, as packs for `createDecider({ rules: [...law, ...taobao, ...sop] })`.
// Promise: plain JSON documents, each pack with the sources it cites; nothing is loaded or checked here.
import {
  complaintRules as complaintPack,
  law as lawPack,
  reviewRules as reviewPack,
  serviceLevelRules as serviceLevelPack,
  sop as sopPack,
  taobao as taobaoPack,
} from '../rules/index.js'

/**
 * The shop's own after-sale procedure: postage, returns without a reason, quality, wrong shipments, exchanges, steps of
 * a refund. Layer `shop`. Readings of the sources cited in each document; leave single rules out with `omit`.
 */
export const sop: readonly object[] = sopPack

/**
 * The rules of the Taobao platform, layer `platform`: freight, risk, refusals, evidence, late shipment. Readings of the sources
 * cited in each document, each in force from its own day. They use named conditions of `law` and load only with that pack:
 * `[...law, ...taobao]`.
 */
export const taobao: readonly object[] = taobaoPack

/**
 * The statutory rules, layer `law`: returns without a reason, quality, the three guarantees, risk on the way, deposits,
 * damages. Duties are floors. Each names its article and the days it is in force. Not legal advice.
 */
export const law: readonly object[] = lawPack

/** Rules of the `reviews` model, of every layer: what to offer and by when, complaints about malicious reviews, replies. */
export const reviewRules: readonly object[] = reviewPack

/** Rules of the `complaints` model, of every layer: who may complain until when and on which grounds, who handles it. */
export const complaintRules: readonly object[] = complaintPack

/** Rules of the `service-levels` model, of every layer: reply rates, conduct, what a shop promises its buyers. */
export const serviceLevelRules: readonly object[] = serviceLevelPack
