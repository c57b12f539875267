import { posKeysIssue, shopFound } from '../../shared/shop/contract'
import { shopTime } from '../pos/local'
import { addLocalPerson, callDoor, DoorRefused, keepLocalValue, localValue, setShopTime } from './door'
import type { ShopSecrets } from './secrets'
import { setUpTemplates } from './templates'

/** What the first start left: which programme, when, and whether it is the demonstration shop. */
export type Founded = {
  programme: string
  demonstration: boolean
  at: string
  /** How far the shop's clock went ahead of this machine's then; behind it when negative. */
  clockAheadMs: number
  manager: string
  keyId: string
  secret: string
}
export type Plan = {
  preset: string
  demonstration: boolean
  /** When the shop is founded by its own clock, which goes on from there; null for now. */
  at: string | null
}

const manager = { openid: 'o-manager-zhou', name: '周掌柜' }
const stores = [
  { id: 'S1', name: '湖滨店' },
  { id: 'S2', name: '城西店' },
]

/**
 * Founds the shop on the first start, by the operations that found any shop: the manager claims it, names its two stores and
 * message templates and issues a till key. A start that was cut off is taken up again. Throws when the shop there runs
 * another programme.
 */
export async function foundShop(url: string, secrets: ShopSecrets, plan: Plan): Promise<Founded> {
  const before = await localValue<Founded>(url, 'founded')
  if (before) return sameShop(before, plan)
  if (plan.at) await setShopTime(url, plan.at)
  const at = new Date(await shopTime(url)).toISOString()
  const clockAheadMs = Date.parse(at) - Date.now()
  const caller = { url, openid: manager.openid }
  await claim(caller, secrets, plan)
  await setUpTemplates(caller)
  const key = await callDoor(caller, posKeysIssue, { label: '本地收银', storeIds: ['S1', 'S2'] }, 'start-till-key-1')
  await keepLocalValue(url, 'pos-key', key)
  await addLocalPerson(url, { ...manager, role: 'manager' })
  const kind = { programme: plan.preset, demonstration: plan.demonstration }
  const founded = { ...kind, at, clockAheadMs, manager: manager.openid, ...key }
  await keepLocalValue(url, 'founded', founded)
  return founded
}

async function claim(caller: { url: string; openid: string }, secrets: ShopSecrets, plan: Plan): Promise<void> {
  const name = plan.demonstration ? '屿间茶舍' : '新店'
  const input = { claimCode: secrets.claimCode, name, managerName: manager.name, preset: plan.preset, stores }
  try {
    await callDoor(caller, shopFound, input, 'start-found-shop-1')
    console.log(`Claim code ${secrets.claimCode}, good once: by it ${manager.name} is the first manager.`)
  } catch (error) {
    if (!(error instanceof DoorRefused) || error.code !== 'shop_already_founded') throw error
  }
}

function sameShop(before: Founded, plan: Plan): Founded {
  if (before.programme === plan.preset && before.demonstration === plan.demonstration) return before
  const kind = before.demonstration ? 'the demonstration shop' : `an empty shop with ${before.programme}`
  throw new Error(`This folder holds ${kind}. --fresh begins anew, --data names another folder.`)
}
