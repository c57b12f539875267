import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { codeText, stepAt } from '../../shared/cards/member-code'
import { auditAll, enrolPhone, phone, requestId, useShop, valueOf } from '../support/shop'
import { atTill, cardOf, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const clerk = 'o-clerk-1'
beforeAll(() => hire(cloud, clerk))

/** Each test has members of its own. */
let [mine, other, count] = ['', '', 0]
beforeEach(async () => {
  count += 1
  ;[mine, other] = [`o-lost-${count}`, `o-kept-${count}`]
  for (const openid of [mine, other]) await enrolPhone(cloud, openid)
})

const scan = (code: string) => atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' })
const identified = async (openid: string) => valueOf(await scan(await codeShownBy(cloud, openid)))
const reportLost = (openid: string, id = requestId()) =>
  phone(cloud, openid, 'cards.report-lost', {}, { requestId: id })
const act = (operation: string, { scanId, accountId }: any, more: object = {}, id = requestId(), openid = clerk) =>
  atTill(cloud, openid, operation, { scanId, accountId, ...more }, id)
const accrue = (sheet: any) => act('staff.accrue', sheet, { amountFen: 60_000, dueFen: 60_000 })
const codeOf = async (card: any) => codeText(card, stepAt((await cardOf(cloud, other)).serverAt), keyedHash)

describe('a card that its member reports lost', () => {
  it('is frozen at once: no till takes its code, the phone shows none, and nobody else’s card is touched', async () => {
    const before = await cardOf(cloud, mine)
    const { cards } = valueOf(await reportLost(mine))
    expect(cards).toMatchObject([{ cardNo: before.cardNo, secret: null, frozenAt: expect.any(String) }])
    expect(await cardOf(cloud, mine)).toMatchObject(cards[0])
    expect(await scan(await codeOf(before))).toMatchObject({ refusal: { code: 'card_frozen' } })
    expect((await scan(await codeShownBy(cloud, other))).ok).toBe(true)
  })

  it('stays as it is when it is reported again, by the same request or by another', async () => {
    const id = requestId()
    const first = valueOf(await reportLost(mine, id))
    await cloud.advance(60_000)
    expect(valueOf(await reportLost(mine, id))).toEqual(first)
    expect(valueOf(await reportLost(mine)).cards).toEqual(first.cards)
    await cloud.drain()
    const kinds = (await cloud.dump('entries')).map(({ document }: any) => document.kind + document.accountId)
    const { accountId } = valueOf(await phone(cloud, mine, 'home.read')).member
    expect(kinds.filter((kind) => kind === `card-freeze${accountId}`)).toHaveLength(1)
  })

  it('ends what a till was about to do by it', async () => {
    const sheet = await identified(mine)
    valueOf(await reportLost(mine))
    expect(await accrue(sheet)).toMatchObject({ refusal: { code: 'card_frozen' } })
    valueOf(await act('cards.reissue', sheet, { check: 'known' }))
    expect(await accrue(sheet)).toMatchObject({ refusal: { code: 'card_reissued' } })
    expect(valueOf(await phone(cloud, mine, 'home.read')).totals.orders).toBe(0)
  })
})

describe('a reissued card', () => {
  it('has a new number under the same account: points, tier and history stay, and the old code is void', async () => {
    const sheet = await identified(mine)
    valueOf(await accrue(sheet))
    const [home, before] = [valueOf(await phone(cloud, mine, 'home.read')), await cardOf(cloud, mine)]
    const frozen = valueOf(await act('cards.freeze', sheet))
    expect(frozen).toEqual({ tail: before.cardNo.slice(-4), frozenAt: expect.any(String) })
    const { tail } = valueOf(await act('cards.reissue', sheet, { check: 'id-card' }))
    const after = await cardOf(cloud, mine)
    expect(after).toMatchObject({ cardId: before.cardId, frozenAt: null, cardNo: expect.stringMatching(`${tail}$`) })
    expect([after.cardNo === before.cardNo, after.secret === before.secret]).toEqual([false, false])
    expect(valueOf(await phone(cloud, mine, 'home.read'))).toEqual({ ...home, serverAt: expect.any(String) })
    await cloud.advance(30_000)
    expect(await scan(await codeOf(before))).toMatchObject({ refusal: { code: 'card_reissued' } })
    expect(await identified(mine)).toMatchObject({ accountId: sheet.accountId, card: { tail, frozenAt: null } })
    await cloud.drain()
    expect((await auditAll(cloud)).faults).toEqual([])
    const entries = (await cloud.dump('entries')).map(({ document }: any) => document)
    const noted = entries.find((one) => one.kind === 'card-reissue' && one.accountId === sheet.accountId)
    expect(noted).toMatchObject({ from: before.cardNo, to: after.cardNo, check: 'id-card', actor: expect.any(String) })
  })

  it('is refused with card_not_frozen before the card is frozen, and with scan_over to whoever identified nobody', async () => {
    const sheet = await identified(mine)
    expect(await act('cards.reissue', sheet, { check: 'phone' })).toMatchObject({
      refusal: { code: 'card_not_frozen' },
    })
    await hire(cloud, 'o-clerk-2')
    const { accountId } = await identified(other)
    for (const operation of ['cards.freeze', 'cards.reissue']) {
      const more = operation === 'cards.freeze' ? {} : { check: 'phone' }
      const byAnother = await act(operation, sheet, more, requestId(), 'o-clerk-2')
      expect(byAnother).toMatchObject({ refusal: { code: 'scan_over' } })
      const ofAnother = await act(operation, { ...sheet, accountId }, more)
      expect(ofAnother).toMatchObject({ refusal: { code: 'scan_over' } })
    }
    expect((await cardOf(cloud, other)).frozenAt).toBeNull()
  })

  it('is one, however many employees’ taps come at once, and the same for the same request', async () => {
    const sheet = await identified(mine)
    valueOf(await act('cards.freeze', sheet))
    const ids = Array.from({ length: 16 }, () => requestId())
    const answers = await Promise.all(ids.map((id) => act('cards.reissue', sheet, { check: 'passport' }, id)))
    const taken = answers.flatMap((answer, n) => (answer.ok ? [{ id: ids[n], value: answer.value }] : []))
    expect(taken).toHaveLength(1)
    expect((await cardOf(cloud, mine)).cardNo).toMatch(new RegExp(`${taken[0]!.value.tail}$`))
    expect(valueOf(await act('cards.reissue', sheet, { check: 'passport' }, taken[0]!.id))).toEqual(taken[0]!.value)
  })
})

it('a shop whose programme has no shared cards refuses with card_kind_not_offered', async () => {
  const reply = await phone(cloud, mine, 'cards.open-shared', { kind: 'family', mode: 'pooled' })
  expect(reply).toMatchObject({ refusal: { code: 'card_kind_not_offered' } })
})
