import { presets } from '../../shared/programme/presets/presets'
import type { TestCloud } from '../support/cloud'
import { managerOpenid, order, requestId, sendItems, type Till } from '../support/shop'

/** An input that each operation takes, for tests that bend it. */
export const validInputs: { [operation: string]: () => any } = {
  'shop.welcome': () => ({ scene: 'ABCDEFGH23456789' }),
  'shop.terms': () => ({ document: 'terms' }),
  'members.enrol': () => ({
    consent: { termsVersion: '2026-05', privacyVersion: '2026-05', adult: true },
    phone: { kind: 'text', number: '13800138000', code: '000000' },
    name: '林',
  }),
  'members.send-code': () => ({ number: '13800138000' }),
  'members.rename': () => ({ name: '小满' }),
  'home.read': () => ({}),
  'points.statement': () => ({ filter: 'all', before: 5 }),
  'points.top-up': () => ({}),
  'acts.complete-profile': () => ({ name: '小满', birthday: '05-21', details: [{ code: 'taste', value: '少糖' }] }),
  'acts.order': () => ({ entryId: 'order:S1:o-1' }),
  'acts.profile': () => ({}),
  'acts.review': () => ({ entryId: 'order:S1:o-1', stars: 5, text: '好喝' }),
  'acts.ways': () => ({}),
  'campaigns.list': () => ({}),
  'campaigns.budgets': () => ({}),
  'campaigns.effect': () => ({ campaignId: 'spring', cursor: 'account-0' }),
  'benefits.tick': () => ({ scanId: 'v1.a.b', accountId: 'account-0', code: 'blood-glucose' }),
  'benefits.untick': () => ({ tickId: 'tick:account-0:r-1', accountId: 'account-0' }),
  'checkins.check-in': () => ({}),
  'checkins.make-up': () => ({ day: '2026-05-20' }),
  'checkins.read': () => ({}),
  'tiers.buy': () => ({ saleId: 'promotion', points: 50, tierId: 'silver' }),
  'tiers.set': () => ({ accountId: 'account-0', tierId: 'silver', reason: '老客人', lasts: '3 months' }),
  'tiers.progress': () => ({}),
  'tiers.history': () => ({ cursor: '5.100.1.1' }),
  'books.audit': () => ({ cursor: 'account-0' }),
  'members.list': () => ({ externalId: 'c1', tierId: 'regular', cursor: 'account-0', limit: 10 }),
  'members.totals': () => ({}),
  'messages.accept': () => ({
    accepted: [{ topic: 'tier-upgraded', templateId: 'template-0' }],
    refused: [{ topic: 'points-expiring', templateId: 'template-1' }],
  }),
  'messages.inbox': () => ({ before: '2026-06-01T04:00:00.000Z tier-5' }),
  'messages.reminders': () => ({}),
  'messages.settings': () => ({}),
  'messages.send-mail-code': () => ({ address: 'lin@example.com' }),
  'messages.set-preference': () => ({ change: { kind: 'topic', topic: 'check-in', on: false } }),
  'messages.failures': () => ({}),
  'messages.send-again': () => ({ noticeId: 'notice:account-0:tier-1' }),
  'messages.drop': () => ({ noticeId: 'notice:account-0:tier-1' }),
  'messages.handle-failures': () => ({
    group: { state: 'failed', channel: 'mail' },
    act: 'send-again',
    until: '2026-06-01T04:00:00.000Z',
  }),
  'messages.set-templates': () => ({
    templates: [{ topic: 'tier-upgraded', templateId: 'template-0', keys: { tier: 'thing1', on: 'date2' } }],
    texts: [{ topic: 'points-expiring', templateId: '1000002', words: '您有{1}积分将到期', arguments: ['points'] }],
    mail: true,
  }),
  'points.adjust': () => ({ accountId: 'account-0', change: 5, reason: '补记' }),
  'pos-keys.issue': () => ({ label: 'till', storeIds: ['S1'] }),
  'pos-keys.revoke': () => ({ keyId: 'pos-0' }),
  'programmes.check': () => ({ draft: JSON.stringify(presets['demo-tea']) }),
  'programmes.publish': () => ({
    draft: JSON.stringify(presets['demo-tea']),
    effectiveAt: '2026-09-01T00:00:00.000Z',
    basedOn: 1,
  }),
  'programmes.read': () => ({ preset: 'tea-house' }),
  'programmes.try': () => ({ draft: JSON.stringify(presets['demo-tea']) }),
  'programmes.withdraw': () => ({ version: 2 }),
  'referrals.decide': () => ({ accountId: 'account-0', allowed: true, reason: '一家人共用手机' }),
  'referrals.link': () => ({
    picture: true,
    showName: true,
    device: { installation: '0123456789abcdef', model: 'iPhone 15' },
  }),
  'referrals.read': () => ({ before: '2026-06-01T04:00:00.000Z account-0' }),
  'referrals.reviews': () => ({ after: '2026-06-01T04:00:00.000Z account-0' }),
  'rewards.list': () => ({}),
  'rewards.redeem': () => ({
    rewardId: 'longjing',
    count: 1,
    handing: {
      way: 'post',
      address: { name: '林', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' },
    },
    points: 2_000,
    addFen: 0,
  }),
  'rewards.remind': () => ({ rewardId: 'cup' }),
  'rewards.mine': () => ({ before: 5 }),
  'rewards.cancel': () => ({ exchangeNo: 5 }),
  'rewards.have-sent': () => ({
    exchangeNo: 5,
    address: { name: '林', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号' },
  }),
  'rewards.hand-out': () => ({ scanId: 'v1.a.b', accountId: 'account-0', exchangeNo: 5, paidFen: 0 }),
  'rewards.to-send': () => ({ after: '2026-06-01T04:00:00.000Z' }),
  'rewards.send': () => ({ accountId: 'account-0', exchangeNo: 5, carrier: '顺丰', trackingNo: 'SF1234567890' }),
  'shop.found': () => ({
    claimCode: 'claim-code-for-tests',
    name: '店',
    managerName: '店长',
    preset: 'demo-tea',
    stores: [{ id: 'S1', name: '一店' }],
  }),
  'cards.mine': () => ({}),
  'cards.report-lost': () => ({}),
  'cards.open-shared': () => ({ kind: 'family', mode: 'pooled', title: '一家人' }),
  'cards.invite': () => ({ cardId: 'shared-0123456789' }),
  'cards.join': () => ({ code: 'ABCDEFGHJK' }),
  'cards.leave': () => ({ cardId: 'shared-0123456789' }),
  'cards.remove-holder': () => ({ cardId: 'shared-0123456789', holderId: 'account-0' }),
  'cards.history': () => ({ cardId: 'shared-0123456789', before: 5 }),
  'cards.check-relationship': () => ({
    scanId: 'v1.a.b',
    accountId: 'account-0',
    cardId: 'shared-0123456789',
    holderId: 'account-1',
    check: 'household-book',
  }),
  'cards.freeze': () => ({ scanId: 'v1.a.b', accountId: 'account-0' }),
  'cards.reissue': () => ({ scanId: 'v1.a.b', accountId: 'account-0', check: 'id-card' }),
  'clock.jobs': () => ({}),
  'clock.run-now': () => ({ job: 'accounts' }),
  'coupons.choose': () => ({ code: 'birthday', choice: 0 }),
  'coupons.claim': () => ({ templateId: 'ten-off' }),
  'coupons.claim-code': () => ({ code: 'ABCDEFGHJK' }),
  'coupons.gift': () => ({ gift: 'v1.abcdef.ghijkl' }),
  'coupons.hand': () => ({ scanId: 'v1.a.b', accountId: 'account-0', templateId: 'ten-off', reason: '上次茶凉了' }),
  'coupons.list': () => ({ tab: 'used', before: 5 }),
  'coupons.make-codes': () => ({ templateId: 'ten-off', count: 3, lastDay: '2026-12-31' }),
  'coupons.offers': () => ({}),
  'coupons.recall': () => ({ couponId: 'coupon-account-0-5' }),
  'coupons.redeem': () => ({ scanId: 'v1.a.b', accountId: 'account-0', couponId: 'coupon-account-0-5' }),
  'coupons.send': () => ({ couponId: 'coupon-account-0-5', words: '拿去喝' }),
  'coupons.take-gift': () => ({ gift: 'v1.abcdef.ghijkl' }),
  'coupons.undo': () => ({ accountId: 'account-0', redemptionId: 'redeem:account-0:r-1' }),
  'groups.of-member': () => ({ accountId: 'account-0', scanId: 'v1.a.b' }),
  'groups.change': () => ({
    accountId: 'account-0',
    scanId: 'v1.a.b',
    act: { does: 'cut', from: 'group-0123456789abcdef', to: 'group-fedcba9876543210' },
  }),
  'groups.asked': () => ({ accountId: 'account-0', scanId: 'v1.a.b' }),
  'groups.board': () => ({}),
  'groups.make': () => ({ name: '普洱客人' }),
  'groups.remove': () => ({ groupId: 'group-0123456789abcdef' }),
  'groups.rename': () => ({ groupId: 'group-0123456789abcdef', name: '绿茶客人' }),
  'groups.customers': () => ({
    of: { by: 'filters', stage: 'buyer', tierId: 'gold', origin: 'self', ordersFrom: 1, ordersTo: 5 },
    after: '000000001 account-0',
  }),
  'obligations.of-member': () => ({ scanId: 'v1.a.b', accountId: 'account-0' }),
  'obligations.keep': () => ({ obligationId: 'obligation:account-0:birthday@2026-06-10', note: '订了蛋糕' }),
  'obligations.overview': () => ({
    month: '2026-06',
    storeId: 'S1',
    staffId: 'staff-0',
    list: { kind: 'gift', state: 'open', after: 'obligation:account-0:exchange-4' },
  }),
  'training.list': () => ({}),
  'training.read': () => ({ pieceId: 'reception' }),
  'training.receipt': () => ({ pieceId: 'reception', version: 1 }),
  'training.answer': () => ({
    pieceId: 'reception',
    version: 1,
    answers: [{ questionId: 'phone', optionId: 'code' }],
  }),
  'training.people': () => ({ after: 'staff-0' }),
  'events.boards': () => ({}),
  'events.check-in': () => ({ scanId: 'v1.a.b', accountId: 'account-0', eventId: 'tasting', paidFen: 0 }),
  'events.confirm': () => ({ eventId: 'tasting' }),
  'events.guests': () => ({ storeId: 'S1' }),
  'events.leave': () => ({ eventId: 'tasting' }),
  'events.list': () => ({}),
  'events.read': () => ({ eventId: 'tasting' }),
  'events.remind': () => ({ eventId: 'tasting' }),
  'events.review': () => ({ eventId: 'tasting', stars: 5, text: '很好' }),
  'events.sign-up': () => ({ eventId: 'tasting', guests: 1 }),
  'events.vote': () => ({ eventId: 'name', option: 'cloud' }),
  'draws.all': () => ({}),
  'draws.read': () => ({ drawId: 'wheel' }),
  'draws.take-chance': () => ({ drawId: 'wheel', saltHash: 'a'.repeat(64) }),
  'draws.draw': () => ({ roundId: 'wheel.2026-06-01', number: 1, salt: 'a'.repeat(32) }),
  'draws.buy-chance': () => ({ drawId: 'wheel', points: 100 }),
  'draws.claim': () => ({}),
  'draws.mine': () => ({ before: 5 }),
  'draws.result': () => ({ roundId: 'wheel.2026-06-01', number: 1 }),
  'draws.winners': () => ({ roundId: 'wheel.2026-06-01', before: 5 }),
  'draws.proof': () => ({ roundId: 'wheel.2026-06-01', after: 500 }),
  'draws.prepare': () => ({ drawId: 'wheel' }),
  'journeys.begin': () => ({
    scanId: 'v1.a.b',
    accountId: 'account-0',
    journeyId: 'new-guest',
    anchors: [{ code: 'joined', at: '2026-06-01T02:00:00.000Z' }],
    people: [{ role: 'host', staffId: 'staff-0' }],
  }),
  'journeys.of-member': () => ({ accountId: 'account-0', scanId: 'v1.a.b' }),
  'journeys.overview': () => ({ storeId: 'S1', from: '2026-05-01', to: '2026-05-31' }),
  'journeys.set-anchor': () => ({
    runId: 'journey:account-0:new-guest:1',
    code: 'joined',
    at: '2026-06-01T02:00:00.000Z',
  }),
  'journeys.stop': () => ({ runId: 'journey:account-0:new-guest:1', why: 'cancelled', note: '' }),
  'staff.me': () => ({}),
  'staff.scan': () => ({ code: '882601735520914638', storeId: 'S1' }),
  'staff.accrue': () => ({ scanId: 'v1.a.b', accountId: 'account-0', amountFen: 100, dueFen: 99, burnPoints: 1 }),
  'staff.enrol': () => ({
    storeId: 'S1',
    phone: '13800138000',
    name: '王敏',
    organisation: '茶山公司',
    consent: { termsVersion: '2026-05', privacyVersion: '2026-05', adult: true },
  }),
  'staff.find': () => ({ storeId: 'S1', phone: '13800138000' }),
  'staff.store-code': () => ({ storeId: 'S1', mine: true }),
  'tasks.mine': () => ({ storeId: 'S1', list: 'mine', part: 'now', after: '2026-06-01T04:00:00.000Z 0' }),
  'tasks.phone': () => ({ taskId: 'task:account-0:new-guest:1:week-1:0' }),
  'tasks.read': () => ({ taskId: 'task:account-0:new-guest:1:week-1:0' }),
  'tasks.reassign': () => ({ taskId: 'task:account-0:new-guest:1:week-1:0', staffId: 'staff-0', scope: 'task' }),
  'tasks.record': () => ({
    taskId: 'task:account-0:new-guest:1:week-1:0',
    answers: [{ question: 'reached', answer: 'connected' }],
    note: '下周再来',
    next: '2026-06-02T02:00:00.000Z',
  }),
  'staff.undo': () => ({ orderId: 'till-0', storeId: 'S1', accountId: 'account-0' }),
  'staff.invite': () => ({ name: '店员', role: 'staff', storeIds: ['S1'] }),
  'staff.join': () => ({ code: 'ABCDEFGHJK' }),
  'staff.dismiss': () => ({ staffId: 'staff-0' }),
  'purchases.record': () => ({ storeId: 'S1', items: [order({})] }),
}

export type Answer = { code: string; message: string }

/** Sends any event to the door of an operation; `input` may hold keys that no object literal can. */
export async function knock(
  cloud: TestCloud,
  till: Till,
  about: { audience: string; operation: string; language?: string; openid?: string },
  input: unknown,
): Promise<any> {
  const language = about.language ?? 'zh-CN'
  if (about.audience === 'pos') {
    const body = JSON.stringify({ operation: about.operation, input })
    return (await sendItems(cloud, { ...till, language }, [], { signedBody: body })).reply
  }
  const event = { operation: about.operation, input, requestId: requestId(), language }
  return cloud.call(
    about.audience,
    event,
    about.openid ?? (['manager', 'clock'].includes(about.audience) ? managerOpenid : 'o-member-1'),
  )
}

/** The path of every value inside an input, so that each can be replaced in turn. */
export function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length > 0 ? [path, ...inner] : inner
}

/** Every object inside an input, the input itself included. */
export function objectsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, one]) =>
    objectsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return Array.isArray(value) ? inner : [path, ...inner]
}

export function replaced(value: any, path: (string | number)[], by: unknown): any {
  const [key, ...rest] = path
  if (key === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...value }
  copy[key] = replaced(value[key], rest, by)
  return copy
}

/** An object with one more key, which may be `__proto__`. */
export function withKey(value: any, path: (string | number)[], key: string): any {
  const [first, ...rest] = path
  if (first !== undefined) return replaced(value, [first], withKey(value[first], rest, key))
  const text = JSON.stringify(value).replace(/\}$/, Object.keys(value).length > 0 ? ',' : '')
  return JSON.parse(`${text === '{' ? '{' : text}${JSON.stringify(key)}:{"admin":true}}`)
}
