import type { ShopEvent } from '../../shared/programme/parts/events'
import { eventOf } from '../events/builders'
import { bendProgramme, enrolPhone, manage, phone, useShop, valueOf, wakeClock } from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const lin = 'o-member-lin'
const opensAt = '2026-08-10T02:00:00.000Z'

const event = (more: Partial<ShopEvent>) =>
  eventOf({ startsAt: '2026-09-20T06:00:00.000Z', endsAt: '2026-09-20T09:00:00.000Z', ...more })

beforeEach(async () => {
  await bendProgramme(cloud, { events: [event({ signUpFrom: opensAt })] })
  await enrolPhone(cloud, lin)
  expect(valueOf(await phone(cloud, lin, 'events.remind', { eventId: 'tasting' }))).toEqual({ opensAt })
  await at('2026-06-03T04:00:00.000Z')
})

/** A version of the programme with these events, in force a month later: members are told of what is taken back. */
async function publish(...events: ShopEvent[]): Promise<void> {
  const { live, newest } = await manage(cloud, 'programmes.read')
  const draft = JSON.stringify({ ...live.programme, events })
  const now = Date.parse((await cloud.control('clock')).now)
  const effectiveAt = new Date(now + 31 * 86_400_000).toISOString()
  await manage(cloud, 'programmes.publish', { draft, effectiveAt, basedOn: newest })
  await at(new Date(now + 31 * 86_400_000 + 10 * 60_000).toISOString())
}

/** The clock comes at an instant, and twice more in the minutes after it. */
async function at(instant: string): Promise<void> {
  await cloud.setClock(instant)
  for (let minute = 0; minute < 3; minute += 1) {
    await wakeClock(cloud)
    await cloud.advance(60_000)
  }
}

const told = async () => valueOf(await phone(cloud, lin, 'messages.inbox')).notices.map(({ topic }: any) => topic)

describe('a sign-up of whose opening a member wants to be told', () => {
  it('that a later version puts off is told of at the new time, once', async () => {
    await publish(event({ signUpFrom: '2026-08-12T02:00:00.000Z' }))
    await at(opensAt)
    expect(await told()).toEqual([])
    await at('2026-08-12T02:00:00.000Z')
    expect(await told()).toEqual(['event-opens'])
    await publish(event({ signUpFrom: '2026-09-16T02:00:00.000Z' }))
    await at('2026-09-16T02:00:00.000Z')
    expect(await told()).toEqual(['event-opens'])
  })

  it('that a later version opens earlier is told of earlier, once', async () => {
    await publish(event({ signUpFrom: '2026-08-05T02:00:00.000Z' }))
    expect(await told()).toEqual([])
    await at('2026-08-05T02:00:00.000Z')
    expect(await told()).toEqual(['event-opens'])
    await at(opensAt)
    expect(await told()).toEqual(['event-opens'])
  })

  it('of an event that is gone is not told of', async () => {
    await publish()
    await at(opensAt)
    expect(await told()).toEqual([])
  })

  it('is told of as it was asked for while nothing changes, however late the clock comes', async () => {
    await at('2026-08-13T02:00:00.000Z')
    expect(await told()).toEqual(['event-opens'])
  })
})
