import type { Message } from '../../shared/programme/parts/messages'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  manage,
  order,
  phone,
  record,
  today,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea')
const anna = 'o-member-1'

const message = (id: string, on: Message['on'], about: Partial<Message> = {}): Message => ({
  id,
  on,
  purpose: 'promotion',
  channels: ['inbox'],
  text: { zh: id, en: id },
  ...about,
})
const pays = (points: number) => ({ gives: [{ kind: 'points' as const, points }] })
const messages = (...list: Message[]) => bendProgramme(shop.cloud, { messages: { list } })

/** What was answered is carried to its end; then the clock runs every minute for so many minutes. */
async function minutes(count: number): Promise<void> {
  await shop.cloud.drain()
  for (let passed = 0; passed < count; passed += 1) {
    await shop.cloud.advance(60_000)
    await wakeClock(shop.cloud)
  }
}
async function at(instant: string): Promise<void> {
  await shop.cloud.setClock(instant)
  await wakeClock(shop.cloud)
}
const inbox = async (openid = anna): Promise<string[]> =>
  valueOf(await phone(shop.cloud, openid, 'messages.inbox')).notices.map(({ text }: any) => text.zh)
const points = async (openid = anna): Promise<number> =>
  valueOf(await phone(shop.cloud, openid, 'home.read')).points.balance
const notices = async () => (await shop.cloud.dump('notices')).map(({ document }: any) => document)

describe('a message of the programme', () => {
  it('on a birthday stands in the member’s list once, with its points, though the clock fires twice and two run at once', async () => {
    await messages(message('birthday', { kind: 'birthday', daysBefore: 0 }, pays(100)))
    await enrolPhone(shop.cloud, anna)
    valueOf(await phone(shop.cloud, anna, 'acts.complete-profile', { birthday: '07-20', details: [] }))
    await minutes(3)
    const before = await points()
    await at('2026-07-20T01:59:00.000Z')
    expect(await inbox()).not.toContain('birthday')
    await shop.cloud.setClock('2026-07-20T02:00:00.000Z')
    await Promise.all([wakeClock(shop.cloud), wakeClock(shop.cloud)])
    await minutes(3)
    expect((await inbox()).filter((text) => text === 'birthday')).toHaveLength(1)
    expect((await points()) - before).toBe(100)
    expect(await notices()).toContainEqual(
      expect.objectContaining({
        key: 'message-birthday-2026',
        state: 'inbox',
        sending: { purpose: 'promotion', channels: ['inbox'], messageId: 'birthday' },
      }),
    )
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('gives what it gives once after the clock stood still for three days', async () => {
    await messages(message('birthday', { kind: 'birthday', daysBefore: 0 }, pays(100)))
    await enrolPhone(shop.cloud, anna)
    valueOf(await phone(shop.cloud, anna, 'acts.complete-profile', { birthday: '07-20', details: [] }))
    await minutes(3)
    const before = await points()
    await at('2026-07-22T12:00:00.000Z')
    await minutes(5)
    expect([(await points()) - before, await inbox()]).toEqual([100, expect.not.arrayContaining(['birthday'])])
  })

  it('welcomes who joins on their phone, and tells nothing to whom a till enrols', async () => {
    await messages(message('welcome', { kind: 'enrolled' }), message('hello', { kind: 'arrived' }))
    await record(shop.cloud, shop.till, [order({})])
    await minutes(5)
    expect(await notices()).toEqual([])
    await enrolPhone(shop.cloud, anna)
    await minutes(1)
    expect(await inbox()).toEqual(['welcome'])
  })

  it('greets who is scanned in a store, once a day', async () => {
    await messages(message('hello', { kind: 'arrived' }))
    await enrolPhone(shop.cloud, anna)
    await hire(shop.cloud, 'o-clerk-1')
    await minutes(3)
    const scan = async () =>
      valueOf(
        await atTill(shop.cloud, 'o-clerk-1', 'staff.scan', {
          code: await codeShownBy(shop.cloud, anna),
          storeId: 'S1',
        }),
      )
    await scan()
    await minutes(1)
    expect(await inbox()).toEqual(['hello'])
    await shop.cloud.advance(120_000)
    await scan()
    await minutes(2)
    expect(await inbox()).toEqual(['hello'])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('that a new version brings is told to members of its tiers at its time, once', async () => {
    await enrolPhone(shop.cloud, anna)
    await minutes(3)
    const { live, newest } = await manage(shop.cloud, 'programmes.read')
    const list = [message('news', { kind: 'every', when: { kind: 'dates', from: '2026-06-02', to: '2026-06-02' } })]
    await manage(shop.cloud, 'programmes.publish', {
      draft: JSON.stringify({ ...live.programme, messages: { list } }),
      effectiveAt: new Date(Date.parse(today) + 15 * 60_000).toISOString(),
      basedOn: newest,
    })
    await minutes(25)
    expect(await inbox()).not.toContain('news')
    const [account] = (await shop.cloud.dump('accounts')).map(({ document }): any => document)
    expect(account.telling.tellAt).toMatch(/^2026-06-02T0[23]:/)
    await at('2026-06-02T03:40:00.000Z')
    await minutes(2)
    expect((await inbox()).filter((text) => text === 'news')).toHaveLength(1)
  })

  it('is read with what is due alone: one tick of many members reads those whose minute has come', async () => {
    await messages(message('news', { kind: 'every', when: { kind: 'monthly', days: [2] } }))
    for (let n = 1; n <= 12; n += 1) await enrolPhone(shop.cloud, `o-member-${n}`)
    await minutes(3)
    const times = (await shop.cloud.dump('accounts')).map(({ document }: any) => document.dueAt).toSorted()
    expect(new Set(times).size).toBeGreaterThan(6)
    await at(times[5])
    expect(await notices()).toHaveLength(times.filter((time: string) => time <= times[5]).length)
  })
})
