import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { decide } from '../../cloudfunctions/_areas/messages/preferences'
import { profileOf } from '../../cloudfunctions/_areas/members/profile'
import type { PlatformAnswer, TextMessage } from '../../cloudfunctions/_runtime/effects'
import { wordsNow } from '../../shared/messages/preferences'
import { topics, type Notice, type Sending, type Topic } from '../../shared/messages/topics'
import { modelMessages, type More } from './model-messages'

const member = 'account-1'
const noon = '2026-05-10T04:00:00.000Z'
const minutesAfter = (count: number, from = noon) => new Date(Date.parse(from) + count * 60_000).toISOString()
const ok: PlatformAnswer = { errCode: 0, errMsg: 'ok' }

/** All topics by one template, so that their acceptances are one heap. */
const oneTemplate: More = {
  shop: { templates: Object.fromEntries(topics.map((topic) => [topic, { templateId: 'template-all' }])) },
}
const name = { zh: '茶会', en: 'Tea' }
const five: Notice[] = [
  { topic: 'check-in', key: 'check-in', facts: { on: '2026-05-10', streak: 3 } },
  { topic: 'tier-upgraded', key: 'tier', facts: { tier: name, on: '2026-05-10' } },
  { topic: 'points-expiring', key: 'few', facts: { points: 100, on: '2026-05-17' } },
  { topic: 'event-place', key: 'seat', facts: { eventId: 'e', event: name, until: '2026-05-10T12:00:00.000Z' } },
  { topic: 'points-expiring', key: 'many', facts: { points: 900, on: '2026-05-17' } },
]

async function shopOf(more: More, notices: readonly Notice[], accepted: readonly Topic[] = []) {
  const model = modelMessages(noon, more)
  await model.found()
  await model.member(member)
  for (const topic of accepted) await model.accept(member, topic)
  await model.tell(member, notices)
  return model
}
type Model = Awaited<ReturnType<typeof shopOf>>
const stateOf = (model: Model, key: string) => model.notices().find((notice) => notice.key === key)
const outcomes = (model: Model) =>
  Object.fromEntries(model.notices().map(({ key, state, reason }) => [key, `${state}: ${reason}`]))

describe('three acceptances and five messages due', () => {
  it('the three most valuable go out and two reach the inbox, whatever topics were tapped at', async () => {
    const model = await shopOf(oneTemplate, five, ['check-in', 'check-in', 'card-used'])
    await model.minutes(3)
    expect(outcomes(model)).toEqual({
      seat: 'sent: worth-most',
      many: 'sent: worth-most',
      few: 'sent: worth-most',
      tier: 'inbox: no-acceptance',
      'check-in': 'inbox: no-acceptance',
    })
    expect(model.messages.map(({ page }) => page)).toEqual([
      'pages/play/event?event=e',
      'pages/assets/points',
      'pages/assets/points',
    ])
    expect(model.acceptances().every(({ outcome }) => outcome === 0)).toBe(true)
  })

  it('43101 for one ends all acceptances of the template, so that the others reach the inbox', async () => {
    const model = await shopOf(oneTemplate, five, ['check-in', 'tier-upgraded', 'card-used'])
    model.answerWith(() => ({ errCode: 43101, errMsg: 'user refuse to accept the msg' }))
    await model.minutes(3)
    expect(model.messages).toHaveLength(1)
    expect(
      model
        .notices()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['inbox', 'inbox', 'inbox', 'inbox', 'refused'])
  })

  it('an acceptance is kept for points worth more whose reminder is due within the week', async () => {
    const model = await shopOf(oneTemplate, [five[1]!], ['check-in'])
    model.setNow('2026-05-20T04:00:00.000Z')
    await model.minutes(1)
    expect(outcomes(model)).toEqual({ tier: 'inbox: kept-for-more' })
    model.setNow('2026-05-24T02:00:00.000Z')
    await model.minutes(1)
    expect(stateOf(model, 'expiry-2026-05-31')).toMatchObject({ state: 'sent', reason: 'worth-most' })
  })
})

describe('a message that the platform is too busy for', () => {
  const busy: PlatformAnswer = { errCode: 45009, errMsg: 'reach max api daily quota limit' }
  const seen = (model: Model) => model.messages.length

  it('is tried after 1, 5, 30 minutes, 2 and 12 hours and then waits for a manager; its acceptance stays open', async () => {
    const model = await shopOf({}, [five[1]!], ['tier-upgraded'])
    model.answerWith(() => busy)
    const triedAt: number[] = []
    for (let minute = 1; minute <= 1_000; minute += 1) {
      const before = seen(model)
      await model.minutes(1)
      if (seen(model) > before) triedAt.push(minute)
    }
    expect(triedAt).toEqual([1, 2, 7, 37, 157, 877])
    expect(stateOf(model, 'tier')).toMatchObject({ state: 'failed', tries: 6, dueAt: null, answer: busy })
    expect(model.acceptances()).toMatchObject([{ spentBy: null }])
  })

  it('whose time is over meanwhile is not tried again, and a manager sees it', async () => {
    const model = await shopOf({}, [five[3]!], ['event-place'])
    model.answerWith(() => busy)
    model.setNow('2026-05-10T11:55:00.000Z')
    await model.minutes(60)
    expect([seen(model), stateOf(model, 'seat')]).toMatchObject([2, { state: 'failed', reason: 'too-late' }])
  })

  it('that is good for its occasion alone does not ring after it, however often it would be tried', async () => {
    const until = '2026-05-10T16:00:00.000Z'
    const wish: Notice = { topic: 'birthday', key: 'birthday', until, facts: { text: name, on: '2026-05-10' } }
    const model = await shopOf(oneTemplate, [wish], ['birthday'])
    model.answerWith(() => busy)
    await model.minutes(200)
    model.setNow('2026-05-10T18:00:00.000Z')
    await model.minutes(60)
    expect([seen(model), stateOf(model, 'birthday')]).toMatchObject([5, { state: 'failed', reason: 'too-late' }])
  })
})

