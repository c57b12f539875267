import { useShop } from '../support/shop'
import { readsAlike, settlesAmong, type Spent } from './many'

const shop = useShop('demo-tea')
const all: Spent[] = []

describe('a thousand members who are due', () => {
  it.each([10_000, 100_000, 1_000_000])(
    'are worked off among %s',
    async (members) => void all.push(await settlesAmong(shop, members)),
    3_600_000,
  )
  it('cost as many documents read, however many others there are', () => readsAlike(all))
})
