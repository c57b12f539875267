import { checkInSentences } from './checkins/sentences'
import { couponSentences } from './coupons/sentences'
import { groupSentences } from './groups/sentences'
import { obligationSentences } from './obligations/sentences'
import { trainingSentences } from './training/sentences'
import { eventSentences } from './events/sentences'
import { drawSentences } from './draws/sentences'
import { journeySentences } from './journeys/sentences'
import type { RefusalDetails } from './kit/ruling'
import { messageSentences } from './messages/sentences'
import type { RefusalCode } from './operations'
import { referralSentences } from './referrals/sentences'
import { rewardSentences } from './rewards/sentences'

export type Language = 'zh-CN' | 'en'

/** The sentence of a refusal: what happened and what to do, with its figures filled in. */
export function refusalText(code: RefusalCode, language: Language, details: RefusalDetails = {}): string {
  const sentence = sentences[code][language === 'en' ? 'en' : 'zh']
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'))
}

/** A total map: a refusal without its sentence does not compile. */
const sentences: { [Code in RefusalCode]: { zh: string; en: string } } = {
  identity_missing: {
    zh: '没有拿到你的微信身份，请从微信里重新打开',
    en: 'We could not see who you are. Please open this from WeChat again',
  },
  not_enrolled: { zh: '你还不是会员，先加入再来', en: 'You are not a member yet. Please join first' },
  not_allowed: { zh: '你没有这项权限，请找店长', en: 'You have no right to do this. Ask the manager' },
  unknown_operation: {
    zh: '没有这项操作，请更新小程序后再试',
    en: 'There is no such operation. Please update and try again',
  },
  input_invalid: {
    zh: '填写的内容有误：{field}。请改正后再试，什么都没有变化',
    en: 'Something is not right: {field}. Correct it and try again; nothing has changed',
  },
  request_malformed: {
    zh: '请求格式不对，请更新小程序后再试',
    en: 'The request is malformed. Please update and try again',
  },
  request_id_missing: {
    zh: '请求缺少编号，请更新小程序后再试',
    en: 'The request has no id. Please update and try again',
  },
  request_reused: {
    zh: '这个请求编号已经用于另一项操作，请重新提交',
    en: 'This request id was used for something else. Please submit again',
  },
  rate_limited: { zh: '操作太快，请过 {seconds} 秒再试', en: 'Too fast. Try again in {seconds}s' },
  busy: { zh: '现在有点忙，没有产生任何变化，请再试一次', en: 'Busy just now, nothing has changed. Please try again' },
  shop_not_founded: { zh: '这家店还没有开通会员', en: 'This shop has not opened its membership yet' },
  internal_error: {
    zh: '没加载出来。服务器暂时没有回应，请再试一次',
    en: "Couldn't load. The server did not answer, please try again",
  },
  signature_invalid: { zh: '签名不对，请检查密钥', en: 'The signature is wrong. Check the key' },
  signature_expired: {
    zh: '请求时间与服务器相差超过 5 分钟，请校准时钟后重发',
    en: 'The timestamp is more than 5 minutes off. Set the clock and send again',
  },
  signature_replayed: {
    zh: '这个签名的请求已经处理过，没有重复处理',
    en: 'This signed request was taken before; nothing was done again',
  },
  key_unknown: { zh: '密钥不存在或已停用', en: 'The key is unknown or has been revoked' },
  store_not_allowed: { zh: '这把密钥不能用于该门店', en: 'This key is not for that store' },
  store_unknown: { zh: '没有这家门店：{storeId}', en: 'There is no such store: {storeId}' },
  item_invalid: { zh: '这一条内容有误：{field}', en: 'This item is not right: {field}' },
  date_in_future: { zh: '日期在未来，没有入账', en: 'The date lies in the future; nothing was booked' },
  lines_above_amount: {
    zh: '各行合计（{linesFen} 分）多于整笔金额（{amountFen} 分），没有入账。请核对后再送。',
    en: 'The lines come to {linesFen} fen, more than the whole ({amountFen} fen); nothing was booked. Correct them and send again.',
  },
  order_id_reused: {
    zh: '这个订单号已用于另一笔订单，没有入账',
    en: 'This order number belongs to another order; nothing was booked',
  },
  refund_id_reused: {
    zh: '这个退款号已用于另一笔退款，没有入账',
    en: 'This refund number belongs to another refund; nothing was booked',
  },
  order_unknown: { zh: '没有找到要退的订单', en: 'The order to refund is not known' },
  refund_above_rest: {
    zh: '退款超过订单余额（剩 {restFen} 分），没有入账',
    en: 'More than what is left of the order ({restFen} fen); nothing was booked',
  },
  refund_points_spent: {
    zh: '这笔订单送的积分已用掉 {short} 分，按本店规则不能退',
    en: '{short} points of this order are spent already, so it cannot be refunded here',
  },
  points_short: { zh: '还差 {short} 积分，没有产生任何变化', en: '{short} points short; nothing has changed' },
  tier_unknown: { zh: '没有这个等级，没有产生任何变化', en: 'There is no such tier; nothing has changed' },
  tier_held_already: { zh: '会员已经是这个等级', en: 'The member has this tier already' },
  tier_not_sold: { zh: '现在不能用积分换这个等级', en: 'This tier is not offered for points now' },
  tier_not_yours_to_buy: {
    zh: '你现在的等级不能换，积分没有变化',
    en: 'Not offered at your tier; your points are unchanged',
  },
  tier_sale_changed: {
    zh: '现在要 {points} 积分升到{zh}，没有扣你的积分。请看过后再换',
    en: 'It now takes {points} points to become {en}; none were taken. Look again first',
  },
  tier_sale_taken: { zh: '这段时间里你已经换过了', en: 'You have taken this already; it is limited' },
  top_up_not_offered: { zh: '本店没有会员日补分', en: 'This shop has no top-up on member day' },
  top_up_not_today: { zh: '今天不是会员日', en: 'Today is not member day' },
  top_up_not_your_tier: { zh: '你现在的等级还不能补分', en: 'Your tier has no top-up yet' },
  top_up_taken: { zh: '这次会员日你已经补过了', en: 'You have had your top-up already' },
  top_up_none: { zh: '你的积分不在可以补足的范围内', en: 'Your points are not in a range that is topped up' },
  job_unknown: { zh: '没有这项自动任务，请刷新后再看', en: 'There is no such job. Refresh the list and look again' },
  job_running: {
    zh: '这项任务正在运行，没有再跑一次。过一分钟刷新再看',
    en: 'This job is running already; it was not started again. Refresh in a minute',
  },
  ...couponSentences,
  ...eventSentences,
  ...messageSentences,
  ...groupSentences,
  ...obligationSentences,
  ...trainingSentences,
  ...drawSentences,
  ...journeySentences,
  ...checkInSentences,
  profile_field_unknown: {
    zh: '本店不需要这一项资料，没有保存',
    en: 'This shop does not ask for that; nothing was saved',
  },
  profile_field_wrong: {
    zh: '「{zh}」填得不对，请改正后再保存',
    en: 'Not right: {en}. Correct it and save again',
  },
  order_refunded: { zh: '这笔订单已退款，不能再评价', en: 'This order was refunded and cannot be reviewed' },
  order_reviewed: { zh: '这笔订单你已经评价过了', en: 'You have reviewed this order already' },
  text_not_allowed: {
    zh: '这段文字含有不能发布的内容，没有提交。请改一改再试',
    en: 'This text cannot be published; nothing was sent. Please change it and try again',
  },
  entitlement_unknown: { zh: '客人现在没有这项权益', en: 'The guest does not have this benefit now' },
  entitlement_used: {
    zh: '客人本月的 {count} 次已经用完，没有重复核销',
    en: 'All {count} of this month are used; nothing was ticked off',
  },
  tick_needs_code: {
    zh: '按手机号识别的客人不能核销权益，请扫客人的会员码',
    en: 'For a guest found by phone nothing can be ticked off. Scan their member code',
  },
  tick_unknown: { zh: '没有找到要撤销的核销', en: 'There is no such tick to take back' },
  untick_over: {
    zh: '只有核销的店员能在 5 分钟内撤销一次',
    en: 'Only whoever ticked it off can take it back, once, within 5 minutes',
  },
  ...referralSentences,
  ...rewardSentences,
  points_not_redeemable: { zh: '本店积分不能抵现', en: 'Points are not taken as money here' },
  consent_outdated: {
    zh: '会员章程有更新，请看过新版后再加入',
    en: 'The terms have changed. Please read the new version and join again',
  },
  phone_needed: { zh: '入会需要手机号，请先填好', en: 'Joining needs your phone number. Please give it first' },
  phone_code_over: {
    zh: '这次手机号授权已失效，请再点一次',
    en: 'This phone number permission is over. Please tap again',
  },
  phone_unavailable: {
    zh: '没有拿到手机号，还没有入会。请再试一次，或手动输入手机号',
    en: 'We could not get your number; you have not joined yet. Try again or type it in',
  },
  text_code_wrong: {
    zh: '验证码不对，还可以再试 {left} 次',
    en: 'The code is wrong. Tries left: {left}',
  },
  text_code_over: {
    zh: '验证码已失效，请重新获取',
    en: 'The code is over. Please ask for another',
  },
  texts_not_set_up: {
    zh: '本店还没有开通短信，请用微信手机号',
    en: 'This shop sends no text messages yet. Please use your WeChat phone number',
  },
  text_too_soon: { zh: '验证码刚发过，请过 {seconds} 秒再试', en: 'A code was just sent. Try again in {seconds}s' },
  text_too_many: {
    zh: '今天获取验证码的次数已用完，请明天再试',
    en: 'No more codes today. Please try again tomorrow',
  },
  text_not_sent: {
    zh: '短信没有发出去，请检查手机号，一分钟后再试',
    en: 'The text was not sent. Check the number and try again in a minute',
  },
  scene_unknown: {
    zh: '这个二维码不是本店的，或已失效，还没有入会',
    en: 'This code is not of this shop or is over; you have not joined yet',
  },
  code_not_drawn: {
    zh: '小程序码没有生成，请稍后再试',
    en: 'The mini-program code could not be made. Please try again later',
  },
  burn_needs_code: {
    zh: '按手机号识别的客人只能积分。要用积分抵现，请扫客人的会员码',
    en: 'A guest found by phone can only earn. To use points, scan their member code',
  },
  member_unknown: { zh: '没有找到这位会员', en: 'There is no such member' },
  claim_code_wrong: { zh: '开店码不对', en: 'The claim code is wrong' },
  shop_already_founded: {
    zh: '这家店已经开通，开店码不能再用',
    en: 'The shop is founded already; the claim code is spent',
  },
  preset_unknown: { zh: '没有这个方案模板：{preset}', en: 'There is no preset named {preset}' },
  programme_invalid: {
    zh: '方案有 {count} 处不对，先是 {path}：{zh}',
    en: 'The programme has faults ({count}). First, at {path}: {en}',
  },
  version_taken: {
    zh: '别人已经发布了新版本（第 {version} 版），没有产生任何变化。请看过后再发布',
    en: 'Somebody else has published version {version}; nothing has changed. Look at it and publish again',
  },
  versions_too_many: {
    zh: '最多有 {max} 个版本等待生效，请先撤回一个',
    en: 'At most {max} versions may be to come. Withdraw one first',
  },
  version_too_soon: {
    zh: '生效时间至少要在 5 分钟以后',
    en: 'A version takes effect at the earliest five minutes from now',
  },
  version_order: {
    zh: '第 {version} 版更晚或同时生效，请先撤回它，或选更晚的时间',
    en: 'Version {version} takes effect then or later. Withdraw it first, or choose a later time',
  },
  programme_same: {
    zh: '和第 {version} 版一样，没有什么可发布的',
    en: 'This is the same as version {version}; there is nothing to publish',
  },
  notice_too_short: {
    zh: '有 {count} 处会让会员少得，要提前 {days} 天公布：{zh}',
    en: 'Members may get less in this ({count}), so it needs {days} days of notice: {en}',
  },
  version_unknown: { zh: '没有这个版本', en: 'There is no such version' },
  version_in_force: {
    zh: '这个版本已经生效或马上生效，不能撤回。要改回去，请发布新版本',
    en: 'This version is in force, or about to be. To go back, publish another one',
  },
  version_followed: {
    zh: '它后面还有第 {version} 版，请先撤回那一版',
    en: 'Version {version} follows it. Withdraw that one first',
  },
  store_ids_repeat: { zh: '门店编号重复', en: 'Store ids repeat' },
  code_malformed: {
    zh: '这不是会员码，请让客人打开「会员码」再扫',
    en: 'This is no member code. Ask the guest to open theirs',
  },
  code_unknown: {
    zh: '没有这张卡，或者码不对，没有产生扣款',
    en: 'No such card, or the code is wrong; nothing was charged',
  },
  code_expired: {
    zh: '会员码已过期，没有产生扣款。请客人点「刷新」再扫',
    en: 'Code expired, nothing charged. Ask the guest to refresh',
  },
  code_used: {
    zh: '这个会员码已在 {time} 由 {store} 扫过，没有重复使用。请等新码出来再扫',
    en: 'This code was read at {time} at {store}; not used again. Wait for the next code',
  },
  too_many_wrong_codes: {
    zh: '输错太多次，请过 10 分钟再试，或请客人出示二维码',
    en: 'Too many wrong codes. Try again in 10 minutes, or scan the QR code',
  },
  store_not_yours: { zh: '你不在这家门店当班，请换门店再试', en: 'You do not work in this store. Choose another' },
  scan_over: {
    zh: '这次识别已失效，没有产生扣款。请客人刷新会员码再扫',
    en: 'The scan is over, nothing charged. Scan the guest’s code again',
  },
  card_frozen: { zh: '这张卡已挂失。补卡后积分和余额都在', en: 'Card frozen; nothing is lost. Have it reissued' },
  card_reissued: {
    zh: '这张卡已补办成新卡，旧码不能再用。请客人重新打开会员码',
    en: 'This card was replaced; its old codes are void. Ask the guest to open their code again',
  },
  card_not_frozen: {
    zh: '这张卡没有挂失，请先挂失再补卡',
    en: 'This card is not frozen. Freeze it first, then reissue',
  },
  card_left: {
    zh: '这位客人已不再持有这张共用卡，没有产生变化。请让客人换自己的卡',
    en: 'This guest no longer holds that shared card; nothing changed. Ask for their own card',
  },
  card_unchecked: {
    zh: '这张副卡还没有核实关系。请主卡人出示会员码，先核实再使用',
    en: 'The relationship is not checked yet. Scan the main holder and check it first',
  },
  own_card_needed: {
    zh: '请扫客人自己的卡再办理，共用卡不能办',
    en: 'Scan the guest’s own card for this; it cannot be done with a shared one',
  },
  card_kind_not_offered: { zh: '本店没有这种卡', en: 'This shop has no such card' },
  card_mode_not_offered: {
    zh: '本店的这种卡不能这样共用积分',
    en: 'Points of this card are not shared like that here',
  },
  card_kind_held: {
    zh: '你已经有一张同类的卡，先退出那一张再来',
    en: 'You hold a card of this kind already. Leave that one first',
  },
  organisation_needed: {
    zh: '企业卡由企业会员开通，请到门店用企业名称入会',
    en: 'A company opens this card. Ask a store to enrol your company',
  },
  card_not_held: { zh: '你没有这张卡，或对方已退出', en: 'You do not hold this card, or they have left it' },
  card_has_holders: {
    zh: '还有 {count} 人持有这张卡，先请他们退出再关闭',
    en: 'Held by {count} more people. Let them leave before you close it',
  },
  card_full: { zh: '这张卡最多邀请 {max} 人，已经满了', en: 'At most {max} people may be invited; the card is full' },
  card_code_unknown: { zh: '没有这个邀请码，请检查后再输', en: 'There is no such invitation. Check the code' },
  card_code_over: { zh: '邀请码已过期，请对方再发一个', en: 'The invitation is over. Ask them for another' },
  card_code_used: { zh: '这个邀请码已被别人用过', en: 'Somebody else has used this invitation' },
  card_code_own: { zh: '这是你自己发出的邀请', en: 'This is your own invitation' },
  campaign_unknown: {
    zh: '现在的方案里没有这个营销活动',
    en: 'The programme has no such campaign now',
  },
  campaign_unmeasured: {
    zh: '这个活动没有留对照组，或没有起止日期，量不出效果',
    en: 'This campaign leaves no control group or has no first and last day, so its effect cannot be measured',
  },
  bill_changed: {
    zh: '应收变成了 ¥{due}，没有入账。请和客人核对后再确认',
    en: 'The amount due is now ¥{due}; nothing was booked. Check it with the guest and confirm again',
  },
  undo_over: {
    zh: '只有收款人能在 5 分钟内撤销，请走退款',
    en: 'Only whoever took it can undo, within five minutes. Please refund it',
  },
  invitation_unknown: { zh: '没有这个邀请码，请检查后再输', en: 'There is no such invitation. Check the code' },
  invitation_over: { zh: '邀请码已过期，请店长再发一个', en: 'The invitation is over. Ask the manager for another' },
  invitation_used: { zh: '这个邀请码已被别人用过', en: 'Somebody else has used this invitation' },
  manager_already: {
    zh: '你已经是店长，请把邀请码发给要加入的人',
    en: 'You are a manager already. Pass the invitation on to whom it is for',
  },
  staff_unknown: { zh: '没有找到这位员工', en: 'There is no such employee' },
  last_manager: { zh: '不能移除自己', en: 'You cannot dismiss yourself' },
  pos_key_not_found: { zh: '没有找到这把密钥', en: 'There is no such key' },
}
