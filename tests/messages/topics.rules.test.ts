import fc from 'fast-check'
import { messagesSetTemplates } from '../../shared/messages/contract'
import { messageData, thing, topics, topicTerms, wordsOf } from '../../shared/messages/topics'

/** What the platform takes, by the kind in the argument's key. */
const limits = { thing: /^[^\n]{1,20}$/u, number: /^\d{1,32}$/, date: /^\d{4}年\d{1,2}月\d{1,2}日$/ }
const kindOf = (key: string) => key.replace(/\d+$/, '') as keyof typeof limits

describe('a message', () => {
  it('fits the platform’s limits whatever the tier is called and however many points there are', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    const names = fc.record({ zh: fc.string({ unit: 'grapheme', maxLength: 60 }), en: fc.string() })
    fc.assert(
      fc.property(names, fc.nat(), days, (tier, points, date) => {
        const on = date.toISOString().slice(0, 10)
        const sent = [
          messageData({ topic: 'tier-upgraded', facts: { tier, on } }),
          messageData({ topic: 'points-expiring', facts: { points, on } }),
          messageData({
            topic: 'card-used',
            facts: { holderId: 'account-1', by: tier.zh, earned: points, burned: points, on },
          }),
          messageData({ topic: 'event-place', facts: { eventId: 'e', event: tier, until: date.toISOString() } }),
          messageData({ topic: 'event-opens', facts: { eventId: 'e', event: tier, on } }),
          messageData({ topic: 'follow-up', facts: { name: tier, words: tier, on: date.toISOString() } }),
          ...[0, points].map((streak) => messageData({ topic: 'check-in', facts: { streak, on } })),
        ]
        for (const [key, { value }] of sent.flatMap(Object.entries)) expect(value).toMatch(limits[kindOf(key)])
      }),
    )
  })

  it('shows that a long name was cut', () => {
    expect(thing('金'.repeat(20))).toBe('金'.repeat(20))
    expect(thing('金'.repeat(21))).toBe(`${'金'.repeat(19)}…`)
    expect(thing(' 一\n二 ')).toBe('一 二')
    expect(thing('')).toBe('会员')
  })

  it('carries the arguments under the template’s own keys, and those alone that it has', () => {
    const notice = { topic: 'points-expiring' as const, facts: { points: 180, on: '2026-05-31' } }
    expect(messageData(notice)).toMatchObject({ number1: { value: '180' }, date2: { value: '2026年5月31日' } })
    expect(messageData(notice, { on: 'date5' })).toEqual({ date5: { value: '2026年5月31日' } })
  })

  it('says the same in the member’s own list', () => {
    expect(wordsOf({ topic: 'points-expiring', facts: { points: 180, on: '2026-05-31' } })).toEqual({
      title: { zh: '180 积分快到期了', en: '180 points expire soon' },
      text: { zh: '最后可用日 5 月 31 日', en: 'Good until 31 May' },
    })
  })

  it('has a key of its argument’s kind, each once', () => {
    for (const topic of topics) {
      const all = Object.values(topicTerms[topic].arguments)
      expect(all.map(({ key }) => kindOf(key))).toEqual(all.map(({ kind }) => kind))
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    }
  })
})

describe('templates', () => {
  const takes = (template: object) =>
    messagesSetTemplates.input.safeParse({ templates: [{ templateId: 'template-1', ...template }] }).success

  it.each([
    [{ topic: 'tier-upgraded' }, true],
    [{ topic: 'tier-upgraded', keys: { tier: 'thing4', on: 'date1' } }, true],
    [{ topic: 'tier-upgraded', keys: { tier: 'phrase1' } }, false],
    [{ topic: 'tier-upgraded', keys: { tier: 'thing1', note: 'thing1' } }, false],
    [{ topic: 'tier-upgraded', keys: { colour: 'thing1' } }, false],
    [{ topic: 'tier-upgraded', keys: { constructor: 'thing1' } }, false],
    [{ topic: 'weather' }, false],
  ])('%j are taken: %s', (template, taken) => expect(takes(template)).toBe(taken))

  it('name a topic once', () => {
    const twice = ['template-1', 'template-2'].map((templateId) => ({ topic: 'tier-upgraded', templateId }))
    expect(messagesSetTemplates.input.safeParse({ templates: twice }).success).toBe(false)
  })
})
