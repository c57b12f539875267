import { restock } from '../../cloudfunctions/_areas/clock/jobs/restock'
import type { Done } from '../../cloudfunctions/_areas/clock/job'
import { remind } from '../../cloudfunctions/_areas/rewards/remind'
import { waitingId, type Waiting } from '../../cloudfunctions/_areas/rewards/waiting'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import type { EnrolledContext } from '../../cloudfunctions/_runtime/handler'
import type { Stock } from '../../cloudfunctions/_runtime/stock'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { StoredDocument } from '../../cloudfunctions/_runtime/store'
import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import { bendProgramme, enrolPhone, requestId, useShop } from '../support/shop'

const { cloud } = useShop('demo-tea')
const at = '2026-06-02T04:00:00.000Z'
const earlier = (count: number) => addMilliseconds(at, -86_400_000 + count)
const name = { zh: '礼品', en: 'Reward' }
const rewardIds = Array.from({ length: 120 }, (_, n) => `reward-${n}`)
const rewards = rewardIds.map((id) => ({
  id,
  name,
  gives: { kind: 'gift' as const, name },
  price: { points: 10 },
  stock: 3,
}))

beforeEach(async () => {
  await bendProgramme(cloud, { rewards })
  await cloud.setClock(at)
})

const insert = async (collection: string, documents: readonly StoredDocument[]) => {
  for (let from = 0; from < documents.length; from += 500)
    await wxEffects().store.insert(collection, documents.slice(from, from + 500))
}
const stockOf = (rewardId: string, more: Partial<Stock> = {}): Stock => ({
  _id: `reward:${rewardId}`,
  taken: 3,
  held: {},
  dueAt: null,
  ...more,
})
const back = (place: number): Partial<Stock> => ({ taken: 2, backAt: `${earlier(place)} given back` })
const waitingFor = (rewardId: string, count: number): Waiting[] =>
  Array.from({ length: count }, (_, n) => {
    const accountId = `account-${n}`
    const asked = { ask: 1, askedAt: earlier(n), tellAt: earlier(n), requestId: `request-${n}`, toldAt: null }
    return { _id: waitingId(rewardId, accountId), rewardId, accountId, ...asked }
  })

/** Runs the job in this process by the real SDK, as often as it says that more is left; its notices may be hindered. */
async function runs(
  now: Instant,
  hinder: (accountId: string) => void = () => undefined,
  looks = 1_000,
): Promise<Done[]> {
  return cloud.run(async () => {
    const own = wxEffects()
    const store: Effects['store'] = {
      ...own.store,
      insert: async (collection, documents) => {
        if (collection === 'notices') for (const one of documents) hinder(String(one.accountId))
        return own.store.insert(collection, documents)
      },
    }
    // Each look at the clock takes a millisecond, so that a run is over after so many.
    let passed = 0
    const effects: Effects = { ...own, store, log: () => undefined, now: () => addMilliseconds(now, (passed += 1)) }
    const terms = await currentTerms(effects)
    if (!terms) throw new Error('the shop is not founded')
    const slices: Done[] = []
    for (let left = true; left;) {
      const began = effects.now()
      const task = { now: began, until: addMilliseconds(began, looks), cursor: null, ranUnder: terms.programmeVersion }
      slices.push(await restock.run(effects, terms, task))
      left = slices.at(-1)?.left ?? false
    }
    return slices
  })
}
const sum = (slices: readonly Done[], of: 'done' | 'failed') => slices.reduce((total, slice) => total + slice[of], 0)
const notices = async () => (await cloud.dump('notices')).map(({ document }: any) => document.accountId as string)
const marks = async () =>
  (await cloud.dump('stocks')).flatMap(({ document }: any) => (document.backAt ? [document.backAt as string] : []))

it('a thousand who wait for one reward are told once each, in slices of which each goes on where the last one stopped', async () => {
  const waiting = waitingFor('reward-0', 1_000)
  await cloud.run(async () => {
    await insert('stocks', [stockOf('reward-0', back(0))])
    await insert('waiting', waiting)
  })
  const slices = await runs(at, undefined, 300)
  expect(slices.length).toBeGreaterThan(2)
  expect([sum(slices, 'done'), sum(slices, 'failed')]).toEqual([1_000, 0])
  expect((await notices()).sort()).toEqual(waiting.map(({ accountId }) => accountId).sort())
  expect(await marks()).toEqual([])
})

