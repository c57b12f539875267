import type { Stock } from '../../cloudfunctions/_runtime/stock'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { bendProgramme, enrolPhone, manage, phone, valueOf, type Shop } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const clerk = 'o-clerk-1'
const template = (id: string, more: object) => ({
  id,
  name: { zh: id, en: id },
  worth: { kind: 'amount', offFen: 1_000 },
  valid: { kind: 'from-issue', lasts: '30 days' },
  issuedBy: ['claim', 'code'],
  stacks: true,
  giftable: true,
  ...more,
})
const coupons = [
  template('limited', { stock: 5_000, perMember: { times: 1, per: 'lifetime' } }),
  template('cup', { worth: { kind: 'service', service: { zh: '一杯', en: 'A cup' } } }),
]

/** What one person has had and done, each command once. */
function commandsOf({ cloud }: Shop): { [name: string]: Command } {
  const openidOf = (who: string) => `o-${who}`
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object, more: object = {}) =>
    phone(cloud, openidOf(who), operation, input, more)
  const again = (who: string) => ({ requestId: `request-${who}` })
  const send = (operation: string) => (who: string) => call(who, operation, asked.get(who) ?? {}, again(who))
  const holding = async (who: string, templateId: string) => {
    await enrolPhone(cloud, openidOf(who))
    const { coupons: had } = valueOf(await call(who, 'coupons.claim', { templateId }))
    return had[0].couponId as string
  }
  const many = async (who: string, tab: string, ...states: string[]) => {
    const { coupons: all } = valueOf(await call(who, 'coupons.list', { tab }))
    return all.filter(({ state }: any) => states.includes(state)).length as number
  }
  const atCounter = async (who: string, couponId: string) => {
    const code = await codeShownBy(cloud, openidOf(who))
    const { scanId, accountId } = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
    return { scanId, accountId, couponId }
  }
  const mine = { function: 'member', callsAtLeast: 4 }
  const till = { function: 'staff', callsAtLeast: 3 }
  return {
    'claiming a limited coupon': {
      ...mine,
      operation: 'coupons.claim',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        asked.set(who, { templateId: 'limited' })
      },
      send: send('coupons.claim'),
      effect: (who) => many(who, 'usable', 'usable'),
    },
    'redeeming a printed code': {
      ...mine,
      operation: 'coupons.claim-code',
      prepare: async (who) => {
        await enrolPhone(cloud, openidOf(who))
        const wish = { templateId: 'cup', count: 1, lastDay: '2026-12-31' }
        asked.set(who, { code: (await manage(cloud, 'coupons.make-codes', wish)).codes[0] })
      },
      send: send('coupons.claim-code'),
      effect: (who) => many(who, 'usable', 'usable'),
    },
    'sending a coupon': {
      ...mine,
      operation: 'coupons.send',
      prepare: async (who) => void asked.set(who, { couponId: await holding(who, 'limited') }),
      send: send('coupons.send'),
      effect: (who) => many(who, 'usable', 'sent'),
    },
    'taking a gift': {
      ...mine,
      operation: 'coupons.take-gift',
      prepare: async (who) => {
        const couponId = await holding(`from-${who}`, 'cup')
        asked.set(who, { gift: valueOf(await call(`from-${who}`, 'coupons.send', { couponId })).gift })
        await enrolPhone(cloud, openidOf(who))
      },
      send: send('coupons.take-gift'),
      effect: (who) => many(who, 'usable', 'usable'),
    },
    'taking a coupon by itself': {
      ...till,
      operation: 'coupons.redeem',
      prepare: async (who) => void asked.set(who, await atCounter(who, await holding(who, 'cup'))),
      send: (who) => atTill(cloud, clerk, 'coupons.redeem', asked.get(who) ?? {}, `request-${who}`),
      effect: (who) => many(who, 'used', 'used'),
    },
    'a payment with a coupon': {
      ...till,
      operation: 'staff.accrue',
      prepare: async (who) => {
        const { couponId, ...pass } = await atCounter(who, await holding(who, 'limited'))
        asked.set(who, { ...pass, amountFen: 5_000, dueFen: 4_000, coupons: [{ couponId }] })
      },
      send: (who) => atTill(cloud, clerk, 'staff.accrue', asked.get(who) ?? {}, `request-${who}`),
      effect: (who) => many(who, 'used', 'used'),
    },
  }
}

/** As many are gone of the limited template as were issued of it, and nothing is left held. */
async function stocksAgree({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const stocks = await documents<Stock>('stocks')
  const entries = await documents<any>('entries')
  const issued = entries.filter(
    ({ kind, coupon }) => kind === 'coupon-issue' && coupon.templateId === 'limited' && coupon.source.by === 'claim',
  )
  expect(stocks.flatMap(({ held }) => Object.keys(held))).toEqual([])
  expect(stocks.find(({ _id }) => _id === 'coupon:limited')?.taken ?? 0).toBe(issued.length)
}

/** The commands about coupons, with stocks that have to agree with what was issued, once the clock has looked through. */
export const couponCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    await bendProgramme(cloud, { coupons } as never)
    await hire(cloud, clerk)
  },
  after: stocksAgree,
  minutes: 8,
}
