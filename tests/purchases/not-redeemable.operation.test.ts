import { everything, order, record, useShop } from '../support/shop'

const shop = useShop('express-courier', 'once')

it('refuses points as money off with points_not_redeemable where the programme takes none', async () => {
  await record(shop.cloud, shop.till, [order({ customer: 'c1' })])
  const before = await everything(shop.cloud)
  expect(await record(shop.cloud, shop.till, [order({ customer: 'c1', burnPoints: 10 })])).toMatchObject([
    { refusal: { code: 'points_not_redeemable' } },
  ])
  expect(await everything(shop.cloud)).toEqual(before)
})