it('whoever cannot be told is counted as failed, keeps nobody waiting, and is told after five minutes', async () => {
  // As many as a page holds stand before all the others.
  const isHindered = (accountId: string) => Number(accountId.replace('account-', '')) < 50
  await cloud.run(async () => {
    await insert('stocks', [stockOf('reward-0', back(0))])
    await insert('waiting', waitingFor('reward-0', 120))
  })
  const [first, ...others] = await runs(at, (accountId) => {
    if (isHindered(accountId)) throw new Error('no answer')
  })
  expect([first, others]).toMatchObject([
    { due: 120, done: 70, failed: 50, words: expect.stringMatching('no answer') },
    [],
  ])
  expect(await notices()).toHaveLength(70)
  const [mark = ''] = await marks()
  expect(mark.slice(0, 16)).toBe(addMilliseconds(at, 5 * 60_000).slice(0, 16))
  expect(await runs(addMilliseconds(at, 4 * 60_000))).toMatchObject([{ due: 0, failed: 0 }])
  expect(await runs(addMilliseconds(at, 6 * 60_000))).toMatchObject([{ due: 50, done: 50, failed: 0 }])
  expect([(await notices()).length, await marks()]).toEqual([120, []])
})

it('each of sixty stocks that came back is told of, however many others somebody waits for that did not', async () => {
  await cloud.run(async () => {
    await insert(
      'stocks',
      rewardIds.map((id, place) => stockOf(id, place < 60 ? {} : back(place))),
    )
    for (const id of rewardIds) await insert('waiting', waitingFor(id, 1))
  })
  expect(await runs(at)).toMatchObject([{ due: 60, done: 60, failed: 0, left: false }])
  expect(await notices()).toHaveLength(60)
})

it('whoever asks after all others were told, and before that is written down, is told as well', async () => {
  const [first, second] = waitingFor('reward-0', 2)
  await cloud.run(async () => {
    await insert('stocks', [stockOf('reward-0', back(0))])
    await insert('waiting', [first!])
    const own = wxEffects()
    const terms = await currentTerms(own)
    if (!terms) throw new Error('the shop is not founded')
    let asks = 0
    const store: Effects['store'] = {
      ...own.store,
      change: async (collection, where, change) => {
        if (collection === 'stocks' && (asks += 1) === 1) {
          await insert('waiting', [second!])
          await own.store.change('stocks', { _id: 'reward:reward-0' }, { set: back(1) })
        }
        return own.store.change(collection, where, change)
      },
    }
    const task = { now: at, until: addMilliseconds(at, 1_000), cursor: null, ranUnder: terms.programmeVersion }
    await restock.run({ ...own, store, now: () => at }, terms, task)
  })
  await runs(addMilliseconds(at, 60_000))
  expect((await notices()).sort()).toEqual(['account-0', 'account-1'])
  expect(await marks()).toEqual([])
})

it.each(['insert', 'change'] as const)(
  'whoever asks while the last one comes back and everybody is told of it is told as well, asking by %s',
  async (by) => {
    const { accountId } = (await enrolPhone(cloud, `o-${requestId()}`)).member
    const told = { ask: 1, askedAt: earlier(0), tellAt: null, toldAt: earlier(1), requestId: 'request-before' }
    await cloud.run(async () => {
      await insert('stocks', [stockOf('reward-0')])
      const before = { _id: waitingId('reward-0', accountId), rewardId: 'reward-0', accountId, ...told }
      if (by === 'change') await insert('waiting', [before])
      const own = wxEffects()
      /** All of it between the two steps of the one who asks: the stock is read as gone, and is back by now. */
      const meanwhile = async () => {
        await own.store.change('stocks', { _id: 'reward:reward-0' }, { set: back(0) })
        await runs(at)
      }
      const store: Effects['store'] = {
        ...own.store,
        insert: async (collection, documents) => {
          if (collection === 'waiting') await meanwhile()
          return own.store.insert(collection, documents)
        },
        change: async (collection, where, change) => {
          if (collection === 'waiting') await meanwhile()
          return own.store.change(collection, where, change)
        },
      }
      const effects = { ...own, store, now: () => at }
      const account = await own.store.get<StoredAccount>('accounts', accountId)
      const request = { id: 'request-1', inputHash: 'hash' }
      const context = { effects, account, terms: await currentTerms(effects), request, now: at }
      const asked = await remind(context as unknown as EnrolledContext, { rewardId: 'reward-0' })
      expect(asked).toEqual({ ok: true, value: { reminded: true } })
    })
    expect(await notices()).toEqual([])
    expect(await runs(addMilliseconds(at, 60_000))).toMatchObject([{ due: 1, done: 1 }])
    expect(await notices()).toEqual([accountId])
    expect(await marks()).toEqual([])
  },
)
