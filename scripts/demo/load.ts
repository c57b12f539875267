import { shopTime } from '../pos/local'
import { sendBatch } from '../pos/till'
import { addLocalPerson, keepLocalValue, localValue } from '../start/door'
import type { Founded } from '../start/found'
import { liveThroughTheYear } from './lives'
import { tillOrders } from './orders'
import { demoPeople } from './people'
import { hireClerks } from './staff'

const batchMax = 100

/**
 * Fills the demonstration shop on its first start, by nothing but the operations that till, phone and manager use. A load
 * that was cut off is taken up again and counts nothing twice.
 */
export async function loadDemonstration(url: string, founded: Founded): Promise<void> {
  if (await localValue(url, 'demonstration')) return
  console.log('Loading the demonstration shop …')
  await sendOrders(url, founded)
  await liveThroughTheYear(url, founded)
  await hireClerks(url, founded)
  for (const { openid, name, role, phone } of demoPeople) await addLocalPerson(url, { openid, name, role, phone })
  await keepLocalValue(url, 'demonstration', { loaded: true })
}

async function sendOrders(url: string, { keyId, secret, at }: Founded): Promise<void> {
  for (const { storeId, items } of tillOrders(at)) {
    const till = { url, key: { keyId, secret }, storeId, patienceMs: 60_000, clock: () => shopTime(url) }
    for (let from = 0; from < items.length; from += batchMax) {
      const results = await sendBatch(till, items.slice(from, from + batchMax))
      const refused = results.find((result) => !result.ok)
      if (refused && !refused.ok) throw new Error(`The demonstration shop was not loaded: ${refused.refusal.message}`)
    }
  }
}
