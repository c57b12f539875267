import { operations } from '../../shared/operations'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { testSecrets } from '../support/cloud'
import { numberOf, textProof, wishOf } from '../support/joining'
import {
  bendProgramme,
  enrolPhone,
  foundShop,
  manage,
  managerOpenid,
  order,
  phone,
  record,
  refundOf,
  requestId,
  useShop,
  valueOf,
} from '../support/shop'
import { inviteTo, openCard, sharedCodeOf, shareCard } from '../support/sharing'
import { atTill, codeShownBy, hire } from '../support/till'

/** What each operation costs through its function, with terms to be read anew (cold) and without (warm). */
const shop = useShop('demo-tea', 'once')
const { cloud } = shop
type Spent = { sequential: number; total: number }
/** Once in five minutes an instance reads the shop and its programme again: beside the others, so it waits no longer. */
const termsCalls = 2
type Row = { operation: string; case: string; budget: Spent; spent: Spent }
const rows: Row[] = []
afterAll(() => {
  const lines = rows.map(
    ({ operation, case: name, budget, spent }) =>
      `${`${operation} (${name})`.padEnd(44)} ${spent.sequential}/${spent.total} of ${budget.sequential}/${budget.total}`,
  )
  process.stdout.write(`\noperation: database calls in sequence/in all, of what is allowed\n${lines.join('\n')}\n`)
})

const clerk = 'o-clerk-1'
let accountId = ''
const name = { zh: '晋级', en: 'Promotion' }
const tasting = { kind: 'entitlement', code: 'tasting', name, count: 1, per: 'month' } as const
const everyDay = { kind: 'monthly' as const, days: Array.from({ length: 31 }, (_, index) => index + 1) }
beforeAll(async () => {
  await bendProgramme(cloud, {
    cards: {
      holders: ['adult'],
      transferable: false,
      family: { subCards: 1, pooling: 'pooled', relationshipCheckedBy: 'staff' },
      couple: { pooling: 'pooled' },
    },
    tierSales: [{ id: 'promotion', name, points: 50, to: 'next' }],
    tiers: demoTea.tiers.map((tier, rank) => (rank > 0 ? tier : { ...tier, benefits: [...tier.benefits, tasting] })),
    profile: { fields: [{ code: 'taste', name, kind: 'text' }] },
    pointsTopUp: { when: everyDay, per: 'month', bands: [{ from: 100, to: 149, becomes: 150 }] },
  })
  accountId = (await enrolPhone(cloud, 'o-member-1')).member.accountId
  await record(cloud, shop.till, [order({ customer: 'c1' })])
  await hire(cloud, clerk)
})

const asManager = (operation: string, input: object, id = requestId()) =>
  cloud.call('manager', { operation, input, requestId: id }, managerOpenid)
/** A phone that remembers wrongly costs the most. */
const wrong = 'account-00000000'
const asMember = (operation: string, input: object = {}, hint = wrong) =>
  phone(cloud, 'o-member-1', operation, input, { hint })

async function staffIds(): Promise<string[]> {
  return (await cloud.dump('staff')).map(({ document }: any) => document._id)
}

async function scanned(): Promise<{ scanId: string }> {
  await cloud.advance(30_000)
  const code = await codeShownBy(cloud, 'o-member-1')
  return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
}

/** Somebody whose card nobody has touched, with the till's pass for them. */
async function newCustomer(): Promise<{ scanId: string; accountId: string }> {
  const openid = `o-${requestId()}`
  await enrolPhone(cloud, openid)
  const code = await codeShownBy(cloud, openid)
  return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
}

/** Two members whose card nobody has touched, the second of them with a code to join by or a holder already. */
async function newPair(): Promise<[main: string, sub: string]> {
  const pair = [`o-${requestId()}`, `o-${requestId()}`] as const
  for (const openid of pair) await enrolPhone(cloud, openid)
  return [...pair]
}
const asked = (openid: string, operation: string, input: object) =>
  phone(cloud, openid, operation, input, { hint: wrong })

/** A member's operation that each may do once: another member each time. */
async function byAnother(operation: string, input: object = {}): Promise<() => Promise<unknown>> {
  const openid = `o-${requestId()}`
  await enrolPhone(cloud, openid)
  return () => phone(cloud, openid, operation, input, { hint: wrong })
}

