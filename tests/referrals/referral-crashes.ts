import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { heldBack, joinBy, linkOf, referralsOf, minutesPass, buys } from '../support/friends'
import { numberOf, textProof, wishOf } from '../support/joining'
import { enrolPhone, managerOpenid, order, phone, record, refundOf, wakeClock, type Shop } from '../support/shop'

/** A member and their friend, and how often the friend counts for them in the end. */
function commandsOf(shop: Shop): { [name: string]: Command } {
  const { cloud } = shop
  const [wishes, friends] = [new Map<string, object>(), new Map<string, string>()]
  const referrers = new Map<string, string>()
  const amountFen = 5_000
  const brought = async (who: string) => {
    await enrolPhone(cloud, `r-${who}`)
    referrers.set(who, `r-${who}`)
    const { member } = await joinBy(cloud, `o-${who}`, { scene: await linkOf(cloud, `r-${who}`) })
    friends.set(who, member.memberNo)
  }
  const counted = async (who: string) => {
    const { counted: friendsWhoCount, points } = await referralsOf(cloud, referrers.get(who) ?? '')
    expect(points).toBe(200 * friendsWhoCount)
    return friendsWhoCount as number
  }
  const at = async () => (await cloud.control('clock')).now as string
  const ordered = async (who: string) =>
    record(cloud, shop.till, [
      { ...order({ orderId: `o-${who}`, amountFen, at: await at() }), customer: { memberNo: friends.get(who) } },
    ]).catch(() => undefined)
  /** The next tick after one that was killed, whose lease is over by then. */
  const tick = async () => {
    await cloud.advance(70_000)
    await wakeClock(cloud).catch(() => undefined)
  }
  /** A job that failed some times over rests up to an hour; each crash strikes a clock that works as ever. */
  const rested = async () => {
    await cloud.advance(61 * 60_000)
    await wakeClock(cloud)
  }
  const tills = { function: 'pos', operation: 'purchases.record' }
  return {
    'joining by a friend’s link': {
      function: 'member',
      operation: 'members.enrol',
      callsAtLeast: 8,
      prepare: async (who) => {
        await enrolPhone(cloud, `r-${who}`)
        referrers.set(who, `r-${who}`)
        const { consent } = await wishOf(cloud, 'o-visitor')
        // By a text, whose code is good for its request's repetition; WeChat's is good once.
        const proof = await textProof(cloud, `o-${who}`, numberOf(`o-${who}`))
        wishes.set(who, { consent, phone: proof, scene: await linkOf(cloud, `r-${who}`) })
      },
      send: (who) => phone(cloud, `o-${who}`, 'members.enrol', wishes.get(who), { requestId: `request-${who}` }),
      effect: async (who) => (await referralsOf(cloud, `r-${who}`)).friendsInAll,
    },
    'the friend’s order': { ...tills, callsAtLeast: 5, prepare: brought, send: ordered, effect: counted },
    'the clock that rewards both': {
      function: 'clock',
      callsAtLeast: 12,
      prepare: async (who) => {
        await rested()
        await brought(who)
        await buys(cloud, shop.till, friends.get(who)!, { orderId: `o-${who}`, amountFen })
      },
      send: tick,
      effect: counted,
    },
    'a refund of it': {
      ...tills,
      callsAtLeast: 6,
      prepare: async (who) => {
        await brought(who)
        await buys(cloud, shop.till, friends.get(who)!, { orderId: `o-${who}`, amountFen })
        await minutesPass(cloud, 2)
      },
      send: async (who) =>
        record(cloud, shop.till, [{ ...refundOf(`o-${who}`, amountFen, `f-${who}`), at: await at() }]).catch(
          () => undefined,
        ),
      effect: async (who) => 1 - (await counted(who)),
    },
    'the clock that takes both back': {
      function: 'clock',
      callsAtLeast: 6,
      prepare: async (who) => {
        await rested()
        await brought(who)
        await buys(cloud, shop.till, friends.get(who)!, { orderId: `o-${who}`, amountFen })
        await minutesPass(cloud, 3)
        await record(cloud, shop.till, [{ ...refundOf(`o-${who}`, amountFen, `f-${who}`), at: await at() }])
      },
      send: tick,
      effect: async (who) => 1 - (await counted(who)),
    },
    'a manager’s word': {
      function: 'manager',
      operation: 'referrals.decide',
      callsAtLeast: 5,
      prepare: async (who) => {
        const held = await heldBack(cloud, shop.till)
        referrers.set(who, held.referrer)
        wishes.set(who, { accountId: held.accountId, allowed: true, reason: '一家人' })
      },
      send: (who) => {
        const event = { operation: 'referrals.decide', input: wishes.get(who), requestId: `request-${who}` }
        return cloud.call('manager', event, managerOpenid)
      },
      effect: counted,
    },
  }
}

/** The commands that lead to rewards on two accounts, and the clock that gives them. */
export const referralCommands: Own = { commands: commandsOf, minutes: 6 }
