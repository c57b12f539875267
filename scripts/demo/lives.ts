import { cardsReportLost } from '../../shared/cards/contract'
import { couponsClaim } from '../../shared/coupons/contract'
import { pointsAdjust } from '../../shared/points/contract'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import { callDoor, setShopTime } from '../start/door'
import { openingOf } from './days'
import { join, openToMembers, type Joined, type Load } from './join'
import { buy, type Bought } from './buy'
import { demoPeople, type DemoPerson } from './people'

/**
 * Lets the people of the demonstration shop live through their year: the shop's clock goes to each day on which somebody does
 * something on a phone, and the tills send what was sold until then. Ends with the clock at the present again.
 */
export async function liveThroughTheYear(load: Load): Promise<void> {
  const { url, founded } = load
  const way = { ...load, ...(await openToMembers(url, founded)), members: new Map<string, Joined>() }
  const sales = demoPeople.flatMap((person) => salesOf(person, founded.at)).sort(byTime)
  for (const [at, acts] of stopsOf(way)) {
    await setShopTime(url, at)
    await sellUntil(way, sales, at)
    for (const act of acts) await act()
  }
  const present = addMilliseconds(new Date().toISOString(), founded.clockAheadMs)
  await setShopTime(url, present)
  await sellUntil(way, sales, present)
}

type Way = Parameters<typeof join>[0] & { members: Map<string, Joined> }
type Act = () => Promise<unknown>

/** What people do on their phones and what is done for them, by the moment of it. */
function stopsOf(way: Way): [Instant, Act[]][] {
  const stops = new Map<Instant, Act[]>()
  const on = (daysAgo: number, hour: number, act: Act): void => {
    const at = openingOf(way.founded.at, daysAgo, hour * 60)
    stops.set(at, [...(stops.get(at) ?? []), act])
  }
  for (const person of demoPeople) {
    const { openid, joinedDaysAgo, carriedOver, claims = [], lostDaysAgo } = person
    if (joinedDaysAgo === null) continue
    on(joinedDaysAgo, 9, async () => void way.members.set(openid, await join(way, person)))
    if (carriedOver) on(carriedOver.daysAgo, 9, () => carryOver(way, openid, carriedOver.points))
    for (const [daysAgo, templateId] of claims) on(daysAgo, 10, () => claim(way, openid, templateId))
    if (lostDaysAgo) on(lostDaysAgo, 9, () => reportLost(way, openid))
  }
  for (const daysAgo of tellingDays)
    on(daysAgo, 20, () => setShopTime(way.url, openingOf(way.founded.at, daysAgo, 20 * 60 + 2)))
  return [...stops].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Days on which the tills send in the evening and the clock goes on a little, so that a tier reached then is told that day. */
const tellingDays = [51, 30]

function carryOver({ url, founded, members }: Way, openid: string, change: number): Promise<unknown> {
  const input = { accountId: members.get(openid)?.accountId ?? '', change, reason: '旧会员积分转入' }
  return callDoor({ url, openid: founded.manager }, pointsAdjust, input, `demo-carry-${openid}`)
}

function claim({ url }: Way, openid: string, templateId: string): Promise<unknown> {
  return callDoor({ url, openid }, couponsClaim, { templateId }, `demo-claim-${openid}-${templateId}`)
}

function reportLost({ url }: Way, openid: string): Promise<unknown> {
  return callDoor({ url, openid }, cardsReportLost, {}, `demo-lost-${openid}`)
}

type Sale = Omit<Bought, 'memberNo'> & { openid: string }

function salesOf({ openid, orders }: DemoPerson, foundedAt: Instant): Sale[] {
  return orders.map(([daysAgo, storeId, amountFen, burnPoints], index) => {
    const at = openingOf(foundedAt, daysAgo, 11 * 60 + index * 47)
    return { openid, orderId: `${openid}-${index + 1}`, storeId, amountFen, at, ...(burnPoints ? { burnPoints } : {}) }
  })
}

function byTime(one: Sale, other: Sale): number {
  return one.at < other.at ? -1 : 1
}

/** Takes the sales before the moment off the list and sends them. */
async function sellUntil({ url, founded, members }: Way, sales: Sale[], moment: Instant): Promise<void> {
  const later = sales.findIndex(({ at }) => at >= moment)
  const due = sales.splice(0, later === -1 ? sales.length : later)
  await buy(
    url,
    founded,
    due.map(({ openid, ...sale }) => ({ ...sale, memberNo: members.get(openid)?.memberNo ?? '' })),
  )
}