/** An operation of somebody new who has made an order. */
async function afterOrder(asking: (entryId: string) => [operation: string, input: object]) {
  const [openid, orderId] = [`o-${requestId()}`, `o-${requestId()}`]
  const { member } = await enrolPhone(cloud, openid)
  await record(cloud, shop.till, [{ ...order({ orderId }), customer: { memberNo: member.memberNo } }])
  return () => phone(cloud, openid, ...asking(`order:S1:${orderId}`), { hint: wrong })
}

let versions = 0
/** A version that takes effect long after all of this, each after the one before it. */
async function publication(): Promise<object> {
  versions += 1
  const { live, newest } = await manage(cloud, 'programmes.read')
  const draft = JSON.stringify({ ...live.programme, redemption: { pointsPerYuan: 100 - versions } })
  return { draft, effectiveAt: `2026-07-${String(versions).padStart(2, '0')}T00:00:00.000Z`, basedOn: newest }
}

/** How each operation is called here; what has to be there before is made before the counting begins. */
const calls: { [name: string]: () => Promise<() => Promise<unknown>> } = {
  // A visitor's first scan costs the most: what brought them is kept.
  'shop.welcome': async () => {
    const { scene } = valueOf(await atTill(cloud, clerk, 'staff.store-code', { storeId: 'S1', mine: true }))
    return () => phone(cloud, `o-${requestId()}`, 'shop.welcome', { scene }, { hint: wrong })
  },
  'shop.terms': async () => () => asMember('shop.terms', { document: 'terms' }),
  'home.read': async () => () => asMember('home.read'),
  'points.statement': async () => () => asMember('points.statement'),
  'tiers.progress': async () => () => asMember('tiers.progress'),
  'tiers.history': async () => () => asMember('tiers.history'),
  'members.enrol': async () => {
    const openid = `o-${requestId()}`
    const { consent } = await wishOf(cloud, openid)
    const proof = await textProof(cloud, openid, numberOf(openid))
    const { scene } = valueOf(await atTill(cloud, clerk, 'staff.store-code', { storeId: 'S1', mine: true }))
    return () => phone(cloud, openid, 'members.enrol', { consent, phone: proof, scene }, { hint: wrong })
  },
  'members.send-code': async () => {
    const openid = `o-${requestId()}`
    return () => phone(cloud, openid, 'members.send-code', { number: numberOf(openid) }, { hint: wrong })
  },
  'members.rename': async () => {
    const name = requestId().slice(0, 8)
    return () => asMember('members.rename', { name })
  },
  'books.audit': async () => () => asManager('books.audit', {}),
  'members.list': async () => () => asManager('members.list', {}),
  'members.totals': async () => () => asManager('members.totals', {}),
  'messages.accept': async () => () =>
    asMember('messages.accept', { accepted: [{ topic: 'tier-upgraded', templateId: 'template-0' }], refused: [] }),
  'messages.inbox': async () => () => asMember('messages.inbox'),
  'messages.reminders': async () => () => asMember('messages.reminders'),
  'messages.failures': async () => () => asManager('messages.failures', {}),
  'messages.set-templates': async () => () => asManager('messages.set-templates', { templates: [] }),
  'points.adjust': async () => () => asManager('points.adjust', { accountId, change: 1, reason: '补记' }),
  'points.top-up': () => byAnother('points.top-up'),
  'acts.complete-profile': () =>
    byAnother('acts.complete-profile', { birthday: '05-21', details: [{ code: 'taste', value: '少糖' }] }),
  'acts.order': () => afterOrder((entryId) => ['acts.order', { entryId }]),
  'acts.profile': async () => () => asMember('acts.profile'),
  'acts.review': () => afterOrder((entryId) => ['acts.review', { entryId, stars: 5, text: '好喝' }]),
  'acts.ways': () => afterOrder(() => ['acts.ways', {}]),
  'benefits.tick': async () => {
    const { scanId, accountId } = await newCustomer()
    return () => atTill(cloud, clerk, 'benefits.tick', { scanId, accountId, code: 'tasting' })
  },
  'benefits.untick': async () => {
    const { scanId, accountId } = await newCustomer()
    const ticked = await atTill(cloud, clerk, 'benefits.tick', { scanId, accountId, code: 'tasting' })
    return () => atTill(cloud, clerk, 'benefits.untick', { tickId: valueOf(ticked).tickId, accountId })
  },
  'checkins.check-in': () => byAnother('checkins.check-in'),
  'checkins.make-up': async () => {
    const openid = `o-${requestId()}`
    await enrolPhone(cloud, openid)
    await cloud.advance(24 * 60 * 60_000)
    const today = (await cloud.control('clock')).now
    await asMember('checkins.read')
    const day = new Date(Date.parse(today) + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
    return () => phone(cloud, openid, 'checkins.make-up', { day }, { hint: wrong })
  },
  'checkins.read': async () => () => asMember('checkins.read'),
  'tiers.buy': () => byAnother('tiers.buy', { saleId: 'promotion' }),
  'tiers.set': async () => {
    const { member } = await enrolPhone(cloud, `o-${requestId()}`)
    return () => asManager('tiers.set', { accountId: member.accountId, tierId: 'gold', reason: '老客人' })
  },
  'programmes.read': async () => () => asManager('programmes.read', { preset: 'tea-house' }),
  'programmes.check': async () => () => asManager('programmes.check', { draft: JSON.stringify(demoTea) }),
  'programmes.try': async () => () => asManager('programmes.try', { draft: JSON.stringify(demoTea) }),
  'programmes.publish': async () => {
    const input = await publication()
    return () => asManager('programmes.publish', input)
  },
  'programmes.withdraw': async () => {
    const { version } = await manage(cloud, 'programmes.publish', await publication())
    return () => asManager('programmes.withdraw', { version })
  },
  'pos-keys.issue': async () => () => asManager('pos-keys.issue', { label: 'till', storeIds: ['S1'] }),
  'pos-keys.revoke': async () => {
    const { keyId } = await manage(cloud, 'pos-keys.issue', { label: 'till', storeIds: ['S1'] })
    return () => asManager('pos-keys.revoke', { keyId })
  },
  // Whoever holds somebody else's card costs the most.
  'cards.mine': async () => {
    const [main, sub] = await newPair()
    await shareCard(cloud, main, [sub])
    return () => asked(sub, 'cards.mine', {})
  },
  'cards.open-shared': async () => {
    const [main] = await newPair()
    return () => asked(main, 'cards.open-shared', { kind: 'couple', mode: 'pooled' })
  },
  'cards.invite': async () => {
    const [main] = await newPair()
    const cardId = await openCard(cloud, main)
    return () => asked(main, 'cards.invite', { cardId })
  },
  'cards.join': async () => {
    const [main, sub] = await newPair()
    const code = await inviteTo(cloud, main, await openCard(cloud, main))
    return () => asked(sub, 'cards.join', { code })
  },
  'cards.leave': async () => {
    const [main, sub] = await newPair()
    const cardId = await shareCard(cloud, main, [sub])
    return () => asked(sub, 'cards.leave', { cardId })
  },
  'cards.remove-holder': async () => {
    const [main, sub] = await newPair()
    const cardId = await shareCard(cloud, main, [sub])
    const holderId = valueOf(await phone(cloud, sub, 'home.read')).member.accountId
    return () => asked(main, 'cards.remove-holder', { cardId, holderId })
  },
  'cards.history': async () => {
    const [main, sub] = await newPair()
    const cardId = await shareCard(cloud, main, [sub])
    return () => asked(sub, 'cards.history', { cardId })
  },
  'cards.check-relationship': async () => {
    const [main, sub] = await newPair()
    await shareCard(cloud, main, [sub], 'family')
    const code = await codeShownBy(cloud, main)
    const sheet = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
    const { scanId, accountId, toCheck } = sheet
    const { cardId, holderId } = toCheck[0]
    const input = { scanId, accountId, cardId, holderId, check: 'known' }
    return () => atTill(cloud, clerk, 'cards.check-relationship', input)
  },
  'cards.report-lost': async () => {
    const openid = `o-${requestId()}`
    await enrolPhone(cloud, openid)
    return () => phone(cloud, openid, 'cards.report-lost', {}, { hint: wrong })
  },
  'cards.freeze': async () => {
    const { scanId, accountId } = await newCustomer()
    return () => atTill(cloud, clerk, 'cards.freeze', { scanId, accountId })
  },
  'cards.reissue': async () => {
    const { scanId, accountId } = await newCustomer()
    valueOf(await atTill(cloud, clerk, 'cards.freeze', { scanId, accountId }))
    return () => atTill(cloud, clerk, 'cards.reissue', { scanId, accountId, check: 'id-card' })
  },
  'staff.me': async () => () => atTill(cloud, clerk, 'staff.me', {}),
  'staff.scan': async () => {
    await cloud.advance(30_000)
    const code = await codeShownBy(cloud, 'o-member-1')
    return () => atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' })
  },
  'staff.enrol': async () => {
    const { consent } = await wishOf(cloud, 'o-visitor')
    const number = numberOf(requestId())
    return () => atTill(cloud, clerk, 'staff.enrol', { storeId: 'S1', phone: number, consent })
  },
  'staff.find': async () => () => atTill(cloud, clerk, 'staff.find', { storeId: 'S1', phone: numberOf('o-member-1') }),
  'staff.store-code': async () => () => atTill(cloud, clerk, 'staff.store-code', { storeId: 'S1', mine: true }),
  'staff.accrue': async () => {
    const { scanId } = await scanned()
    return () => atTill(cloud, clerk, 'staff.accrue', { scanId, accountId, amountFen: 100, dueFen: 100 })
  },
  'staff.undo': async () => {
    const { scanId } = await scanned()
    const paid = valueOf(await atTill(cloud, clerk, 'staff.accrue', { scanId, accountId, amountFen: 100, dueFen: 100 }))
    return () => atTill(cloud, clerk, 'staff.undo', { orderId: paid.orderId, storeId: 'S1', accountId })
  },
  'staff.invite': async () => () => asManager('staff.invite', { name: '店员', role: 'staff', storeIds: ['S1'] }),
  'staff.join': async () => {
    const { code } = await manage(cloud, 'staff.invite', { name: '店员', role: 'staff', storeIds: ['S1'] })
    return () => atTill(cloud, `o-${requestId()}`, 'staff.join', { code })
  },
  'staff.dismiss': async () => {
    const openid = `o-${requestId()}`
    const before = new Set(await staffIds())
    await hire(cloud, openid)
    const staffId = (await staffIds()).find((id) => !before.has(id))
    return () => asManager('staff.dismiss', { staffId })
  },
  'purchases.record': async () => () => record(cloud, shop.till, [order({ customer: 'c1' })]),
}

async function spentBy(name: string, call: () => Promise<unknown>): Promise<Spent> {
  await cloud.drain()
  await cloud.control('statistics', undefined, 'DELETE')
  await call()
  await cloud.drain()
  const { audience } = operations.find((one) => one.name === name)!
  const { databaseCalls, sequential } = await cloud.operation(audience, name)
  return { sequential: sequential.max, total: databaseCalls.max }
}

async function holds(name: string, label: string, call: () => Promise<unknown>, budget?: Spent): Promise<void> {
  const allowed = budget ?? operations.find((one) => one.name === name)!.budget
  const spent = await spentBy(name, call)
  rows.push({ operation: name, case: label, budget: allowed, spent })
  expect([label, spent.sequential <= allowed.sequential, spent.total <= allowed.total]).toEqual([label, true, true])
}

const costsByLength = new Set(['books.audit', 'programmes.try'])

describe.each(Object.keys(calls))('%s', (name) => {
  it('keeps within its budget of database calls, cold and warm', async () => {
    const call = await calls[name]!()
    await call()
    await holds(name, 'warm', await calls[name]!())
    // A budget with a call to spare would let one more call pass unseen. Some cost by how much there is to read.
    const { budget, spent } = rows.at(-1)!
    if (!costsByLength.has(name)) expect(spent).toEqual(budget)
    const cold = await calls[name]!()
    await cloud.advance(5 * 60_000)
    const { sequential, total } = operations.find((one) => one.name === name)!.budget
    await holds(name, 'cold', cold, { sequential, total: total + termsCalls })
  })
})

describe('shared cards', () => {
  it('cost the till one trip more to read, and none more to take a payment by', async () => {
    const [main, sub] = await newPair()
    const cardId = await shareCard(cloud, main, [sub])
    const code = await sharedCodeOf(cloud, sub, cardId)
    await atTill(cloud, clerk, 'staff.me', {})
    let sheet: any
    await holds(
      'staff.scan',
      'shared card',
      async () => (sheet = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))),
      { sequential: 3, total: 6 },
    )
    const { scanId, accountId } = sheet
    const paid = () => atTill(cloud, clerk, 'staff.accrue', { scanId, accountId, amountFen: 100, dueFen: 100 })
    await holds('staff.accrue', 'shared card', paid, { sequential: 2, total: 5 })
  })
})

