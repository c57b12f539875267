import fc from 'fast-check'
import { afterHours, type Hours } from '../../shared/kit/hours'
import { addMilliseconds, timeOn, type Instant } from '../../shared/kit/time'
import {
  planNotices,
  renewalMs,
  type Channel,
  type DueNotice,
  type Planned,
  type Situation,
} from '../../shared/messages/plan'
import { planReasons } from '../../shared/messages/plan-reasons'
import { topics, type Topic } from '../../shared/messages/topics'
import { moreWorth, worthOf, worthOrder, type Worth, type WorthClass } from '../../shared/messages/worth'
import { programmeOf } from '../support/builders'

const now = timeOn('2026-05-24', '10:00')
const later = (days: number): Instant => addMilliseconds(now, days * 86_400_000)
const classes = Object.keys(worthOrder) as WorthClass[]
const worth = (of: WorthClass, lossFen = 0, until: Instant | null = null): Worth => ({ class: of, lossFen, until })

const service = (id: string, about: Partial<DueNotice> = {}): DueNotice => ({
  id,
  topic: 'tier-upgraded',
  purpose: 'service',
  channels: ['subscription', 'inbox'],
  worth: worth('news'),
  templateId: 'template-1',
  hasText: true,
  ...about,
})
const promotion = (id: string, channels: Channel[] = ['text', 'mail', 'inbox'], about: Partial<DueNotice> = {}) =>
  service(id, { purpose: 'promotion', channels, ...about })

const outOfQuiet = (at: Instant, quiet: Hours | null) => (quiet ? afterHours(quiet, at) : at)
const quietNight = { from: '22:00', to: '08:00' }
const usual: Omit<Situation, 'due'> = {
  now,
  coming: [],
  open: { 'template-1': 1 },
  agreed: { text: true, mail: true },
  offered: { text: true, mail: true },
  optedOut: [],
  promotions: [],
  quiet: null,
  perWeek: null,
}
const plan = (due: DueNotice[], about: Partial<Situation> = {}) => planNotices({ ...usual, due, ...about })
const ways = (planned: Planned[]) => Object.fromEntries(planned.map(({ id, channel }) => [id, channel]))
const reasonOf = (planned: Planned[], id: string) => planned.find((one) => one.id === id)?.reason

describe('three acceptances and five messages', () => {
  const five = [
    service('tier', { worth: worth('news') }),
    service('few points', { worth: worth('lapses', 300) }),
    service('seat', { worth: worth('passes-on', 0, later(1)) }),
    service('check-in', { worth: worth('habit') }),
    service('many points', { worth: worth('lapses', 5_000) }),
  ]

  it('the three most valuable go out, two reach the inbox, in the order that the planner states', () => {
    const planned = plan(five, { open: { 'template-1': 3 } })
    expect(planned.map(({ id, channel, reason }) => [id, channel, reason])).toEqual([
      ['seat', 'subscription', 'worth-most'],
      ['many points', 'subscription', 'worth-most'],
      ['few points', 'subscription', 'worth-most'],
      ['tier', 'inbox', 'no-acceptance'],
      ['check-in', 'inbox', 'no-acceptance'],
    ])
  })

  it('of points and coupons that lapse the larger sum goes first', () => {
    const text = { zh: '', en: '' }
    const lapsing = (topic: 'points-expiring' | 'coupon-expiring', facts: object) =>
      worthOf(
        { topic, key: '', facts: { on: '2026-05-31', ...facts } } as never,
        programmeOf({ redemption: { pointsPerYuan: 50 } }),
        'regular',
      )
    const coupons = (worthFen: number) => lapsing('coupon-expiring', { coupon: text, count: 1, worthFen, text })
    const due = [
      service('small coupon', { worth: coupons(1_500) }),
      service('points', { worth: lapsing('points-expiring', { points: 1_000 }) }),
      service('dear coupon', { worth: coupons(6_800) }),
    ]
    expect(plan(due, { open: { 'template-1': 2 } }).map(({ id, channel }) => [id, channel])).toEqual([
      ['dear coupon', 'subscription'],
      ['points', 'subscription'],
      ['small coupon', 'inbox'],
    ])
  })

  it('are the member’s whatever topics they tapped at, but never those of another template', () => {
    const apart = five.map((one) => (one.id === 'seat' ? { ...one, templateId: 'template-2' } : one))
    const planned = plan(apart, { open: { 'template-1': 3, 'template-2': 0 } })
    expect(ways(planned)).toMatchObject({ seat: 'inbox', 'many points': 'subscription', tier: 'subscription' })
  })

  it('every topic has a place in the order, and the order goes by what the member loses', () => {
    const facts = { points: 100, on: '2026-05-31', until: later(1), event: { zh: '', en: '' }, eventId: 'e' }
    const all = topics.map((topic) =>
      worthOf({ topic, key: '', facts: facts as never } as never, programmeOf(), 'regular'),
    )
    expect(all.every(({ class: of }) => classes.includes(of))).toBe(true)
    expect(classes).toEqual(['passes-on', 'lapses', 'tier-ends', 'booked', 'safety', 'gift', 'opens', 'news', 'habit'])
    expect(moreWorth(worth('lapses', 2), worth('lapses', 1))).toBeGreaterThan(0)
    expect(moreWorth(worth('lapses', 1, later(1)), worth('lapses', 1, later(2)))).toBeGreaterThan(0)
  })
})

