import { staffStoreCode } from '../../shared/staff/contract'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import { sendBatch } from '../pos/till'
import { shopTime } from '../pos/local'
import { callDoor, setShopTime } from '../start/door'
import type { Founded } from '../start/found'
import { openingOf } from './days'
import { join } from './join'
import { demoPeople, type DemoPerson } from './people'

/**
 * Lets the people of the demonstration shop live through their year: the shop's clock goes to each day in turn, and they
 * scan the store's code, join on their phones and show their cards at the till as anybody would. Ends with the clock at the present again.
 */
export async function liveThroughTheYear(url: string, founded: Founded): Promise<void> {
  const { scene } = await callDoor(
    { url, openid: founded.manager },
    staffStoreCode,
    { storeId: 'S1', mine: false },
    'demo-store-code-S1',
  )
  const acts = demoPeople.flatMap((person) => actsOf(url, { ...founded, scene }, person))
  acts.sort((one, other) => (one.at < other.at ? -1 : 1))
  for (const act of acts) {
    await setShopTime(url, act.at)
    await act.run()
  }
  await setShopTime(url, new Date().toISOString())
}

type Act = { at: Instant; run: () => Promise<void> }

function actsOf(url: string, founded: Founded & { scene: string }, person: DemoPerson): Act[] {
  if (person.joinedDaysAgo === null) return []
  const member = { memberNo: '' }
  const joining: Act = {
    at: openingOf(founded.at, person.joinedDaysAgo, 9 * 60),
    run: async () => void (member.memberNo = await join(url, founded, person)),
  }
  const orders = person.orders.map(([daysAgo, storeId, amountFen], index): Act => {
    const at = openingOf(founded.at, daysAgo, 11 * 60 + index * 47)
    const order = { orderId: `${person.openid}-${index + 1}`, storeId, amountFen, at }
    return { at: addMilliseconds(at, 1000), run: () => buy(url, founded, { ...order, memberNo: member.memberNo }) }
  })
  return [joining, ...orders]
}

type Bought = { orderId: string; storeId: 'S1' | 'S2'; amountFen: number; at: Instant; memberNo: string }

async function buy(url: string, { keyId, secret }: Founded, { storeId, memberNo, ...order }: Bought): Promise<void> {
  const till = { url, key: { keyId, secret }, storeId, patienceMs: 60_000, clock: () => shopTime(url) }
  const [result] = await sendBatch(till, [{ kind: 'order', ...order, customer: { memberNo } }])
  if (!result?.ok) throw new Error(`The demonstration shop was not loaded: ${result?.refusal.message}`)
}
