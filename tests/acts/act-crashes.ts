import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { bendProgramme, enrolPhone, order, phone, record, valueOf, type Shop } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const clerk = 'o-clerk-1'
const name = { zh: '检测', en: 'Test' }
const test = { kind: 'entitlement', code: 'test', name, count: 5, per: 'month' } as const
const taste = { code: 'taste', name: { zh: '口味', en: 'Taste' }, kind: 'text' as const, sensitive: true }
/** What joining brings, and what an order of ¥10, its review and a complete profile bring in the tea house. */
const [joining, ordered, reviewed, completed] = [100, 10, 20, 50]

/** What somebody does to earn, and what staff tick off for them, each command once. */
function commandsOf(shop: Shop): { [name: string]: Command } {
  const { cloud } = shop
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object = {}, more: object = {}) =>
    phone(cloud, `o-${who}`, operation, input, more)
  const balance = async (who: string) => valueOf(await call(who, 'home.read')).points.balance as number
  const sheet = async (who: string) => {
    const code = await codeShownBy(cloud, `o-${who}`)
    const { scanId, accountId } = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
    return { scanId, accountId }
  }
  const tickedOff = async (who: string) => {
    const { ladder } = valueOf(await call(who, 'tiers.progress'))
    return ladder[0].benefits[0].monthly.used as number
  }
  const mine = (operation: string, prepare: (who: string) => Promise<object>) => ({
    function: 'member',
    operation,
    callsAtLeast: 6,
    prepare: async (who: string) => void asked.set(who, await prepare(who)),
    send: (who: string) => call(who, operation, asked.get(who) ?? {}, { requestId: `request-${who}` }),
  })
  const ofTill = (operation: string, prepare: (who: string) => Promise<object>) => ({
    ...mine(operation, prepare),
    function: 'staff',
    callsAtLeast: 4,
    send: (who: string) => atTill(cloud, clerk, operation, asked.get(who) ?? {}, `request-${who}`),
  })
  return {
    'completing a profile': {
      ...mine('acts.complete-profile', async (who) => {
        await enrolPhone(cloud, `o-${who}`)
        return { name: '小满', birthday: '11-21', details: [{ code: 'taste', value: '少糖' }] }
      }),
      effect: async (who) => {
        const { filled, fields } = valueOf(await call(who, 'acts.profile'))
        const times = ((await balance(who)) - joining) / completed
        // What was told stands with the points for it, and neither without the other.
        expect([filled, fields[0].value]).toEqual(times === 0 ? [0, ''] : [3, '少糖'])
        return times
      },
    },
    'reviewing an order': {
      ...mine('acts.review', async (who) => {
        const { memberNo } = (await enrolPhone(cloud, `o-${who}`)).member
        const bought = { ...order({ orderId: `o-${who}`, amountFen: 1_000 }), customer: { memberNo } }
        await record(cloud, shop.till, [bought])
        return { entryId: `order:S1:o-${who}`, stars: 5, text: '好喝' }
      }),
      effect: async (who) => {
        const { review } = valueOf(await call(who, 'acts.order', { entryId: `order:S1:o-${who}` }))
        const times = ((await balance(who)) - joining - ordered) / reviewed
        expect(review).toEqual(times === 0 ? null : { stars: 5, text: '好喝', hidden: false })
        return times
      },
    },
    'ticking something off': {
      ...ofTill('benefits.tick', async (who) => {
        await enrolPhone(cloud, `o-${who}`)
        return { ...(await sheet(who)), code: 'test' }
      }),
      effect: tickedOff,
    },
    'taking a tick back': {
      ...ofTill('benefits.untick', async (who) => {
        await enrolPhone(cloud, `o-${who}`)
        const pass = await sheet(who)
        const ticks = []
        for (let n = 0; n < 2; n += 1)
          ticks.push(valueOf(await atTill(cloud, clerk, 'benefits.tick', { ...pass, code: 'test' })).tickId)
        return { tickId: ticks[0], accountId: pass.accountId }
      }),
      effect: async (who) => 2 - (await tickedOff(who)),
    },
  }
}

/** The commands about acts and monthly entitlements, in a shop that asks for the taste and gives a test a month. */
export const actCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    const tiers = demoTea.tiers.map((tier, rank) => ({ ...tier, benefits: rank === 0 ? [test] : [] }))
    await bendProgramme(cloud, { profile: { fields: [taste] }, tiers })
    await hire(cloud, clerk)
  },
  minutes: 4,
}
