import { createHash } from 'node:crypto'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { Stock } from '../../cloudfunctions/_runtime/stock'
import type { Programme } from '../../shared/programme/schema'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { templateOf } from '../support/coupons'
import { drawOf, wheel } from '../support/draws'
import { bendProgramme, enrolPhone, manage, phone, valueOf, type Shop } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const clerk = 'o-clerk-1'
const name = { zh: '茶', en: 'Tea' }
const tea = { id: 'tea', name, gives: { kind: 'gift' as const, name }, price: { points: 100 }, stock: 5_000 }
const programme: Partial<Programme> = {
  rewards: [
    { ...tea, ways: ['store', 'post'] },
    { ...tea, id: 'gone', stock: 1 },
    { id: 'cup', name, gives: { kind: 'coupon', couponId: 'cup', count: 1 }, price: { points: 100 } },
  ],
  coupons: [templateOf('cup', { issuedBy: ['points'] })],
  /** Everybody wins something that waits in the store and may be sent home. */
  draws: [
    drawOf({
      id: 'sure',
      prizes: [
        { ...wheel.prizes[0]!, weight: 10, stock: 100_000, ways: ['store', 'post'] },
        { ...wheel.prizes[2]!, weight: 0 },
      ],
    }),
  ],
}
const inStore = { way: 'store', storeId: 'S1' }
const address = { name: '林小满', phone: '13800138000', region: '上海市 徐汇区', street: '建国西路 1 号 302' }
const byPost = { way: 'post', address }
const wish = { rewardId: 'tea', count: 1, handing: inStore, points: 100, addFen: 0 }
const salt = '5a'.repeat(16)
const saltHash = createHash('sha256').update(salt).digest('hex')

/** One person's way through the mall, each command once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object = {}, more: object = {}) =>
    phone(cloud, `o-${who}`, operation, input, more)
  const join = async (who: string) => {
    const { accountId } = (await enrolPhone(cloud, `o-${who}`)).member
    await manage(cloud, 'points.adjust', { accountId, change: 900, reason: '补记' })
    return accountId as string
  }
  const swapped = async (who: string, handing: object = inStore) => {
    const accountId = await join(who)
    const { exchange } = valueOf(await call(who, 'rewards.redeem', { ...wish, handing }))
    return { accountId, exchangeNo: exchange.exchangeNo as number }
  }
  const states = async (who: string): Promise<string[]> => {
    const { exchanges } = valueOf(await call(who, 'rewards.mine'))
    return exchanges.map(({ state }: any) => state.code)
  }
  const times = (state: string) => async (who: string) => (await states(who)).filter((one) => one === state).length
  const mine = (operation: string, prepare: (who: string) => Promise<object>) => ({
    function: 'member',
    operation,
    callsAtLeast: 4,
    prepare: async (who: string) => void asked.set(who, await prepare(who)),
    send: (who: string) => call(who, operation, asked.get(who) ?? {}, { requestId: `request-${who}` }),
  })
  const ofTill = (operation: string, prepare: (who: string) => Promise<object>) => ({
    ...mine(operation, prepare),
    function: 'staff',
    send: (who: string) => atTill(cloud, clerk, operation, asked.get(who) ?? {}, `request-${who}`),
  })
  const joined = (input: object) => async (who: string) => {
    await join(who)
    return input
  }
  return {
    'a swap': { ...mine('rewards.redeem', joined(wish)), effect: times('to-pick-up') },
    'a swap by post': {
      ...mine('rewards.redeem', joined({ ...wish, handing: byPost })),
      effect: times('to-send'),
    },
    'a swap for a coupon': {
      ...mine('rewards.redeem', joined({ ...wish, rewardId: 'cup' })),
      effect: async (who) => {
        const had = await times('had-at-once')(who)
        expect(valueOf(await call(who, 'coupons.list', { tab: 'usable' })).coupons).toHaveLength(had)
        return had
      },
    },
    'giving a swap up': {
      ...mine('rewards.cancel', async (who) => ({ exchangeNo: (await swapped(who)).exchangeNo })),
      effect: times('given-up'),
    },
    'having a prize sent home': {
      ...mine('rewards.have-sent', async (who) => {
        await join(who)
        const { roundId, number } = valueOf(await call(who, 'draws.take-chance', { drawId: 'sure', saltHash }))
        valueOf(await call(who, 'draws.draw', { roundId, number, salt }))
        const { exchanges } = valueOf(await call(who, 'rewards.mine'))
        return { exchangeNo: exchanges[0].exchangeNo, address }
      }),
      effect: times('to-send'),
    },
    'asking to be told when it is back': {
      ...mine('rewards.remind', async (who) => {
        await join(who)
        // The first one of all has the only one there is, and waits for the next.
        await call(who, 'rewards.redeem', { ...wish, rewardId: 'gone' })
        return { rewardId: 'gone' }
      }),
      effect: async (who) => {
        const { rewards } = valueOf(await call(who, 'rewards.list'))
        return rewards.filter(({ awaited }: any) => awaited).length as number
      },
    },
    'handing a reward out': {
      ...ofTill('rewards.hand-out', async (who) => {
        const made = await swapped(who)
        const code = await codeShownBy(cloud, `o-${who}`)
        const { scanId } = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
        return { ...made, scanId, paidFen: 0 }
      }),
      effect: times('handed-out'),
    },
    'sending a parcel': {
      ...ofTill('rewards.send', async (who) => ({
        ...(await swapped(who, byPost)),
        carrier: '顺丰',
        trackingNo: 'SF1234567890',
      })),
      effect: times('sent'),
    },
  }
}

/** What is gone of the stock is had or waits for somebody, nothing is left held, and every parcel that waits has its address. */
async function stockAgrees({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const ofTea = ({ rewardId }: { rewardId?: string }) => rewardId === 'tea'
  const [stock] = (await documents<Stock>('stocks')).filter(({ _id }) => _id === 'reward:tea')
  const accounts = await documents<StoredAccount>('accounts')
  const open = accounts.flatMap(({ exchanges = [] }) => exchanges.filter(ofTea)).length
  const ended = (await documents<any>('entries')).filter((one) => one.kind === 'exchange-fulfil' && ofTea(one)).length
  const held = Object.keys(stock?.held ?? {})
  expect({ taken: stock?.taken ?? 0, held }).toEqual({ taken: open + ended, held: [] })
  const parcels = ({ parcels: all = [] }: StoredAccount) => all.map(({ exchangeNo }) => exchangeNo)
  const toSend = ({ exchanges = [] }: StoredAccount) => exchanges.flatMap(({ way, no }) => (way === 'post' ? [no] : []))
  expect(accounts.map(parcels)).toEqual(accounts.map(toSend))
}

/** The commands of the mall, with a stock that has to agree with what stands, once the clock has looked through it. */
export const mallCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    await bendProgramme(cloud, programme)
    await hire(cloud, clerk)
  },
  after: stockAgrees,
  minutes: 8,
}
