import { keyedHash, sharedCardSecret } from '../../cloudfunctions/_runtime/card-secret'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { codeText, stepAt } from '../../shared/cards/member-code'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  phone,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { numberOf, wechatProof, wishOf } from '../support/joining'
import { inviteTo, openCard, pointsOf, scanShared, shareCard, sharedCodeOf } from '../support/sharing'
import { atTill, cardOf, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const clerk = 'o-clerk-1'
beforeAll(async () => {
  await bendProgramme(cloud, {
    cards: {
      holders: ['adult', 'organisation'],
      transferable: false,
      family: { subCards: 2, pooling: 'holder-chooses', relationshipCheckedBy: 'staff' },
      couple: { pooling: 'pooled' },
      corporate: { holders: 20, bulk: { fromFen: 50_000, percent: 20, swapsAtOnce: true } },
    },
  })
  await hire(cloud, clerk)
})

/** Each test has people of its own. */
let [li, lin, other, count] = ['', '', '', 0]
beforeEach(async () => {
  count += 1
  ;[li, lin, other] = [`o-li-${count}`, `o-lin-${count}`, `o-other-${count}`]
  for (const openid of [li, lin]) await enrolPhone(cloud, openid)
})

const till = (operation: string, { scanId, accountId }: any, more: object = {}, id = requestId()) =>
  atTill(cloud, clerk, operation, { scanId, accountId, ...more }, id)
const pay = (sheet: any, fen: number, more: object = {}) =>
  till('staff.accrue', sheet, { amountFen: fen, dueFen: fen, ...more })
const code = (reply: any) => (reply.ok ? 'ok' : reply.refusal.code)
const asked = async (openid: string, operation: string, input: object) =>
  code(await phone(cloud, openid, operation, input))
const scan = async (text: string) => code(await atTill(cloud, clerk, 'staff.scan', { code: text, storeId: 'S1' }))
/** A code that no phone was given the secret for. */
const codeMadeOf = async ({ cardNo }: { cardNo: string }, own: { cardNo: string; serverAt: string }) => {
  const secret = await cloud.run(async () => sharedCardSecret(wxEffects(), cardNo, own.cardNo))
  return codeText({ cardNo, secret }, stepAt(own.serverAt), keyedHash)
}
const accountOf = async (openid: string) => valueOf(await phone(cloud, openid, 'home.read')).member.accountId
const wholeBooks = async () => {
  await cloud.drain()
  expect((await auditAll(cloud)).faults).toEqual([])
}

describe('a pooled card', () => {
  it('earns on the main account, whoever of them pays, and a holder who leaves takes along what they brought', async () => {
    const gifts = [await pointsOf(cloud, li), await pointsOf(cloud, lin)]
    const cardId = await shareCard(cloud, li, [lin])
    const sheet = await scanShared(cloud, clerk, lin, cardId)
    expect(sheet).toMatchObject({ accountId: await accountOf(li), shared: { kind: 'couple', role: 'sub' } })
    const { earned } = valueOf(await pay(sheet, 10_000))
    expect(await pointsOf(cloud, li)).toBe(gifts[0]! + earned)
    expect(await pointsOf(cloud, lin)).toBe(gifts[1])
    const seen = valueOf(await phone(cloud, li, 'cards.history', { cardId }))
    expect(seen.holders).toMatchObject([{ holderId: await accountOf(lin), earned, burned: 0, share: earned }])
    expect(seen.uses.map((use: any) => use.kind)).toEqual(['purchase', 'joined'])

    await wakeClock(cloud)
    const told = valueOf(await phone(cloud, li, 'messages.inbox')).notices
    expect(told).toMatchObject([{ topic: 'card-used', title: { zh: '副卡用了共用卡' }, page: 'pages/assets/cards' }])
    expect(valueOf(await phone(cloud, lin, 'messages.inbox')).notices).toEqual([])

    const id = requestId()
    const leave = () => phone(cloud, lin, 'cards.leave', { cardId }, { requestId: id })
    expect(valueOf(await leave())).toEqual({ moved: earned })
    expect(valueOf(await leave())).toEqual({ moved: earned })
    expect(await pointsOf(cloud, li)).toBe(gifts[0])
    expect(await pointsOf(cloud, lin)).toBe(gifts[1]! + earned)
    await wholeBooks()
    const entries = (await cloud.dump('entries')).map(({ document }: any) => document)
    const out = entries.find((one) => one.kind === 'transfer-out' && one.cardId === cardId)
    expect(entries.find((one) => one._id === out.other)).toMatchObject({ kind: 'transfer-in', other: out._id })
    expect(await asked(lin, 'cards.leave', { cardId })).toBe('card_not_held')
    expect(await asked(lin, 'cards.history', { cardId })).toBe('card_not_held')
  })
})

describe('a holder who takes points', () => {
  it('and another who takes them at the same time get exactly what is there', async () => {
    const cardId = await shareCard(cloud, li, [lin])
    valueOf(await pay(await scanShared(cloud, clerk, li, cardId), 30_000))
    await cloud.advance(30_000)
    const burnPoints = await pointsOf(cloud, li)
    const sheets = [await scanShared(cloud, clerk, lin, cardId), await scanShared(cloud, clerk, li, cardId)]
    const answers = await Promise.all(sheets.map((sheet) => pay(sheet, burnPoints, { burnPoints, dueFen: 0 })))
    expect(answers.map(code).sort()).toEqual(['ok', 'points_short'])
    expect(await pointsOf(cloud, li)).toBe(0)
    await wholeBooks()
  })

  it('is settled with once, however many taps of both come at once, and no till goes by the card after it', async () => {
    const cardId = await shareCard(cloud, li, [lin])
    const sheet = await scanShared(cloud, clerk, lin, cardId)
    valueOf(await pay(sheet, 12_300))
    const before = [await pointsOf(cloud, li), await pointsOf(cloud, lin)]
    const holderId = await accountOf(lin)
    const taps = Array.from({ length: 16 }, (_, n) =>
      n % 2
        ? phone(cloud, lin, 'cards.leave', { cardId })
        : phone(cloud, li, 'cards.remove-holder', { cardId, holderId }),
    )
    const settled = (await Promise.all(taps)).filter((reply) => reply.ok)
    expect(settled).toHaveLength(1)
    const moved = valueOf(settled[0]!).moved
    expect(moved).toBeGreaterThan(0)
    expect([await pointsOf(cloud, li), await pointsOf(cloud, lin)]).toEqual([before[0]! - moved, before[1]! + moved])
    expect(code(await pay(sheet, 100))).toBe('card_left')
    await wholeBooks()
  })
})

describe('a family card', () => {
  it('waits for staff to check the relationship, and the till says by whom it is held', async () => {
    const cardId = await shareCard(cloud, li, [lin], 'family')
    const pending = valueOf(await phone(cloud, lin, 'cards.mine')).cards[1]
    expect(pending).toMatchObject({ cardId, secret: null, shared: { pending: true, role: 'sub', people: 2 } })
    expect(await scan(await codeMadeOf(pending, await cardOf(cloud, lin)))).toBe('card_unchecked')
    const sheet = valueOf(
      await atTill(cloud, clerk, 'staff.scan', { code: await codeShownBy(cloud, li), storeId: 'S1' }),
    )
    const holderId = await accountOf(lin)
    expect(sheet.toCheck).toEqual([{ cardId, holderId, name: null }])
    await enrolPhone(cloud, other)
    const check = (about: object, of = sheet) =>
      till('cards.check-relationship', of, { cardId, holderId, check: 'known', ...about })
    expect(code(await check({ holderId: await accountOf(other) }))).toBe('card_not_held')
    expect(code(await check({ cardId: 'shared-0000000000' }))).toBe('card_not_held')
    expect(valueOf(await check({ check: 'household-book' }))).toEqual({ holderId })
    expect(code(await check({}, { ...sheet, accountId: holderId }))).toBe('scan_over')

    const seen = await scanShared(cloud, clerk, lin, cardId)
    expect(seen).toMatchObject({ accountId: sheet.accountId, shared: { kind: 'family', mode: 'pooled' }, toCheck: [] })
    for (const [operation, more] of [
      ['cards.freeze', {}],
      ['cards.reissue', { check: 'known' }],
      ['cards.check-relationship', { cardId, holderId, check: 'known' }],
    ] as const)
      expect(code(await till(operation, seen, more))).toBe('own_card_needed')
  })

  it('of a phone that is lost shows no code, and its old codes are worth nothing once the card is replaced', async () => {
    const cardId = await shareCard(cloud, li, [lin])
    const was = valueOf(await phone(cloud, lin, 'cards.mine')).cards[1]
    const sheet = await scanShared(cloud, clerk, lin, cardId)
    await cloud.advance(30_000)
    const own = valueOf(
      await atTill(cloud, clerk, 'staff.scan', { code: await codeShownBy(cloud, lin), storeId: 'S1' }),
    )
    valueOf(await phone(cloud, lin, 'cards.report-lost'))
    expect(code(await pay(sheet, 100))).toBe('card_frozen')
    expect(await scan(await sharedCodeOf(cloud, lin, cardId, was))).toBe('card_frozen')
    expect(valueOf(await phone(cloud, lin, 'cards.mine')).cards[1].secret).toBeNull()
    valueOf(await till('cards.reissue', own, { check: 'known' }))
    expect(await scan(await sharedCodeOf(cloud, lin, cardId, was))).toBe('code_unknown')
    expect((await scanShared(cloud, clerk, lin, cardId)).accountId).toBe(sheet.accountId)
  })
})

describe('a company’s card', () => {
  it('swaps points at once for the price in bulk, whoever of its people buys', async () => {
    const { consent } = await wishOf(cloud, other)
    const enrolment = { storeId: 'S1', phone: numberOf(other), name: '云栖', organisation: '云栖设计', consent }
    valueOf(await atTill(cloud, clerk, 'staff.enrol', enrolment))
    const proof = await wechatProof(cloud, numberOf(other))
    valueOf(await phone(cloud, other, 'members.enrol', { consent, phone: proof }))
    const cardId = await shareCard(cloud, other, [lin], 'corporate')
    const there = await pointsOf(cloud, other)
    expect(there).toBeGreaterThan(0)
    const sheet = await scanShared(cloud, clerk, lin, cardId)
    expect(sheet).toMatchObject({
      member: { name: '云栖设计' },
      shared: { kind: 'corporate', bulk: { fromFen: 50_000, percent: 20 } },
    })
    const bulk = { amountFen: 60_000, dueFen: 48_000 - there, burnPoints: there }
    expect(valueOf(await till('staff.accrue', sheet, bulk))).toMatchObject({ burned: there, listFen: 60_000 })
    expect(code(await pay(sheet, 60_000))).toBe('bill_changed')
    expect(valueOf(await phone(cloud, lin, 'cards.mine')).cards[1].shared).toMatchObject({ ownerName: '云栖设计' })
  })
})

describe('refused and nothing changed', () => {
  it('is what a stranger asks of a card, and what the programme has not', async () => {
    const cardId = await openCard(cloud, li)
    const holderId = await accountOf(lin)
    const before = await everything(cloud)
    for (const operation of ['cards.invite', 'cards.leave', 'cards.history'])
      expect(await asked(lin, operation, { cardId })).toBe('card_not_held')
    expect(await asked(lin, 'cards.remove-holder', { cardId, holderId: await accountOf(li) })).toBe('card_not_held')
    expect(await asked(li, 'cards.remove-holder', { cardId, holderId })).toBe('card_not_held')
    const open = (kind: string, mode = 'pooled') => asked(li, 'cards.open-shared', { kind, mode })
    expect(await open('couple')).toBe('card_kind_held')
    expect(await open('couple', 'separate')).toBe('card_mode_not_offered')
    expect(await open('corporate')).toBe('organisation_needed')
    expect(await asked(li, 'cards.join', { code: 'ABCDEFGHJK' })).toBe('card_code_unknown')
    expect(await everything(cloud)).toEqual(before)
  })

  it('is what comes of a code that is one’s own, used, over or to a card that is full', async () => {
    const cardId = await openCard(cloud, li)
    const [mine, late, spare] = [
      await inviteTo(cloud, li, cardId),
      await inviteTo(cloud, li, cardId),
      await inviteTo(cloud, li, cardId),
    ]
    await enrolPhone(cloud, other)
    const join = (openid: string, text: string) => asked(openid, 'cards.join', { code: text })
    expect(await join(li, mine)).toBe('card_code_own')
    expect(await join(lin, mine)).toBe('ok')
    expect(await join(lin, spare)).toBe('card_kind_held')
    expect(await join(other, mine)).toBe('card_code_used')
    expect(await join(other, spare)).toBe('card_full')
    expect(await asked(li, 'cards.invite', { cardId })).toBe('card_full')
    expect(await asked(li, 'cards.leave', { cardId })).toBe('card_has_holders')
    const was = valueOf(await phone(cloud, lin, 'cards.mine')).cards[1]
    expect(await asked(lin, 'cards.leave', { cardId })).toBe('ok')
    expect(await scan(await sharedCodeOf(cloud, lin, cardId, was))).toBe('card_left')
    await cloud.advance(86_400_000)
    expect(await join(other, late)).toBe('card_code_over')
    expect(await asked(li, 'cards.leave', { cardId })).toBe('ok')
    expect((await cardOf(cloud, li)).kind).toBe('own')
  })
})
