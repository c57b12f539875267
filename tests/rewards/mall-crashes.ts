import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { bendProgramme, enrolPhone, manage, phone, valueOf, type Shop } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'
import type { StoredAccount } from '../../cloudfunctions/_runtime/stored-account'
import type { Stock } from '../../cloudfunctions/_runtime/stock'

const clerk = 'o-clerk-1'
const name = { zh: '茶', en: 'Tea' }
const tea = { id: 'tea', name, gives: { kind: 'gift' as const, name }, price: { points: 100 }, stock: 5_000 }
const wish = { rewardId: 'tea', count: 1, handing: { way: 'store', storeId: 'S1' }, points: 100, addFen: 0 }

/** One person's way through the mall, each command once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const openidOf = (who: string) => `o-${who}`
  const waiting = new Map<string, { scanId: string; accountId: string; exchangeNo: number }>()
  const join = async (who: string) => {
    const { accountId } = (await enrolPhone(cloud, openidOf(who))).member
    await manage(cloud, 'points.adjust', { accountId, change: 900, reason: '补记' })
    return accountId as string
  }
  const swapped = async (who: string) => {
    const accountId = await join(who)
    const { exchange } = valueOf(await phone(cloud, openidOf(who), 'rewards.redeem', wish))
    waiting.set(who, { scanId: '', accountId, exchangeNo: exchange.exchangeNo })
  }
  const times = async (who: string, ...states: string[]) => {
    const { exchanges } = valueOf(await phone(cloud, openidOf(who), 'rewards.mine'))
    return exchanges.filter(({ state }: any) => states.includes(state.code)).length as number
  }
  const mine = { function: 'member', callsAtLeast: 5 }
  const once = (who: string) => ({ requestId: `request-${who}` })
  return {
    'a swap': {
      ...mine,
      operation: 'rewards.redeem',
      prepare: join,
      send: (who) => phone(cloud, openidOf(who), 'rewards.redeem', wish, once(who)),
      effect: (who) => times(who, 'to-pick-up'),
    },
    'giving a swap up': {
      ...mine,
      operation: 'rewards.cancel',
      prepare: swapped,
      send: (who) =>
        phone(cloud, openidOf(who), 'rewards.cancel', { exchangeNo: waiting.get(who)?.exchangeNo }, once(who)),
      effect: (who) => times(who, 'given-up'),
    },
    'handing a reward out': {
      function: 'staff',
      operation: 'rewards.hand-out',
      callsAtLeast: 4,
      prepare: async (who) => {
        await swapped(who)
        const code = await codeShownBy(cloud, openidOf(who))
        const { scanId } = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
        waiting.set(who, { ...waiting.get(who)!, scanId })
      },
      send: (who) => atTill(cloud, clerk, 'rewards.hand-out', { ...waiting.get(who)!, paidFen: 0 }, `request-${who}`),
      effect: (who) => times(who, 'handed-out'),
    },
  }
}

async function stockAgrees({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const [stock] = (await documents<Stock>('stocks')).filter(({ _id }) => _id === 'reward:tea')
  const open = (await documents<StoredAccount>('accounts')).reduce((sum, one) => sum + (one.exchanges ?? []).length, 0)
  const ended = (await cloud.dump('entries')).filter(({ document }: any) => document.kind === 'exchange-fulfil').length
  expect({ taken: stock?.taken, held: Object.keys(stock?.held ?? {}) }).toEqual({ taken: open + ended, held: [] })
}

/** The commands of the mall, with a stock that has to agree with what stands, once the clock has looked through it. */
export const mallCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    await bendProgramme(cloud, { rewards: [tea] })
    await hire(cloud, clerk)
  },
  after: stockAgrees,
  minutes: 8,
}
