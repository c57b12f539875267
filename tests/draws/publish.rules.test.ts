import { drawsMayBecome } from '../../shared/draws/publish'
import { dayOf } from '../../shared/kit/time'
import { templateOf } from '../support/coupons'
import { drawShop, rulesOn, wheel } from '../support/draws'

const live = drawShop()
const published = [rulesOn(live)]
const within = '2026-01-20T00:00:00.000Z'
const after = '2026-01-31T16:00:00.000Z'
const may = (draft: ReturnType<typeof drawShop>, effectiveAt = within, before = published) =>
  drawsMayBecome(before, { live, draft, effectiveAt })

describe('a version that takes effect while a round is published', () => {
  it('may change all but its draw', () => {
    expect(may(live)).toEqual({ ok: true, value: null })
    expect(may({ ...live, redemption: { pointsPerYuan: 50 } })).toMatchObject({ ok: true })
  })

  it.each([
    ['odds', { prizes: wheel.prizes.map((prize) => ({ ...prize, weight: prize.id === 'tin' ? 2 : 4 })) }],
    ['stock', { prizes: wheel.prizes.map((prize) => (prize.stock ? { ...prize, stock: 2 } : prize)) }],
    ['fallback', { fallback: 'points' }],
    ['name', { name: { zh: '别的', en: 'Other' } }],
    ['last day, later', { when: { kind: 'dates' as const, from: '2026-01-01', to: '2026-02-28' } }],
    ['last day, earlier', { when: { kind: 'dates' as const, from: '2026-01-01', to: '2026-01-25' } }],
  ])('may not change its %s', (_, change) => {
    const ruling = may(drawShop(change))
    expect(ruling).toMatchObject({ refusal: 'draw_running', details: { zh: '转盘', date: '2026-01-31' } })
  })

  it('may not drop it, nor the tiers that its odds name', () => {
    const odds = [{ fromTier: 'silver', weights: { tin: 5, nothing: 5 } }]
    const tiered = drawShop({ odds })
    expect(may({ ...live, draws: [] })).toMatchObject({ refusal: 'draw_running' })
    const without = { ...tiered, tiers: tiered.tiers.slice(0, 2) }
    expect(may(without, within, [rulesOn(tiered)])).toMatchObject({ refusal: 'draw_running' })
  })

  it('may not change one that is published ahead, even where it takes effect before the round opens', () => {
    const ahead = '2025-12-20T00:00:00.000Z'
    expect(may(drawShop({ fallback: 'points' }), ahead)).toMatchObject({ refusal: 'draw_running' })
    expect(may(drawShop({ fallback: 'points' }), ahead, [])).toMatchObject({ ok: true })
  })

  it('may change no more of a round that is not published yet and will have begun by then', () => {
    expect(may(drawShop({ fallback: 'points' }), within, [])).toMatchObject({ refusal: 'draw_running' })
    expect(may({ ...live, draws: [] }, within, [])).toMatchObject({ refusal: 'draw_running' })
    // It begins with the round itself.
    expect(may(drawShop({ fallback: 'points' }), rulesOn(live).from, [])).toMatchObject({ ok: true })
  })

  it('may not change on which days it is open, nor what a coupon is worth that can be won', () => {
    const on = (weekdays: number[]) => drawShop({ when: { kind: 'weekly', weekdays } })
    const asBefore = { live: on([6]), effectiveAt: within }
    expect(drawsMayBecome([], { ...asBefore, draft: on([6]) })).toMatchObject({ ok: true })
    expect(drawsMayBecome([], { ...asBefore, draft: on([5]) })).toMatchObject({ refusal: 'draw_running' })
    const prizes = wheel.prizes.map((prize) =>
      prize.id === 'points' ? { ...prize, gives: { kind: 'coupon' as const, couponId: 'ten' } } : prize,
    )
    const worth = (offFen: number) =>
      drawShop({ prizes }, { coupons: [templateOf('ten', { worth: { kind: 'amount', offFen } }), templateOf('other')] })
    const became = (draft: ReturnType<typeof drawShop>) =>
      drawsMayBecome([rulesOn(worth(1_000))], { live: worth(1_000), draft, effectiveAt: within })
    expect(became(worth(100))).toMatchObject({ refusal: 'draw_running' })
    expect(became({ ...worth(1_000), coupons: worth(1_000).coupons!.slice(0, 1) })).toMatchObject({ ok: true })
  })

  it('may change it from the end of the round on', () => {
    const february = { kind: 'dates' as const, from: '2026-02-01', to: '2026-02-28' }
    expect(may(drawShop({ fallback: 'points', when: february }), after)).toMatchObject({ ok: true })
    expect(may({ ...live, draws: [] }, after)).toMatchObject({ ok: true })
  })
})

describe('a draw in the past', () => {
  const past = { ...wheel, id: 'past', when: { kind: 'dates' as const, from: '2025-12-01', to: '2026-01-19' } }

  it('is refused where it is new, with its last day', () => {
    expect(dayOf(within)).toBe('2026-01-20')
    expect(may({ ...live, draws: [wheel, past] })).toMatchObject({
      refusal: 'draw_past',
      details: { date: '2026-01-19' },
    })
    const today = { ...past, when: { ...past.when, to: '2026-01-20' } }
    expect(may({ ...live, draws: [wheel, today] })).toMatchObject({ ok: true })
  })

  it('may stay as it was', () => {
    const before = { ...live, draws: [wheel, past] }
    expect(drawsMayBecome(published, { live: before, draft: before, effectiveAt: within })).toMatchObject({ ok: true })
  })
})
