import { useShop } from '../support/shop'
import { readsAlike, settlesAmong, type Spent } from './many'

const shop = useShop('demo-tea')
const all: Spent[] = []

describe('a thousand members who are due', () => {
  it.each([2_000, 10_000])(
    'are worked off among %s',
    async (members) => void all.push(await settlesAmong(shop, members)),
    240_000,
  )
  it('cost as many documents read, however many others there are', () => readsAlike(all))
})
