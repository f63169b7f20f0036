// What is to be done, and who does it.
// Promise: ids are unique, labels are unique; a task changes nothing that was settled.

export const taskMembers = {
  'guide-refund-application': {
    label: { zh: '引导买家申请退款', en: 'guide the buyer to apply for the refund' },
    by: 'customer-service',
  },
  'place-exchange-order': { label: { zh: '下换货单', en: 'place the exchange order' }, by: 'customer-service' },
  'ask-to-send-back': {
    label: { zh: '请买家寄回', en: 'ask the buyer to send the goods back' },
    by: 'customer-service',
  },
  'ask-return-waybill': {
    label: { zh: '请买家填写退货单号', en: 'ask the buyer to enter the return waybill' },
    by: 'customer-service',
  },
  'inspect-return': { label: { zh: '收货验货', en: 'receive and inspect the return' }, by: 'warehouse' },
  'ship-replacement': { label: { zh: '发出换货', en: 'ship the replacement' }, by: 'warehouse' },
  'hold-replacement': { label: { zh: '换货暂不发出', en: 'hold the replacement back' }, by: 'warehouse' },
  'ask-exchange-postage': {
    label: { zh: '催补换货邮费', en: 'ask for the postage of the exchange' },
    by: 'customer-service',
  },
  'ask-to-correct': {
    label: { zh: '请买家修改退款申请', en: 'ask the buyer to correct the refund application' },
    by: 'customer-service',
  },
  'confirm-refund': { label: { zh: '确认退款', en: 'confirm the refund' }, by: 'finance' },
  'pay-out': { label: { zh: '打款', en: 'pay out' }, by: 'finance' },
  'fill-paid-to-seller': {
    label: { zh: '告知买家填写支付给卖家的金额', en: 'tell the buyer what to enter as paid to the seller' },
    by: 'customer-service',
  },
  'settle-on-platform': {
    label: { zh: '提交小二介入', en: 'ask the platform to step in' },
    by: 'customer-service',
  },
  // What mending costs is not in the rules: it is agreed on with the buyer.
  'settle-repair-fee': {
    label: { zh: '协商修补费用', en: 'agree on the cost of mending and settle it' },
    by: 'customer-service',
  },
  'repay-postage': { label: { zh: '返还买家垫付邮费', en: 'repay the postage the buyer advanced' }, by: 'finance' },
  'ask-for-photos': { label: { zh: '请买家上传照片', en: 'ask the buyer for photos' }, by: 'customer-service' },
  'check-waybill-weight': {
    label: { zh: '核实底单称重', en: 'check the weight on the waybill' },
    by: 'customer-service',
  },
  'take-off-shelf': { label: { zh: '相应商品下架', en: 'take the matching stock off the shelf' }, by: 'warehouse' },
  'hold-stock': { label: { zh: '下架留货', en: 'hold stock back for the buyer' }, by: 'warehouse' },
  'reship-missing': { label: { zh: '补发', en: 'ship what is missing' }, by: 'warehouse' },
  'upload-waybill-record': {
    label: { zh: '底单上传平台', en: 'upload the waybill record to the platform' },
    by: 'customer-service',
  },
  'arrange-pickup': { label: { zh: '联系快递上门取件', en: 'have the courier collect at the door' }, by: 'courier' },
  'appeal-to-platform': { label: { zh: '向平台申诉', en: 'appeal to the platform' }, by: 'complaint-desk' },
  'compare-packing-list': {
    label: { zh: '核对发货清单', en: 'compare the parcel with its packing list' },
    by: 'customer-service',
  },
  'tell-split-shipment': {
    label: { zh: '告知分单发货', en: 'tell the buyer that another parcel is on its way' },
    by: 'customer-service',
  },
  'ask-to-weigh': {
    label: { zh: '请买家称重拍照', en: 'ask the buyer to weigh everything and photograph it' },
    by: 'customer-service',
  },
  'claim-from-courier': { label: { zh: '向快递索赔', en: 'claim from the courier' }, by: 'customer-service' },
  'ask-courier-statement': {
    label: { zh: '取派件人证明', en: "get the delivery person's statement" },
    by: 'customer-service',
  },
  'verify-with-courier': { label: { zh: '与快递核实', en: 'verify with the courier' }, by: 'customer-service' },
  'report-to-courier': { label: { zh: '向快递提交报告', en: 'report to the courier' }, by: 'customer-service' },
  'settle-courier-claim': {
    label: { zh: '月底结算快递赔付', en: 'settle the courier claim at month end' },
    by: 'finance',
  },
  'ask-to-send-in': {
    label: { zh: '请买家寄回检验', en: 'ask the buyer to send it in for inspection' },
    by: 'customer-service',
  },
  'talk-to-buyer': { label: { zh: '与买家再沟通', en: 'talk to the buyer again' }, by: 'customer-service' },
  'negotiate-compensation': { label: { zh: '协商赔偿', en: 'negotiate compensation' }, by: 'customer-service' },
  escalate: { label: { zh: '请示主管', en: 'escalate to the supervisor' }, by: 'supervisor' },
  'handle-gently': { label: { zh: '婉转处理', en: 'handle gently' }, by: 'customer-service' },
  'ask-manager-discount': {
    label: { zh: '申请下次优惠', en: 'ask the manager for a discount on the next order' },
    by: 'customer-service',
  },
  'verify-batch-problem': {
    label: { zh: '核实同款批次问题', en: 'verify a problem of the whole batch' },
    by: 'production',
  },
  'refuse-return-parcel': { label: { zh: '拒收退件', en: 'refuse the return parcel' }, by: 'warehouse' },
  'give-return-address': {
    label: { zh: '告知退货地址和寄件要求', en: 'give the return address and how to send' },
    by: 'customer-service',
  },
  'tell-to-choose-ems': {
    label: { zh: '告知以后拍EMS', en: 'tell the buyer to choose EMS next time' },
    by: 'customer-service',
  },
  'tell-to-reapply': {
    label: { zh: '告知重新申请或请小二重开', en: 'tell the buyer to apply again or have the platform reopen' },
    by: 'customer-service',
  },
  'cancel-shipment': { label: { zh: '仓库撤单', en: 'cancel the shipment' }, by: 'warehouse' },
  'intercept-parcel': { label: { zh: '快递追件', en: 'intercept the parcel' }, by: 'courier' },
  'ask-invoice-back': { label: { zh: '请买家退回发票', en: 'ask for the invoice back' }, by: 'customer-service' },
  'tell-to-apply-received': {
    label: { zh: '告知选择“收到宝贝要退货”申请', en: 'tell the buyer to apply as received and to be returned' },
    by: 'customer-service',
  },
  'ask-to-contact-first': {
    label: { zh: '请买家下次先联系', en: 'ask the buyer to contact first next time' },
    by: 'customer-service',
  },
  'ask-price-difference': {
    label: { zh: '请买家补差价', en: 'ask the buyer to pay the price difference' },
    by: 'customer-service',
  },
  'refund-price-surplus': { label: { zh: '退差价', en: 'refund the price surplus' }, by: 'finance' },
  'change-or-cancel-order': { label: { zh: '改款或撤单', en: 'change or cancel the order' }, by: 'customer-service' },
  'offer-alternatives': {
    label: { zh: '如实告知缺货并给出选择', en: 'say it is out of stock and offer a choice' },
    by: 'customer-service',
  },
  'forward-by-ems': { label: { zh: '转发EMS', en: 'forward by EMS' }, by: 'courier' },
  resend: { label: { zh: '退回重发', en: 'resend what came back' }, by: 'warehouse' },
  'resend-by-ems': { label: { zh: '改EMS重发', en: 'send again by EMS' }, by: 'warehouse' },
  'tell-new-waybill': {
    label: { zh: '告知新单号和原因', en: 'tell the buyer the new waybill and why' },
    by: 'customer-service',
  },
  apologise: { label: { zh: '向买家道歉', en: 'apologise to the buyer' }, by: 'customer-service' },
  'follow-asker-remark': {
    label: { zh: '按申请人备注处理', en: 'follow the remark of whoever asked it back' },
    by: 'customer-service',
  },
  'contact-courier': { label: { zh: '联系快递', en: 'contact the courier' }, by: 'customer-service' },
  'contact-buyer': { label: { zh: '主动联系买家', en: 'contact the buyer unasked' }, by: 'customer-service' },
  'soothe-buyer': { label: { zh: '安抚买家', en: 'soothe the buyer' }, by: 'customer-service' },
  'follow-up': { label: { zh: '记录并跟进', en: 'record and follow up' }, by: 'customer-service' },
  'tell-enquiry-result': {
    label: { zh: '告知查件结果', en: 'tell the buyer what the courier answered' },
    by: 'customer-service',
  },
  'return-coupons': { label: { zh: '券和积分原样退回', en: 'return coupons and points as they were' }, by: 'finance' },
  'contest-imposed-refund': {
    label: { zh: '申诉强制仅退款', en: 'contest the imposed refund without return' },
    by: 'complaint-desk',
  },
  'keep-source-proof': { label: { zh: '准备进货凭证', en: 'keep proof of the source ready' }, by: 'customer-service' },
  'call-back-monthly': { label: { zh: '每月回访', en: 'call back once a month' }, by: 'customer-service' },
  'repay-freight-difference': {
    label: { zh: '返还退货运费差额', en: 'repay the extra freight of the return' },
    by: 'finance',
  },
  'auto-intercept': { label: { zh: '平台自动拦截', en: 'intercepted by the platform' }, by: 'platform' },
  'tell-cover-cap': {
    label: { zh: '告知退货宝最多付26元', en: "tell that the platform's return cover pays 26 yuan at most" },
    by: 'customer-service',
  },
} as const
