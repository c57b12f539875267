import { addLocalPerson, keepLocalValue, localValue } from '../start/door'
import type { Founded } from '../start/found'
import { sendItems } from './buy'
import { liveThroughTheYear } from './lives'
import { tillOrders } from './orders'
import { demoPeople } from './people'
import { hireClerks } from './staff'

/**
 * Fills the demonstration shop on its first start, by nothing but the operations that till, phone and manager use. A load
 * that was cut off is taken up again and counts nothing twice.
 */
export async function loadDemonstration(url: string, founded: Founded): Promise<void> {
  const begun = await localValue<{ loaded: boolean }>(url, 'demonstration')
  if (begun?.loaded) return
  await keepLocalValue(url, 'demonstration', { loaded: false })
  console.log('Loading the demonstration shop …')
  await hireClerks(url, founded)
  for (const orders of tillOrders(founded.at)) await sendItems(url, founded, orders)
  await liveThroughTheYear({ url, founded, resumed: begun !== null })
  for (const { openid, name, role, phone } of demoPeople) await addLocalPerson(url, { openid, name, role, phone })
  await keepLocalValue(url, 'demonstration', { loaded: true })
}
