import { manage, managerOpenid, requestId, useShop, valueOf } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'
import { enrolPhone } from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const asManager = (operation: string, input: object, id: string) =>
  cloud.call('manager', { operation, input, requestId: id }, managerOpenid)
const reused = { refusal: { code: 'request_reused' } }

describe('the id of a command that was carried out', () => {
  it('is refused for another key to revoke, and that key still works', async () => {
    const keys = [1, 2].map(() => manage(cloud, 'pos-keys.issue', { label: 'till', storeIds: ['S1'] }))
    const [one, two] = await Promise.all(keys)
    const id = requestId()
    const first = valueOf(await asManager('pos-keys.revoke', { keyId: one.keyId }, id))
    await cloud.drain()
    expect(await asManager('pos-keys.revoke', { keyId: two.keyId }, id)).toMatchObject(reused)
    expect(valueOf(await asManager('pos-keys.revoke', { keyId: one.keyId }, id))).toEqual(first)
    const stored = (await cloud.dump('posKeys')).map(({ document }: any) => document)
    expect(stored.find((key) => key._id === two.keyId).revokedAt).toBeNull()
  })

  it('is refused for another code to scan, which stays unspent, and for another employee to dismiss', async () => {
    await hire(cloud, 'o-clerk-1')
    await enrolPhone(cloud, 'o-member-1')
    await enrolPhone(cloud, 'o-member-2')
    const [one, two] = [await codeShownBy(cloud, 'o-member-1'), await codeShownBy(cloud, 'o-member-2')]
    const id = requestId()
    const scan = (code: string, as = id) => atTill(cloud, 'o-clerk-1', 'staff.scan', { code, storeId: 'S1' }, as)
    valueOf(await scan(one))
    await cloud.drain()
    expect(await scan(two)).toMatchObject(reused)
    expect((await scan(two, requestId())).ok).toBe(true)
  })

  it('belongs to one person: another manager’s or employee’s same id is their own', async () => {
    await hire(cloud, 'o-clerk-1')
    await hire(cloud, 'o-clerk-2')
    await enrolPhone(cloud, 'o-member-1')
    await enrolPhone(cloud, 'o-member-2')
    const id = requestId()
    for (const n of [1, 2]) {
      const code = await codeShownBy(cloud, `o-member-${n}`)
      expect((await atTill(cloud, `o-clerk-${n}`, 'staff.scan', { code, storeId: 'S1' }, id)).ok).toBe(true)
    }
  })
})
