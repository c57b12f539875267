import { addDays, startOfDay } from '../../shared/kit/time'
import type { Command } from '../books/commands'
import { enrolPhone, managerOpenid, record, refundOf, valueOf, type Shop } from '../support/shop'
import { atTill, codeShownBy } from '../support/till'

export const clerk = 'o-clerk-1'

/** Each request makes codes that end on a day of their own, whichever crash it is sent into: by it they are told apart. */
let madeCodes = 0

/** How a person comes by a coupon, how many of theirs are in a state, and what each is going to ask for. */
type Wallet = {
  asked: Map<string, object>
  holding(who: string, templateId: string): Promise<string>
  many(who: string, tab: string, ...states: string[]): Promise<number>
}

/** What the till and the manager do about somebody's coupon, each command once. */
export function tillCommandsOf(shop: Shop, wallet: Wallet): { [name: string]: Command } {
  const { cloud } = shop
  const { asked, holding, many } = wallet
  const till = (who: string, operation: string, input: object) =>
    atTill(cloud, clerk, operation, input, `request-${who}`)
  const passOf = async (who: string) => {
    const code = await codeShownBy(cloud, `o-${who}`)
    const { scanId, accountId } = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
    return { scanId: scanId as string, accountId: accountId as string }
  }
  const atCounter = async (who: string, templateId: string) => {
    const couponId = await holding(who, templateId)
    return { ...(await passOf(who)), couponId }
  }
  const billOf = async (who: string) => {
    const { couponId, ...pass } = await atCounter(who, 'limited')
    return { ...pass, amountFen: 5_000, dueFen: 4_000, coupons: [{ couponId }] }
  }
  const paid = async (who: string) => {
    const bill = await billOf(who)
    const { orderId } = valueOf(await atTill(cloud, clerk, 'staff.accrue', bill))
    return { orderId: orderId as string, accountId: bill.accountId }
  }
  const ofTill = (operation: string, prepare: (who: string) => Promise<object>) => ({
    function: 'staff',
    operation,
    callsAtLeast: 3,
    prepare: async (who: string) => void asked.set(who, await prepare(who)),
    send: (who: string) => till(who, operation, asked.get(who) ?? {}),
  })
  const days = new Map<string, string>()
  const usable = (who: string) => many(who, 'usable', 'usable')
  const used = (who: string) => many(who, 'used', 'used')
  return {
    'handing a limited coupon': {
      ...ofTill('coupons.hand', async (who) => {
        await enrolPhone(cloud, `o-${who}`)
        return { ...(await passOf(who)), templateId: 'limited', reason: '上次茶凉了' }
      }),
      effect: usable,
    },
    'taking a coupon by itself': { ...ofTill('coupons.redeem', (who) => atCounter(who, 'cup')), effect: used },
    'undoing that': {
      ...ofTill('coupons.undo', async (who) => {
        const wish = await atCounter(who, 'cup')
        const { redemptionId } = valueOf(await atTill(cloud, clerk, 'coupons.redeem', wish))
        return { accountId: wish.accountId, redemptionId }
      }),
      effect: usable,
    },
    'a payment with a coupon': { ...ofTill('staff.accrue', billOf), effect: used },
    'undoing a payment with a coupon': {
      ...ofTill('staff.undo', async (who) => ({ ...(await paid(who)), storeId: 'S1' })),
      effect: usable,
    },
    'a refund of an order with a coupon': {
      function: 'pos',
      operation: 'purchases.record',
      callsAtLeast: 5,
      prepare: async (who) => {
        const { orderId } = await paid(who)
        asked.set(who, { ...refundOf(orderId, 4_000, `r-${who}`), at: (await cloud.control('clock')).now })
      },
      send: (who) => record(cloud, shop.till, [asked.get(who) ?? {}]).catch(() => undefined),
      effect: usable,
    },
    'making codes': {
      function: 'manager',
      operation: 'coupons.make-codes',
      callsAtLeast: 3,
      prepare: async (who) => {
        madeCodes += 1
        days.set(who, addDays('2026-12-01', madeCodes))
      },
      send: (who) => {
        const input = { templateId: 'cup', count: 3, lastDay: days.get(who) }
        return cloud.call(
          'manager',
          { operation: 'coupons.make-codes', input, requestId: `request-${who}` },
          managerOpenid,
        )
      },
      effect: async (who) => {
        const over = startOfDay(addDays(days.get(who) ?? '', 1))
        return (await cloud.dump('couponCodes')).filter(({ document }: any) => document.until === over).length / 3
      },
    },
  }
}
