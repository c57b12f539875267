import { addDays, addMilliseconds, dayOf, startOfDay, type Instant } from '../../shared/kit/time'
import type { PurchaseItem } from '../../shared/purchases/contract'
import { demoPeople } from './people'

export type StoreOrders = { storeId: 'S1' | 'S2'; items: PurchaseItem[] }

const minuteMs = 60_000
const tillCustomers = 40
const ordersEach = 6

/**
 * The orders of the demonstration shop as its two tills would send them, oldest first. The same founding instant gives the same
 * orders, so that a first start that was cut off sends them again without counting any twice.
 */
export function demoOrders(foundedAt: Instant): StoreOrders[] {
  const all = [...ordersOfPeople(foundedAt), ...ordersOfTillCustomers(foundedAt)]
  all.sort((one, other) => (one.item.at < other.item.at ? -1 : 1))
  return (['S1', 'S2'] as const).map((storeId) => ({
    storeId,
    items: all.filter((one) => one.storeId === storeId).map(({ item }) => item),
  }))
}

type Placed = { storeId: 'S1' | 'S2'; item: PurchaseItem }

function ordersOfPeople(foundedAt: Instant): Placed[] {
  return demoPeople.flatMap(({ tillNumber, orders }) => {
    if (tillNumber === null) return []
    return orders.map(([daysAgo, storeId, amountFen], index) =>
      placed(foundedAt, { orderId: `${tillNumber}-${index + 1}`, externalId: tillNumber, daysAgo, storeId, amountFen }),
    )
  })
}

/** People whom only the till knows, so that a manager has a shop to look at. */
function ordersOfTillCustomers(foundedAt: Instant): Placed[] {
  const amounts = [1_880, 2_650, 3_990, 4_800, 6_250, 9_600, 12_800, 18_800]
  return Array.from({ length: tillCustomers * ordersEach }, (_, index) => {
    const customer = index % tillCustomers
    const round = Math.floor(index / tillCustomers)
    return placed(foundedAt, {
      orderId: `D-${String(customer + 1).padStart(2, '0')}-${round + 1}`,
      externalId: `D${String(customer + 1).padStart(3, '0')}`,
      daysAgo: 4 + ((customer * 7 + round * 53) % 330),
      storeId: customer % 3 === 0 ? 'S2' : 'S1',
      amountFen: (amounts[(customer * 5 + round * 3) % amounts.length] ?? 0) * (customer % 11 === 0 ? 3 : 1),
    })
  })
}

type Sale = { orderId: string; externalId: string; daysAgo: number; storeId: 'S1' | 'S2'; amountFen: number }

function placed(foundedAt: Instant, { orderId, externalId, daysAgo, storeId, amountFen }: Sale): Placed {
  const opened = startOfDay(addDays(dayOf(foundedAt), -daysAgo))
  const at = addMilliseconds(opened, (10 * 60 + ((amountFen / 10 + daysAgo * 37) % 600)) * minuteMs)
  return { storeId, item: { kind: 'order', orderId, customer: { externalId }, at, amountFen, quantity: 1 } }
}