it('an argument that does not fit is not sent and spends nothing; a manager sees which', async () => {
  const endless = { ...five[2]!, facts: { points: 1.5e40, on: '2026-05-17' } } as Notice
  const model = await shopOf({}, [endless], ['points-expiring'])
  await model.minutes(2)
  expect(model.messages).toEqual([])
  expect(stateOf(model, 'few')).toMatchObject({ state: 'failed', answer: { errMsg: 'not sent: number1 does not fit' } })
  expect(model.acceptances()).toMatchObject([{ spentBy: null }])
})

describe('quiet hours and the week’s number', () => {
  const sending: Sending = { purpose: 'promotion', channels: ['text', 'inbox'], messageId: 'news' }
  const news = (key: string): Notice => ({ ...(five[2] as Notice), key, sending })
  const texts: TextMessage[] = []
  beforeEach(() => void texts.splice(0))
  const words = '您有{1}积分将到期，回T退订'
  const withTexts = (messages: object): More => ({
    shop: { texts: { 'points-expiring': { templateId: '1000002', words, arguments: ['points'] } } },
    programme: { messages: { list: [], ...messages } },
    ports: (hold) => ({
      sendText: (message) =>
        hold(async () => {
          texts.push(message)
          return ok
        }),
    }),
  })

  async function agreed(more: More, notices: readonly Notice[]) {
    const model = await shopOf(more, notices)
    const { effects } = model.instance()
    await model.store.insert('profiles', [
      profileOf(effects, member, { number: '13800138000', verified: true, at: noon }),
    ])
    const change = { kind: 'text' as const, on: true as const, words: wordsNow.version }
    await decide(effects, member, { id: 'request-1', inputHash: '', by: 'member', change })
    return model
  }

  it('what is due at night waits until they are over, and stands in the list meanwhile', async () => {
    const model = await agreed(withTexts({ quiet: { from: '11:30', to: '15:00' } }), [news('one')])
    await model.minutes(30)
    expect([texts, stateOf(model, 'one')]).toMatchObject([[], { state: 'planned', dueAt: '2026-05-10T07:00:00.000Z' }])
    model.setNow('2026-05-10T06:59:00.000Z')
    await model.minutes(1)
    expect([texts.length, stateOf(model, 'one')?.state]).toEqual([1, 'sent'])
  })

  it('no more promotion leaves in seven days than the programme says; the next may after that', async () => {
    const model = await agreed(withTexts({ perWeek: 2 }), [news('one'), news('two'), news('three')])
    await model.minutes(2)
    expect([texts.length, model.notices().filter(({ reason }) => reason === 'cap-reached').length]).toEqual([2, 1])
    model.setNow(minutesAfter(7 * 24 * 60 + 2))
    await model.tell(member, [news('four')])
    await model.minutes(1)
    expect([texts.length, stateOf(model, 'four')?.state]).toEqual([3, 'sent'])
  })

  it('a clock killed at any of its calls, or while the text leaves, sends it once at most and never twice', async () => {
    const never = new Promise<never>(() => undefined)
    let calls = 0
    for (let at = 1; ; at += 1) {
      texts.splice(0)
      const model = await agreed(withTexts({}), [news('one')])
      model.setNow(minutesAfter(1))
      let struck: () => void = () => undefined
      const dead = new Promise<'dead'>((resolve) => (struck = () => resolve('dead')))
      const die = () => {
        struck()
        return never
      }
      const { effects } = model.instance({ yieldBefore: ({ number }) => (number === at ? die() : undefined) })
      if ((await Promise.race([tick(effects), dead])) !== 'dead') break
      await model.minutes(5)
      calls = at
      const state = stateOf(model, 'one')?.state
      expect([at, texts.length <= 1, state]).toEqual([
        at,
        true,
        texts.length === 1 && state === 'sent' ? 'sent' : 'unsure',
      ])
    }
    expect(calls).toBeGreaterThan(10)
    for (const after of [false, true]) {
      texts.splice(0)
      const model = await agreed(withTexts({}), [news('one')])
      model.setNow(minutesAfter(1))
      const { effects } = model.instance({}, async (send) => {
        if (after) await send()
        return never
      })
      void tick(effects)
      await new Promise((resolve) => setImmediate(resolve))
      await model.minutes(5)
      expect([texts.length, stateOf(model, 'one')?.state]).toEqual([after ? 1 : 0, 'unsure'])
    }
  })
})
