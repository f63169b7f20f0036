// The rules that ship with the package, as packs for `createDecider({ rules: [...law, ...taobao, ...sop] })`.
// Promise: plain JSON documents, each pack with the sources it cites; nothing is loaded or checked here.
import { law as lawPack, sop as sopPack, taobao as taobaoPack } from '../rules/index.js'

/**
 * The shop's own after-sale procedure: postage, returns without a reason, quality, wrong shipments, exchanges, steps of
 * a refund. Layer `shop`. Readings of the sources cited in each document; leave single rules out with `omit`.
 */
export const sop: readonly object[] = sopPack

/** The rules of the Taobao platform, layer `platform`. Empty in this version: no platform rule is written yet. */
export const taobao: readonly object[] = taobaoPack

/** The statutory rules, layer `law`. Empty in this version: no law is written yet. Not legal advice. */
export const law: readonly object[] = lawPack
