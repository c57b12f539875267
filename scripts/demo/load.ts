import { membersEnrol, membersList } from '../../shared/members/contract'
import { pointsAdjust } from '../../shared/points/contract'
import { shopWelcome } from '../../shared/shop/contract'
import type { LocalCloud } from '../../localcloud/start'
import { shopTime } from '../pos/local'
import { sendBatch } from '../pos/till'
import { addLocalPerson, callDoor, keepLocalValue, localValue } from '../start/door'
import type { Founded } from '../start/found'
import type { ShopSecrets } from '../start/secrets'
import { linkPerson } from './link-person'
import { demoOrders } from './orders'
import { demoPeople, type DemoPerson } from './people'

const batchMax = 100

/**
 * Fills the demonstration shop on its first start, by the operations that till, phone and manager use: orders through the
 * signed door, a joining, an adjustment. A load that was cut off is taken up again and counts nothing twice.
 */
export async function loadDemonstration(cloud: LocalCloud, founded: Founded, secrets: ShopSecrets): Promise<void> {
  if (await localValue(cloud.url, 'demonstration')) return
  console.log('Loading the demonstration shop …')
  await sendOrders(cloud.url, founded)
  for (const person of demoPeople) {
    if (person.tillNumber !== null) await linkPerson(cloud, secrets, { ...person, tillNumber: person.tillNumber })
    else if (person.role === 'member') await join(cloud.url, person)
    await topUp(cloud.url, founded, person)
    await addLocalPerson(cloud.url, { openid: person.openid, name: person.name, role: person.role })
  }
  await keepLocalValue(cloud.url, 'demonstration', { loaded: true })
}

async function sendOrders(url: string, { keyId, secret, at }: Founded): Promise<void> {
  for (const { storeId, items } of demoOrders(at)) {
    const till = { url, key: { keyId, secret }, storeId, patienceMs: 60_000, clock: () => shopTime(url) }
    for (let from = 0; from < items.length; from += batchMax) {
      const results = await sendBatch(till, items.slice(from, from + batchMax))
      const refused = results.find((result) => !result.ok)
      if (refused && !refused.ok) throw new Error(`The demonstration shop was not loaded: ${refused.refusal.message}`)
    }
  }
}

async function join(url: string, { openid, name }: DemoPerson): Promise<void> {
  const { terms } = await callDoor({ url, openid }, shopWelcome, {})
  const { termsVersion, privacyVersion } = terms
  const consent = { termsVersion, privacyVersion, adult: true as const }
  await callDoor({ url, openid }, membersEnrol, { consent, name, storeId: 'S1' }, `demo-join-${openid}`)
}

/** Points from before the programme, granted by the manager with a reason. */
async function topUp(url: string, { manager }: Founded, { tillNumber, balance, openid }: DemoPerson): Promise<void> {
  if (balance === undefined || tillNumber === null) return
  const caller = { url, openid: manager }
  const member = (await callDoor(caller, membersList, { externalId: tillNumber })).members[0]
  if (!member || member.points >= balance) return
  const input = { accountId: member.accountId, change: balance - member.points, reason: '旧会员积分转入' }
  await callDoor(caller, pointsAdjust, input, `demo-top-up-${openid}`)
}