describe('narrower budgets', () => {
  it('a trial on a short history takes two trips', async () => {
    await asManager('programmes.read', {})
    const trial = () => asManager('programmes.try', { draft: JSON.stringify(demoTea) })
    await holds('programmes.try', 'short', trial, { sequential: 2, total: 2 })
  })

  it('a home page whose phone remembers its account takes one trip', async () => {
    await asMember('home.read')
    await holds('home.read', 'hint', () => asMember('home.read', {}, accountId), { sequential: 1, total: 2 })
  })

  it('a refund of an order from an earlier batch takes one trip more than an order', async () => {
    await record(cloud, shop.till, [order({ orderId: 'early', customer: 'c1' })])
    await holds('purchases.record', 'refund', () => record(cloud, shop.till, [refundOf('early', 100)]), {
      sequential: 3,
      total: 7,
    })
  })

  it('a correction of somebody with many behind them keeps its budget', async () => {
    for (let n = 0; n < 21; n += 1) await manage(cloud, 'points.adjust', { accountId, change: 1, reason: '补记' })
    await holds('points.adjust', 'busy member', () =>
      asManager('points.adjust', { accountId, change: 1, reason: '补记' }),
    )
  })
})

describe('a command repeated', () => {
  const twice = async (name: string, call: () => Promise<unknown>, total = 4) => {
    await call()
    await holds(name, 'replay', call, { sequential: 2, total })
  }
  it('takes at most two trips', async () => {
    const [one, two, three, four] = [requestId(), requestId(), requestId(), requestId()]
    await twice('points.adjust', () => asManager('points.adjust', { accountId, change: 1, reason: '补记' }, one))
    const published = await publication()
    const five = requestId()
    await twice('programmes.publish', () => asManager('programmes.publish', published, five), 5)
    await twice('pos-keys.issue', () => asManager('pos-keys.issue', { label: 'till', storeIds: ['S1'] }, two))
    const wish = await wishOf(cloud, 'o-repeat')
    await twice('members.enrol', () => phone(cloud, 'o-repeat', 'members.enrol', wish, { requestId: three }))
    const again = order({ customer: 'c1' })
    await twice('purchases.record', () => record(cloud, shop.till, [again]))
    const key = await manage(cloud, 'pos-keys.issue', { label: 'till', storeIds: ['S1'] })
    await twice('pos-keys.revoke', () => asManager('pos-keys.revoke', { keyId: key.keyId }, four))
    for (let n = 0; n < 21; n += 1) await manage(cloud, 'points.adjust', { accountId, change: 1, reason: '补记' })
    const input = { accountId, change: 1, reason: '补记' }
    await holds('points.adjust', 'replay from the ledger', () => asManager('points.adjust', input, one), {
      sequential: 2,
      total: 4,
    })
  })
})

describe('shop.found', () => {
  it('keeps within its budget, and its repetition takes at most two trips', async () => {
    await cloud.reset()
    await holds('shop.found', 'cold', () => foundShop(cloud, 'demo-tea'))
    await cloud.reset()
    const input = {
      claimCode: testSecrets.CHANGLAI_CLAIM_CODE,
      name: '店',
      managerName: '店长',
      preset: 'demo-tea',
      stores: [{ id: 'S1', name: '一店' }],
    }
    const id = requestId()
    const call = () => asManager('shop.found', input, id)
    await call()
    await holds('shop.found', 'replay', call, { sequential: 2, total: 4 })
  })
})

it('every operation is measured here', () => {
  expect(new Set(rows.map((row) => row.operation))).toEqual(new Set(operations.map((one) => one.name)))
})
