import {
  enrolPhone,
  managerOpenid,
  memberOf,
  order,
  phone,
  record,
  refundOf,
  valueOf,
  type Shop,
} from '../support/shop'
import { numberOf, textProof, wishOf } from '../support/joining'

/** A command as the crash tests play it: for one person, any number of times, always the same request. */
export type Command = {
  function: string
  /** Absent for the clock, which has none. */
  operation?: string
  /** Database calls that it makes at the least, so that a test knows it has struck them all. */
  callsAtLeast: number
  prepare(who: string): Promise<unknown>
  /** Sends it and does not mind what comes back. */
  send(who: string): Promise<unknown>
  /** How many times it has happened. */
  effect(who: string): Promise<number>
}

const points = 10_000

export function commandsOf(shop: Shop): { [name: string]: Command } {
  const { cloud } = shop
  const take = (item: object) => record(cloud, shop.till, [item]).catch(() => undefined)
  const till = { function: 'pos', operation: 'purchases.record' }
  const accounts = new Map<string, string>()
  const wishes = new Map<string, object>()
  return {
    'an order of somebody new': {
      ...till,
      callsAtLeast: 5,
      prepare: async () => undefined,
      send: (who) => take(order({ customer: who, orderId: `o-${who}` })),
      effect: async (who) => (await memberOf(cloud, who))?.orders ?? 0,
    },
    'an order that burns points': {
      ...till,
      callsAtLeast: 5,
      prepare: (who) => take(order({ customer: who, orderId: `e-${who}` })),
      send: (who) => take(order({ customer: who, orderId: `o-${who}`, amountFen: 0, burnPoints: 100 })),
      effect: async (who) => (await memberOf(cloud, who)).orders - 1,
    },
    'a refund': {
      ...till,
      callsAtLeast: 6,
      prepare: (who) => take(order({ customer: who, orderId: `o-${who}`, amountFen: points })),
      send: (who) => take(refundOf(`o-${who}`, points / 2, `r-${who}`)),
      effect: async (who) => (points - (await memberOf(cloud, who)).spendFen) / (points / 2),
    },
    'a correction': {
      function: 'manager',
      operation: 'points.adjust',
      callsAtLeast: 5,
      prepare: async (who) => {
        await take(order({ customer: who }))
        accounts.set(who, (await memberOf(cloud, who)).accountId)
      },
      send: (who) => {
        const input = { accountId: accounts.get(who), change: 7, reason: '补记' }
        return cloud.call('manager', { operation: 'points.adjust', input, requestId: `request-${who}` }, managerOpenid)
      },
      effect: async (who) => ((await memberOf(cloud, who)).points - 100) / 7,
    },
    'a check-in': {
      function: 'member',
      operation: 'checkins.check-in',
      callsAtLeast: 4,
      prepare: (who) => enrolPhone(cloud, `o-${who}`),
      send: (who) => phone(cloud, `o-${who}`, 'checkins.check-in', {}, { requestId: `request-${who}` }),
      effect: async (who) => (valueOf(await phone(cloud, `o-${who}`, 'checkins.read')).balance - 100) / 5,
    },
    'joining by phone': {
      function: 'member',
      operation: 'members.enrol',
      callsAtLeast: 12,
      prepare: async (who) => {
        const { consent } = await wishOf(cloud, 'o-visitor')
        const openid = `o-${who}`
        wishes.set(who, { consent, phone: await textProof(cloud, openid, numberOf(openid)) })
      },
      send: (who) => phone(cloud, `o-${who}`, 'members.enrol', wishes.get(who), { requestId: `request-${who}` }),
      effect: async (who) => {
        const before = (await phone(cloud, `o-${who}`, 'home.read')).ok ? 1 : 0
        await enrolPhone(cloud, `o-${who}`)
        return before
      },
    },
  }
}
