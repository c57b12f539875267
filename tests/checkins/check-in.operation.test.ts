import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Reply } from '../support/cloud'
import { auditAll, enrolPhone, everything, manage, phone, requestId, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
let count = 0

async function someone() {
  count += 1
  const openid = `o-visit-${count}`
  const { member } = await enrolPhone(cloud, openid)
  const ask = (operation: string, input: object = {}, id = requestId()) =>
    phone(cloud, openid, operation, input, { requestId: id, hint: member.accountId })
  const stands = async () => {
    const { streak, checkedIn, balance, done } = valueOf(await ask('checkins.read'))
    return { streak, checkedIn, balance, days: done.days }
  }
  return { ...member, ask, stands }
}
type Person = Awaited<ReturnType<typeof someone>>
const tap = (one: Person, id = requestId()) => one.ask('checkins.check-in', {}, id)
const atOnce = (times: number, ask: () => Promise<Reply>) => Promise.all(Array.from({ length: times }, ask))
const refusedWith = async (code: string, ask: () => Promise<unknown>) => {
  const before = await everything(cloud)
  expect(await ask()).toMatchObject({ ok: false, refusal: { code } })
  expect(await everything(cloud)).toEqual(before)
}
const goTo = async (instant: string) => cloud.setClock(instant)

describe('a check-in', () => {
  it('brings its points once a day, and nothing to anybody else', async () => {
    const [one, two] = [await someone(), await someone()]
    expect(valueOf(await tap(one))).toMatchObject({ earned: 5, bonus: 0, calendar: { streak: 1, balance: 105 } })
    await refusedWith('checked_in_already', () => tap(one))
    expect(await two.stands()).toEqual({ streak: 0, checkedIn: false, balance: 100, days: 0 })
    expect(valueOf(await one.ask('home.read')).checkIn).toEqual({ checkedIn: true, streak: 1, points: 5 })
    const [entry] = valueOf(await one.ask('points.statement')).entries
    expect(entry).toMatchObject({ points: 5, reason: { code: 'check-in', streak: 1, bonus: 0 } })
  })

  it('answers the same request the same, and brings nothing more', async () => {
    const [one, id] = [await someone(), requestId()]
    const first = await tap(one, id)
    expect(await tap(one, id)).toEqual(first)
    expect((await one.stands()).balance).toBe(105)
  })

  it('is one for two taps at once, and for sixty-four', async () => {
    const [one, two] = [await someone(), await someone()]
    for (const [who, taps] of [
      [one, 2],
      [two, 64],
    ] as const) {
      const replies = await atOnce(taps, () => tap(who))
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
      const codes = replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.code]))
      expect(codes.filter((code) => !['checked_in_already', 'busy', 'rate_limited'].includes(code))).toEqual([])
      expect(await who.stands()).toEqual({ streak: 1, checkedIn: true, balance: 105, days: 1 })
    }
  })
})

it('two taps around midnight count for two days, two before it for one', async () => {
  const one = await someone()
  await goTo('2026-06-02T15:59:58.000Z')
  const late = await atOnce(2, () => tap(one))
  expect(late.filter(({ ok }) => ok)).toHaveLength(1)
  await goTo('2026-06-02T16:00:00.000Z')
  expect(valueOf(await tap(one))).toMatchObject({ calendar: { today: '2026-06-03', streak: 2, done: { days: 2 } } })
})

describe('a missed day', () => {
  it('is made up for with points by one of many taps, and the streak is back', async () => {
    await goTo('2026-06-04T04:00:00.000Z')
    const [one, other] = [await someone(), await someone()]
    for (const day of ['05', '07']) {
      await goTo(`2026-06-${day}T04:00:00.000Z`)
      valueOf(await tap(one))
    }
    const pay = (points = 20) => one.ask('checkins.make-up', { day: '2026-06-06', points })
    await refusedWith('make_up_price_changed', () => pay(10))
    expect((await atOnce(8, () => pay())).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await one.stands()).toEqual({ streak: 3, checkedIn: true, balance: 90, days: 3 })
    await refusedWith('make_up_not_that_day', () => pay())
    await refusedWith('make_up_not_that_day', () => other.ask('checkins.make-up', { day: '2026-06-03' }))
    expect((await other.stands()).balance).toBe(100)
  })

  it('cannot be paid for with points that are not there', async () => {
    const one = await someone()
    await goTo('2026-06-09T04:00:00.000Z')
    await manage(cloud, 'points.adjust', { accountId: one.accountId, change: -90, reason: '更正' })
    await refusedWith('points_short', () => one.ask('checkins.make-up', { day: '2026-06-08' }))
  })
})

it('a shop without check-ins refuses all of it', async () => {
  const one = await someone()
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  await takeCheckInsAway()
  await refusedWith('check_in_not_offered', () => tap(one))
  await refusedWith('check_in_not_offered', () => one.ask('checkins.read'))
  await refusedWith('make_up_not_offered', () => one.ask('checkins.make-up', { day: '2026-06-08' }))
  expect(valueOf(await one.ask('home.read')).checkIn).toBe(null)
})

async function takeCheckInsAway(): Promise<void> {
  await cloud.run(async () => {
    const { store } = wxEffects()
    const version = (await store.get<any>('programmes', 'programme-1'))!
    const { checkIn: _, ...programme } = version.programme
    await store.put('programmes', { ...version, programme })
  })
  await cloud.advance(5 * 60_000)
}
