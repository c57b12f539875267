import {
  bendProgramme,
  enrolPhone,
  everything,
  manage,
  managerOpenid,
  order,
  phone,
  record,
  requestId,
  today,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const templates = [
  { topic: 'tier-upgraded', templateId: 'template-tier' },
  { topic: 'points-expiring', templateId: 'template-points' },
]
const [tierTemplate, pointsTemplate] = templates
/** Two new members for each test of the one shop. */
let [one, two] = ['', '']
let members: { accountId: string; memberNo: string }[] = []

beforeAll(async () => {
  await manage(cloud, 'messages.set-templates', { templates })
  await bendProgramme(cloud, { enrolment: { points: 0, phone: 'optional' } })
})
beforeEach(async () => {
  await cloud.control('templates', templatesOfPlatform, 'PUT')
  await cloud.control('outbox', undefined, 'DELETE')
  ;[one, two] = [`o-${requestId()}`, `o-${requestId()}`]
  members = [(await enrolPhone(cloud, one)).member, (await enrolPhone(cloud, two)).member]
})

/** What the platform knows of the templates, with the keys that a message must have. */
const templatesOfPlatform = [
  { id: 'template-tier', keys: ['thing1', 'date2', 'thing3'] },
  { id: 'template-points', keys: ['number1', 'date2', 'thing3'] },
]

/** The member taps, WeChat asks, the member allows: the platform counts it, and the phone tells the cloud. */
async function allow(openid: string, accepted: object[], id = requestId()): Promise<any> {
  const templateIds = accepted.map((each: any) => each.templateId)
  await cloud.control('subscribe', { openid, templateIds })
  return phone(cloud, openid, 'messages.accept', { accepted, refused: [] }, { requestId: id })
}
const left = async (openid: string) =>
  valueOf(await phone(cloud, openid, 'messages.reminders')).reminders.map((each: any) => each.left)
const sent = async () =>
  (await cloud.control('outbox')).openapi.filter((each: any) => each.api === 'subscribeMessage.send')
const buyNow = async (who: number, amountFen: number) => {
  const at = (await cloud.control('clock')).now
  const item = { ...order({ amountFen, at }), customer: { memberNo: members[who]?.memberNo } }
  expect(await record(cloud, shop.till, [item])).toMatchObject([{ ok: true }])
}
async function minute(): Promise<void> {
  await cloud.advance(60_000)
  await wakeClock(cloud)
}

describe('an upgrade at the till', () => {
  it('reaches the phone that agreed, by one message, and both members’ lists', async () => {
    await allow(one, [tierTemplate!])
    await buyNow(0, 68_000)
    await buyNow(1, 68_000)
    await minute()
    await minute()
    expect(await sent()).toMatchObject([
      {
        function: 'clock',
        answer: { errcode: 0 },
        request: {
          touser: one,
          template_id: 'template-tier',
          page: 'pages/assets/tier',
          data: { thing1: { value: '银卡' } },
        },
      },
    ])
    const inboxes = await Promise.all([one, two].map(async (of) => valueOf(await phone(cloud, of, 'messages.inbox'))))
    const words = { title: { zh: '已升级银卡', en: 'You are Silver now' }, page: 'pages/assets/tier' }
    expect(inboxes.map(({ notices }) => notices)).toMatchObject([
      [{ ...words, state: 'sent' }],
      [{ ...words, state: 'inbox' }],
    ])
    expect(await left(one)).toEqual([0, 0])
    expect(JSON.stringify(await cloud.dump())).not.toContain(one)
  })

  it('by an order of an earlier day sends nothing and tells nothing', async () => {
    await allow(one, [tierTemplate!])
    const item = { ...order({ amountFen: 68_000 }), customer: { memberNo: members[0]?.memberNo } }
    await record(cloud, shop.till, [item])
    await minute()
    expect(await sent()).toEqual([])
    expect(valueOf(await phone(cloud, one, 'messages.inbox')).notices).toEqual([])
    expect(await left(one)).toEqual([1, 0])
  })

  it('that the platform refuses is spent, and what it would not take is shown to the manager', async () => {
    await phone(cloud, one, 'messages.accept', { accepted: [tierTemplate], refused: [] })
    await buyNow(0, 68_000)
    await minute()
    await cloud.control('templates', [], 'PUT')
    await allow(two, [tierTemplate!])
    await buyNow(1, 68_000)
    await minute()
    await minute()
    expect((await sent()).map((each: any) => each.answer.errcode)).toEqual([43101, 40037])
    expect([await left(one), await left(two)]).toEqual([
      [0, 0],
      [1, 0],
    ])
    expect(await manage(cloud, 'messages.failures')).toMatchObject({
      failures: [{ topic: 'tier-upgraded', state: 'failed', code: 40037 }],
    })
  })
})

describe('an acceptance', () => {
  it('counts once however often its request is sent, at once or later, and is refused for another input', async () => {
    const id = requestId()
    const send = (accepted: object[]) =>
      phone(cloud, one, 'messages.accept', { accepted, refused: [] }, { requestId: id })
    const replies = await Promise.all([1, 2, 3].map(() => send(templates)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(await left(one)).toEqual([1, 1])
    const before = await everything(cloud)
    expect(valueOf(await send(templates)).reminders).toMatchObject([{ left: 1 }, { left: 1 }])
    expect(await send([tierTemplate!])).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('belongs to one member: the same request id of another is their own', async () => {
    const id = requestId()
    for (const openid of [one, two]) valueOf(await allow(openid, [tierTemplate!], id))
    expect([await left(one), await left(two)]).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('adds up; a refusal is written down and adds nothing', async () => {
    for (let n = 0; n < 3; n += 1) await allow(one, [tierTemplate!])
    valueOf(await phone(cloud, one, 'messages.accept', { accepted: [], refused: [pointsTemplate] }))
    expect(await left(one)).toEqual([3, 0])
    const kept = (await cloud.dump('acceptances')).map(({ document }: any) => [document.topic, document.spentBy])
    expect(kept).toContainEqual(['points-expiring', 'declined'])
  })

  it('is for members only, and names each topic once', async () => {
    const both = { accepted: [tierTemplate], refused: [tierTemplate] }
    expect(await phone(cloud, one, 'messages.accept', both)).toMatchObject({ refusal: { code: 'input_invalid' } })
    const stranger = await phone(cloud, 'o-stranger', 'messages.accept', { accepted: templates, refused: [] })
    expect(stranger).toMatchObject({ refusal: { code: 'not_enrolled' } })
  })
})

describe('the member’s list', () => {
  it('goes on by cursor, newest first, and shows nobody else’s', async () => {
    const notice = (who: number, n: number) => ({
      _id: `notice:${members[who]?.accountId}:${n}`,
      accountId: members[who]?.accountId,
      topic: 'points-expiring',
      key: `expiry-${n}`,
      facts: { points: n, on: '2026-06-30' },
      at: today,
      order: `${today} ${String(n).padStart(2, '0')}`,
      state: 'inbox',
      acceptanceId: null,
      answer: null,
    })
    await cloud.run(async () => {
      const { wxEffects } = await import('../../cloudfunctions/_runtime/wx')
      const { store } = wxEffects()
      await store.insert(
        'notices',
        Array.from({ length: 25 }, (_, n) => notice(0, n)),
      )
      await store.insert('notices', [notice(1, 99)])
    })
    const first = valueOf(await phone(cloud, one, 'messages.inbox'))
    const second = valueOf(await phone(cloud, one, 'messages.inbox', { before: first.nextBefore }))
    const points = [...first.notices, ...second.notices].map((each) => Number(each.title.en.split(' ')[0]))
    expect(points).toEqual(Array.from({ length: 25 }, (_, n) => 24 - n))
    expect(second.nextBefore).toBeNull()
  })
})

describe('points that end on 30 June 2027', () => {
  it('are told at ten in the morning of the 24th, once, and an idle minute costs one read again', async () => {
    await buyNow(0, 10_000)
    await allow(one, [pointsTemplate!])
    for (let ticks = 0; ticks < 3; ticks += 1) await minute()
    await cloud.setClock('2027-06-23T01:59:00.000Z')
    await wakeClock(cloud)
    expect(await sent()).toEqual([])
    await minute()
    await minute()
    expect(await sent()).toMatchObject([
      { request: { touser: one, data: { number1: { value: '100' }, date2: { value: '2027年6月30日' } } } },
    ])
    await minute()
    await cloud.control('statistics', undefined, 'DELETE')
    await minute()
    expect((await cloud.statistics()).operations).toMatchObject([{ function: 'clock', databaseCalls: { max: 1 } }])
  })
})

describe('templates', () => {
  it('are the manager’s to set, all at once, and the request that set them is marked', async () => {
    const id = requestId()
    const set = (list: object[], openid = managerOpenid) => {
      const event = { operation: 'messages.set-templates', input: { templates: list }, requestId: id }
      return cloud.call('manager', event, openid)
    }
    expect(await set([], one)).toMatchObject({ refusal: { code: 'not_allowed' } })
    valueOf(await set([tierTemplate!]))
    await cloud.drain()
    expect(await set(templates)).toMatchObject({ refusal: { code: 'request_reused' } })
    await cloud.advance(5 * 60_000)
    const { reminders } = valueOf(await phone(cloud, one, 'messages.reminders'))
    expect(reminders).toEqual([{ ...tierTemplate, left: 0 }])
  })
})
