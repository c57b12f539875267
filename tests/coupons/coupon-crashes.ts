import type { Stock } from '../../cloudfunctions/_runtime/stock'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import type { Programme } from '../../shared/programme/schema'
import type { Command } from '../books/commands'
import type { Own } from '../books/crashes'
import { templateOf } from '../support/coupons'
import { bendProgramme, enrolPhone, manage, phone, valueOf, type Shop } from '../support/shop'
import { hire } from '../support/till'
import { clerk, tillCommandsOf } from './till-crashes'

const worth = { kind: 'amount' as const, offFen: 1_000 }
const coupons = [
  templateOf('limited', {
    worth,
    stacks: true,
    giftable: true,
    stock: 5_000,
    perMember: { times: 1, per: 'lifetime' },
  }),
  templateOf('cup', { worth: { kind: 'service', service: { zh: '一杯', en: 'A cup' } }, giftable: true }),
]
const birthday = {
  kind: 'birthday' as const,
  code: 'chosen',
  valid: 'month' as const,
  choose: 'one' as const,
  gives: [{ kind: 'gift' as const, name: { zh: '一杯茶', en: 'a tea' } }],
}
const programme: Partial<Programme> = {
  coupons,
  tiers: demoTea.tiers.map((tier, rank) => ({ ...tier, benefits: rank === 0 ? [birthday] : [] })),
}

/** What one person has had and done, each command once. */
function commandsOf(shop: Shop): { [name: string]: Command } {
  const { cloud } = shop
  const openidOf = (who: string) => `o-${who}`
  const asked = new Map<string, object>()
  const call = (who: string, operation: string, input: object, more: object = {}) =>
    phone(cloud, openidOf(who), operation, input, more)
  const holding = async (who: string, templateId: string) => {
    await enrolPhone(cloud, openidOf(who))
    const { coupons: had } = valueOf(await call(who, 'coupons.claim', { templateId }))
    return had[0].couponId as string
  }
  const many = async (who: string, tab: string, ...states: string[]) => {
    const { coupons: all } = valueOf(await call(who, 'coupons.list', { tab }))
    return all.filter(({ state }: any) => states.includes(state)).length as number
  }
  const usable = (who: string) => many(who, 'usable', 'usable')
  const mine = (operation: string, prepare: (who: string) => Promise<object>) => ({
    function: 'member',
    operation,
    callsAtLeast: 4,
    prepare: async (who: string) => void asked.set(who, await prepare(who)),
    send: (who: string) => call(who, operation, asked.get(who) ?? {}, { requestId: `request-${who}` }),
  })
  return {
    'claiming a limited coupon': {
      ...mine('coupons.claim', async (who) => {
        await enrolPhone(cloud, openidOf(who))
        return { templateId: 'limited' }
      }),
      effect: usable,
    },
    'redeeming a printed code': {
      ...mine('coupons.claim-code', async (who) => {
        await enrolPhone(cloud, openidOf(who))
        const wish = { templateId: 'cup', count: 1, lastDay: '2026-12-31' }
        return { code: (await manage(cloud, 'coupons.make-codes', wish)).codes[0] }
      }),
      effect: usable,
    },
    'choosing a birthday gift': {
      ...mine('coupons.choose', async (who) => {
        await enrolPhone(cloud, openidOf(who))
        valueOf(await call(who, 'acts.complete-profile', { birthday: '06-15', details: [] }))
        return { code: 'chosen', choice: 0 }
      }),
      effect: usable,
    },
    'sending a coupon': {
      ...mine('coupons.send', async (who) => ({ couponId: await holding(who, 'limited') })),
      effect: (who) => many(who, 'usable', 'sent'),
    },
    'calling a coupon back': {
      ...mine('coupons.recall', async (who) => {
        const couponId = await holding(who, 'cup')
        valueOf(await call(who, 'coupons.send', { couponId }))
        return { couponId }
      }),
      effect: usable,
    },
    'taking a gift': {
      ...mine('coupons.take-gift', async (who) => {
        const couponId = await holding(`from-${who}`, 'cup')
        const { gift } = valueOf(await call(`from-${who}`, 'coupons.send', { couponId }))
        await enrolPhone(cloud, openidOf(who))
        return { gift }
      }),
      effect: usable,
    },
    ...tillCommandsOf(shop, { asked, holding, many }),
  }
}

/** As many are gone of the limited template as were issued of it, and nothing is left held. */
async function stocksAgree({ cloud }: Shop): Promise<void> {
  const documents = async <D>(of: string) => (await cloud.dump(of)).map(({ document }) => document as unknown as D)
  const stocks = await documents<Stock>('stocks')
  const entries = await documents<any>('entries')
  const issued = entries.filter(
    ({ kind, coupon }) =>
      kind === 'coupon-issue' && coupon.templateId === 'limited' && ['claim', 'hand'].includes(coupon.source.by),
  )
  expect(stocks.flatMap(({ held }) => Object.keys(held))).toEqual([])
  expect(stocks.find(({ _id }) => _id === 'coupon:limited')?.taken ?? 0).toBe(issued.length)
}

/** The commands about coupons, with stocks that have to agree with what was issued, once the clock has looked through. */
export const couponCommands: Own = {
  commands: commandsOf,
  prepare: async ({ cloud }) => {
    await bendProgramme(cloud, programme)
    await hire(cloud, clerk)
  },
  after: stocksAgree,
  minutes: 8,
}
