import { sweepCodes } from '../../cloudfunctions/_areas/members/sweep-codes'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { numberOf } from '../support/joining'
import { enrolPhone, manage, phone, requestId, useShop, valueOf, wakeClock } from '../support/shop'

const shop = useShop('demo-tea', 'each')
const { cloud } = shop
const minute = 60_000
const someone = () => `o-${requestId()}`

const kept = async (): Promise<any[]> => (await cloud.dump('textCodes')).map(({ document }: any) => document)
const codes = async () => (await kept()).filter(({ _id }) => _id.startsWith('code-'))
const sendText = (openid: string) => phone(cloud, openid, 'members.send-code', { number: numberOf(openid) })

beforeEach(() => cloud.setClock('2026-06-01T04:00:00.000Z'))

describe('a code that nobody gives', () => {
  it('is forgotten by the clock once its five minutes are over, by text and by mail, and no other is', async () => {
    await manage(cloud, 'messages.set-templates', { templates: [], mail: true })
    const member = someone()
    await enrolPhone(cloud, member)
    valueOf(await sendText(someone()))
    valueOf(await phone(cloud, member, 'messages.send-mail-code', { address: 'lin@example.com' }))
    await cloud.advance(2 * minute)
    const later = someone()
    valueOf(await sendText(later))
    await cloud.advance(3 * minute - 1)
    await wakeClock(cloud)
    expect(await codes()).toHaveLength(3)
    await cloud.advance(1)
    await wakeClock(cloud)
    expect(await codes()).toMatchObject([{ goodUntil: '2026-06-01T04:07:00.000Z' }])
  })

  it('is counted until its day is over, and the count is forgotten then', async () => {
    for (let n = 0; n < 5; n += 1) {
      valueOf(await sendText('o-many'))
      await cloud.advance(10 * minute)
      await wakeClock(cloud)
    }
    expect(await codes()).toEqual([])
    expect(await sendText('o-many')).toMatchObject({ refusal: { code: 'text_too_many' } })
    await cloud.setClock('2026-06-01T16:00:59.999Z')
    await wakeClock(cloud)
    expect(await kept()).toHaveLength(2)
    await cloud.advance(10 * minute)
    await wakeClock(cloud)
    expect(await kept()).toEqual([])
    expect((await sendText('o-many')).ok).toBe(true)
  })

  it('stays where another was sent in its place while the clock looked', async () => {
    const openid = someone()
    valueOf(await sendText(openid))
    const now = '2026-06-01T04:05:00.000Z'
    await cloud.setClock(now)
    await cloud.run(async () => {
      const { store, ...effects } = wxEffects()
      const meanwhile: typeof store.find = async (...asked) => {
        const page = await store.find(...asked)
        valueOf(await sendText(openid))
        return page as never
      }
      const swept = sweepCodes(
        { ...effects, store: { ...store, find: meanwhile }, now: () => now },
        { now, until: now },
      )
      expect(await swept).toEqual({ due: 1, done: 0, left: false })
    })
    expect(await codes()).toMatchObject([{ goodUntil: '2026-06-01T04:10:00.000Z' }])
  })

  it('costs as much to forget among 10 and among 300 that are still good', async () => {
    const spent = []
    await wakeClock(cloud)
    for (const many of [10, 300]) {
      const good = Array.from({ length: many }, (_, n) => ({
        ...{ _id: `code-${many}-${n}`, codeHash: 'x', goodUntil: '2026-07-01T04:00:00.000Z', tries: 0 },
        ...{ requestId: `r-${n}`, sweepAt: '2026-07-01T04:00:00.000Z' },
      }))
      const over = { ...good[0]!, _id: `code-over-${many}`, sweepAt: '2026-06-01T04:00:00.000Z' }
      await cloud.run(async () => void (await wxEffects().store.insert('textCodes', [...good, over])))
      await cloud.advance(10 * minute)
      await cloud.control('statistics', undefined, 'DELETE')
      await wakeClock(cloud)
      const { documentsRead, databaseCalls } = await cloud.operation('clock', null)
      spent.push([documentsRead.max, databaseCalls.max])
    }
    process.stdout.write(`\none of 10 and of 300 codes forgotten: documents read, calls: ${JSON.stringify(spent)}\n`)
    expect(await codes()).toHaveLength(310)
    expect(spent[1]).toEqual(spent[0])
  })
})
