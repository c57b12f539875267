import type { Instant } from '../../shared/kit/time'
import type { PurchaseItem } from '../../shared/purchases/contract'
import { openingOf } from './days'

export type StoreOrders = { storeId: 'S1' | 'S2'; items: PurchaseItem[] }

const tillCustomers = 40
const ordersEach = 6

/**
 * Orders of people whom only the till knows, so that a manager has a shop to look at, as the two tills would send them, oldest
 * first. The same founding instant gives the same orders: a first start that was cut off sends them again and none counts twice.
 */
export function tillOrders(foundedAt: Instant): StoreOrders[] {
  const all = Array.from({ length: tillCustomers * ordersEach }, (_, index) => sale(foundedAt, index))
  all.sort((one, other) => (one.item.at < other.item.at ? -1 : 1))
  return (['S1', 'S2'] as const).map((storeId) => ({
    storeId,
    items: all.filter((one) => one.storeId === storeId).map(({ item }) => item),
  }))
}

const amounts = [1_880, 2_650, 3_990, 4_800, 6_250, 9_600, 12_800, 18_800]

function sale(foundedAt: Instant, index: number): { storeId: 'S1' | 'S2'; item: PurchaseItem } {
  const customer = index % tillCustomers
  const round = Math.floor(index / tillCustomers)
  const daysAgo = 4 + ((customer * 7 + round * 53) % 330)
  const amountFen = (amounts[(customer * 5 + round * 3) % amounts.length] ?? 0) * (customer % 11 === 0 ? 3 : 1)
  const orderId = `D-${String(customer + 1).padStart(2, '0')}-${round + 1}`
  const externalId = `D${String(customer + 1).padStart(3, '0')}`
  const at = openingOf(foundedAt, daysAgo, 10 * 60 + ((amountFen / 10 + daysAgo * 37) % 600))
  return {
    storeId: customer % 3 === 0 ? 'S2' : 'S1',
    item: { kind: 'order', orderId, customer: { externalId }, at, amountFen, quantity: 1 },
  }
}