describe('the last acceptance', () => {
  const news = service('tier')
  const soon = (of: WorthClass, days: number) => [{ at: later(days), templateId: 'template-1', worth: worth(of, 100) }]

  it('is kept for a notice worth more that comes before the member is asked again', () => {
    const planned = plan([news], { coming: soon('lapses', 6) })
    expect([ways(planned), reasonOf(planned, 'tier')]).toEqual([{ tier: 'inbox' }, 'kept-for-more'])
  })

  it.each([
    ['worth less', soon('habit', 2), 1],
    ['further off', soon('lapses', renewalMs / 86_400_000 + 1), 1],
    ['of another template', [{ ...soon('lapses', 2)[0]!, templateId: 'template-2' }], 1],
    ['provided for by a second acceptance', soon('lapses', 2), 2],
  ])('is spent where what comes is %s', (_, coming, count) => {
    expect(ways(plan([news], { coming, open: { 'template-1': count } }))).toEqual({ tier: 'subscription' })
  })

  it('is not kept for what is worth the same: that which is due goes first', () => {
    expect(ways(plan([service('now', { worth: worth('lapses', 100) })], { coming: soon('lapses', 2) }))).toEqual({
      now: 'subscription',
    })
  })
})

describe('promotion', () => {
  it('never goes by subscription message, even where its channels name it', () => {
    const planned = plan([promotion('news', ['subscription', 'inbox'])], { open: { 'template-1': 9 } })
    expect([ways(planned), reasonOf(planned, 'news')]).toEqual([{ news: 'inbox' }, 'inbox-only'])
  })

  it('goes by the first way that the member agreed to and the shop has', () => {
    expect(ways(plan([promotion('a')]))).toEqual({ a: 'text' })
    expect(ways(plan([promotion('a')], { agreed: { text: false, mail: true } }))).toEqual({ a: 'mail' })
    expect(ways(plan([promotion('a', ['text'], { hasText: false })]))).toEqual({ a: 'inbox' })
    const planned = plan([promotion('a')], { agreed: { text: false, mail: false } })
    expect([ways(planned), reasonOf(planned, 'a')]).toEqual([{ a: 'inbox' }, 'not-agreed'])
  })

  it.each([
    ['the shop sends no mail any more', ['mail'] as Channel[], { text: true, mail: false }, 'not-offered'],
    ['the shop sends neither', ['text', 'mail'] as Channel[], { text: false, mail: false }, 'not-offered'],
    ['the shop has no text for it', ['text'] as Channel[], { text: true, mail: false }, 'not-set-up'],
  ])(
    'that the member agreed to stands in the inbox where %s, and is not said to be refused',
    (_, named, offered, why) => {
      const planned = plan([promotion('a', named, { hasText: false })], { offered })
      expect([ways(planned), reasonOf(planned, 'a')]).toEqual([{ a: 'inbox' }, why])
      expect(reasonOf(plan([promotion('a', named)], { offered, agreed: { text: false, mail: false } }), 'a')).toBe(
        'not-agreed',
      )
    },
  )

  it('beyond the week’s number stays in the inbox, and service is never counted', () => {
    const due = [promotion('a'), promotion('b'), service('tier')]
    const planned = plan(due, { perWeek: 2, promotions: [later(-1), later(-8)] })
    expect(ways(planned)).toEqual({ a: 'text', b: 'inbox', tier: 'subscription' })
    expect(reasonOf(planned, 'b')).toBe('cap-reached')
  })
})

