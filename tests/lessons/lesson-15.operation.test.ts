import { staffId } from '../../cloudfunctions/_runtime/people'
import { modelEffects } from '../../localcloud/model/effects'
import { modelTill } from './model-till'

// Elsewhere lists were kept as "1,2,3" and ids compared as parts of a text, so one store's number opened another's.
describe('lesson 15: ids are compared as a whole, and lists are lists', () => {
  const stores = ['S1', 'S10', 'S2'].map((id) => ({ id, name: `店 ${id}` }))

  async function tillsOf(...storeIds: string[]) {
    const model = await modelTill()
    const { effects } = modelEffects({ store: model.shop.store.view(), now: '2026-06-01T04:00:00.000Z' })
    await model.shop.store.put('shop', { _id: 'shop', name: '店', brand: null, stores })
    const grant = { _id: staffId(effects, 'o-clerk'), name: '店员', role: 'staff', storeIds, active: true }
    await model.shop.store.put('staff', grant)
    const scanAt = (code: string, storeId: string) => model.till('staff.scan', { code, storeId })
    return { ...model, scanAt }
  }

  it.each([
    [['S10'], 'S1'],
    [['S1'], 'S10'],
    [['S1', 'S2'], 'S10'],
    [['S10', 'S2'], 'S1'],
  ])('an employee of %j is not let into %s, and the code stays good', async (storeIds, elsewhere) => {
    const { till, code, scanAt } = await tillsOf(...storeIds)
    const shown = await code()
    expect(await scanAt(shown, elsewhere)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await till('staff.find', { storeId: elsewhere, phone: '13800000001' })).toMatchObject({
      refusal: { code: 'store_not_yours' },
    })
    expect((await scanAt(shown, storeIds[0] ?? '')).ok).toBe(true)
  })

  it('sees the stores of the grant, and no others', async () => {
    const { till } = await tillsOf('S10')
    expect((await till('staff.me')).value.stores).toEqual([{ id: 'S10', name: '店 S10' }])
  })
})
