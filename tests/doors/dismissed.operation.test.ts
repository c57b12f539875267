import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { managerOpenid, requestId, useShop } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const ask = () =>
  shop.cloud.call('manager', { operation: 'members.totals', input: {}, requestId: requestId() }, managerOpenid)

it('somebody dismissed is out at once, in every warm instance', async () => {
  expect(await ask()).toMatchObject({ ok: true })
  await shop.cloud.run(async () => {
    const { store } = wxEffects()
    const [grant] = await store.find<{ _id: string; role: string }>('staff', { where: { _id: { gt: '' } }, limit: 2 })
    await store.put('staff', { ...grant!, active: false })
  })
  expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } })
})

it('somebody whose role is another does nothing of a manager’s', async () => {
  await shop.cloud.run(async () => {
    const { store } = wxEffects()
    const [grant] = await store.find<{ _id: string; role: string }>('staff', { where: { _id: { gt: '' } }, limit: 2 })
    await store.put('staff', { ...grant!, active: true, role: 'staff' })
  })
  expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } })
})