describe('a topic that the member turned off', () => {
  const optedOut: Topic[] = ['tier-upgraded']
  it('rings nowhere: service stands in the inbox, promotion is not told', () => {
    const planned = plan([service('tier'), promotion('news')], { optedOut })
    expect(ways(planned)).toEqual({ tier: 'inbox', news: 'none' })
  })

  it('costs no acceptance', () => {
    const other = service('place', { topic: 'event-place', worth: worth('habit') })
    expect(ways(plan([service('tier'), other], { optedOut }))).toEqual({ tier: 'inbox', place: 'subscription' })
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-05-24', '21:59', '2026-05-24', '21:59'],
    ['2026-05-24', '22:00', '2026-05-25', '08:00'],
    ['2026-05-25', '07:59', '2026-05-25', '08:00'],
    ['2026-05-25', '08:00', '2026-05-25', '08:00'],
  ])('%s %s waits until %s %s', (day, clock, onDay, at) => {
    expect(outOfQuiet(timeOn(day, clock), quietNight)).toBe(timeOn(onDay, at))
  })

  it('move to their end; what is over by then stays in the inbox, and what only stands there stands at once', () => {
    const night = timeOn('2026-05-24', '23:00')
    const morning = timeOn('2026-05-25', '08:00')
    const due = [
      service('tier'),
      service('seat', { worth: worth('passes-on', 0, timeOn('2026-05-25', '06:00')) }),
      promotion('list', ['inbox']),
    ]
    const planned = plan(due, { now: night, quiet: quietNight })
    expect(planned.map(({ id, channel, at }) => [id, channel, at])).toEqual([
      ['seat', 'inbox', night],
      ['list', 'inbox', night],
      ['tier', 'subscription', morning],
    ])
    expect(reasonOf(planned, 'seat')).toBe('over-by-morning')
  })
})

it('what is too late for anything to be done goes to the inbox and spends nothing', () => {
  const due = [service('late', { worth: worth('passes-on', 0, now) }), service('tier')]
  expect(ways(plan(due))).toEqual({ late: 'inbox', tier: 'subscription' })
})

