import { topicsBySubscription, topicsTold } from '../../shared/messages/by-subscription'
import type { Message } from '../../shared/programme/parts/messages'
import type { Programme } from '../../shared/programme/schema'
import { programmeOf, tierOf } from '../support/builders'

const text = { zh: '你好', en: 'Hello' }
const message = (on: Message['on'], more: Partial<Message> = {}): Message => ({
  id: on.kind,
  on,
  purpose: 'service',
  channels: ['subscription', 'inbox'],
  text,
  ...more,
})
const shopOf = (list: Message[] = [], more: Partial<Programme> = {}) =>
  programmeOf({ tiers: [tierOf({ id: 'regular' }), tierOf({ id: 'silver' })], messages: { list }, ...more })
const promotion = { purpose: 'promotion' as const, channels: ['inbox' as const] }
const bySystem = ['card-used', 'event-place', 'event-opens', 'check-in', 'restock', 'follow-up']

describe('a member may be asked to accept messages', () => {
  it('of what the system tells by itself', () => {
    expect(topicsBySubscription(shopOf())).toEqual([...bySystem, 'tier-upgraded', 'points-expiring'])
    const warned = { lasts: '12 months', requalify: 'term', atEnd: 'one-down', warnDays: 30 } as const
    const withTerm = shopOf([], { tiers: [tierOf({ id: 'regular' }), tierOf({ id: 'silver', term: warned })] })
    expect(topicsBySubscription(withTerm)).toContain('term-ending')
  })

  it('of what the programme tells as service by subscription message', () => {
    const offered = topicsBySubscription(shopOf([message({ kind: 'coupon-expiring', daysBefore: 3 })]))
    expect(offered).toContain('coupon-expiring')
  })

  it('of nothing that is promotion alone, stands in the list alone, or is not told at all', () => {
    const offered = topicsBySubscription(
      shopOf([
        message({ kind: 'birthday', daysBefore: 0 }, promotion),
        message({ kind: 'enrolled' }, { purpose: 'promotion' }),
        message({ kind: 'inactive', days: 60 }, { channels: ['inbox'] }),
      ]),
    )
    expect(offered).toEqual([...bySystem, 'tier-upgraded', 'points-expiring'])
  })

  it('of a topic of which something is service, though something else is promotion', () => {
    const both = [
      message({ kind: 'birthday', daysBefore: 7 }, { ...promotion, id: 'gift' }),
      message({ kind: 'birthday', daysBefore: 0 }, { id: 'wish' }),
    ]
    expect(topicsBySubscription(shopOf(both))).toContain('birthday')
  })

  it('of what one of its own took the place of for some tiers, as long as there are others', () => {
    const own = message({ kind: 'tier-reached' }, promotion)
    expect(topicsBySubscription(shopOf([{ ...own, tiers: ['silver'] }]))).toContain('tier-upgraded')
    expect(topicsBySubscription(shopOf([own]))).not.toContain('tier-upgraded')
  })
})

describe('a member may have an opinion', () => {
  it('about what the programme tells, as promotion or in the list alone too, and about nothing else', () => {
    const told = topicsTold(
      shopOf([
        message({ kind: 'birthday', daysBefore: 0 }, promotion),
        message({ kind: 'enrolled' }, { channels: ['inbox'] }),
      ]),
    )
    expect(told).toEqual([...bySystem, 'tier-upgraded', 'points-expiring', 'birthday', 'welcome'])
    expect(topicsTold(shopOf())).toEqual([...bySystem, 'tier-upgraded', 'points-expiring'])
  })
})
