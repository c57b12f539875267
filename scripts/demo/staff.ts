import { staffInvite, staffJoin } from '../../shared/staff/contract'
import { addLocalPerson, callDoor } from '../start/door'
import type { Founded } from '../start/found'

/** Two employees for each store; the first enrols customers at the counter. */
export const clerks = [
  { openid: 'o-clerk-chen', name: '陈一诺', storeId: 'S1' },
  { openid: 'o-clerk-xu', name: '许知远', storeId: 'S2' },
  { openid: 'o-clerk-wang', name: '王敏', storeId: 'S1' },
  { openid: 'o-clerk-li', name: '李慧', storeId: 'S2' },
] as const

/** Hires them as anybody is: invited by the manager, joined on their own phone. */
export async function hireClerks(url: string, { manager }: Founded): Promise<void> {
  for (const { openid, name, storeId } of clerks) {
    const asked = { name, role: 'staff' as const, storeIds: [storeId] }
    const { code } = await callDoor({ url, openid: manager }, staffInvite, asked, `demo-invite-${openid}`)
    await callDoor({ url, openid }, staffJoin, { code }, `demo-hire-${openid}`)
    await addLocalPerson(url, { openid, name, role: 'staff' })
  }
}