describe('whatever is due', () => {
  const worths = fc.record({
    class: fc.constantFrom(...classes),
    lossFen: fc.nat(5),
    until: fc.option(fc.integer({ min: -1, max: 3 }).map(later)),
  })
  const templates = fc.constantFrom('template-1', 'template-2', null)
  const ways4 = fc.shuffledSubarray<Channel>(['subscription', 'inbox', 'text', 'mail'], { minLength: 1 })
  const notice = fc.record({
    topic: fc.constantFrom(...topics),
    purpose: fc.constantFrom('service' as const, 'promotion' as const),
    channels: ways4,
    worth: worths,
    templateId: templates,
    hasText: fc.boolean(),
  })
  const situations: fc.Arbitrary<Situation> = fc.record({
    now: fc.nat(47).map((half) => addMilliseconds(now, half * 1_800_000)),
    due: fc.array(notice, { maxLength: 8 }).map((all) => all.map((one, n) => ({ ...one, id: `notice-${n}` }))),
    coming: fc.array(
      fc.record({
        at: fc.integer({ min: -1, max: 9 }).map(later),
        templateId: fc.constant('template-1'),
        worth: worths,
      }),
      { maxLength: 4 },
    ),
    open: fc.record({ 'template-1': fc.nat(4), 'template-2': fc.nat(2) }),
    agreed: fc.record({ text: fc.boolean(), mail: fc.boolean() }),
    offered: fc.record({ text: fc.boolean(), mail: fc.boolean() }),
    optedOut: fc.subarray([...topics]),
    promotions: fc.array(fc.integer({ min: -9, max: 0 }).map(later), { maxLength: 4 }),
    quiet: fc.constantFrom(null, quietNight, { from: '12:00', to: '14:00' }),
    perWeek: fc.option(fc.nat(3)),
  })
  const holds = (check: (situation: Situation, planned: Planned[]) => void) =>
    fc.assert(
      fc.property(situations, (situation) => check(situation, planNotices(situation))),
      { numRuns: 500 },
    )
  const dueOf = ({ due }: Situation, { id }: Planned): DueNotice => due.find((one) => one.id === id)!

  it('each notice is planned once, with a reason in words', () => {
    holds(({ due }, planned) => {
      expect(planned.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort())
      expect(planned.every(({ reason }) => planReasons[reason].zh.length > 0)).toBe(true)
    })
  })

  it('no more leaves by a template than was agreed to, and none of it is promotion or turned off', () => {
    holds((situation, planned) => {
      const sent = planned.filter(({ channel }) => channel === 'subscription').map((one) => dueOf(situation, one))
      for (const [templateId, count] of Object.entries(situation.open))
        expect(sent.filter((one) => one.templateId === templateId).length).toBeLessThanOrEqual(count)
      for (const { purpose, topic, channels } of sent) {
        expect([purpose, situation.optedOut.includes(topic)]).toEqual(['service', false])
        expect(channels).toContain('subscription')
      }
    })
  })

  it('nothing leaves in quiet hours, and texts and mail only where they were agreed to', () => {
    holds((situation, planned) => {
      for (const { channel, at } of planned.filter(({ channel }) => channel !== 'inbox' && channel !== 'none')) {
        expect(outOfQuiet(at, situation.quiet)).toBe(at)
        if (channel === 'text' || channel === 'mail') expect(situation.agreed[channel]).toBe(true)
      }
    })
  })

  it('no more promotion leaves in a week than the cap allows', () => {
    holds((situation, planned) => {
      if (situation.perWeek === null) return
      const at = outOfQuiet(situation.now, situation.quiet)
      const before = situation.promotions.filter((one) => one > addMilliseconds(at, -7 * 86_400_000)).length
      const out = planned.filter(
        (one) => (one.channel === 'text' || one.channel === 'mail') && dueOf(situation, one).purpose === 'promotion',
      ).length
      expect(out).toBeLessThanOrEqual(Math.max(0, situation.perWeek - before))
    })
  })

  it('of two that wanted one acceptance the one that got it is worth no less', () => {
    holds((situation, planned) => {
      const wants = planned.filter(({ reason }) => ['worth-most', 'no-acceptance', 'kept-for-more'].includes(reason))
      for (const got of wants.filter(({ channel }) => channel === 'subscription'))
        for (const left of wants.filter(({ channel }) => channel !== 'subscription')) {
          const [one, other] = [dueOf(situation, got), dueOf(situation, left)]
          if (one.templateId === other.templateId) expect(moreWorth(one.worth, other.worth)).toBeGreaterThanOrEqual(0)
        }
    })
  })

  it('the order in which they are given changes nothing', () => {
    holds((situation, planned) => {
      const turned = { ...situation, due: [...situation.due].reverse(), coming: [...situation.coming].reverse() }
      expect(planNotices(turned)).toEqual(planned)
    })
  })
})
