import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { codeText, stepAt } from '../../shared/cards/member-code'
import type { TestCloud } from './cloud'
import { manage, phone, requestId, valueOf } from './shop'

/** Somebody who works in these stores, hired as anybody is: invited by the manager, joined on their own phone. */
export async function hire(cloud: TestCloud, openid: string, storeIds: string[] = ['S1']): Promise<void> {
  const { code } = await manage(cloud, 'staff.invite', { name: '店员', role: 'staff', storeIds })
  valueOf(await atTill(cloud, openid, 'staff.join', { code }))
}

/** An operation of the till, as this employee. */
export function atTill(cloud: TestCloud, openid: string, operation: string, input: object, id = requestId()) {
  return cloud.call('staff', { operation, input, requestId: id }, openid)
}

/** The code that a member's phone shows now, or showed some steps ago. */
export async function codeShownBy(cloud: TestCloud, openid: string, stepsAgo = 0): Promise<string> {
  const { serverAt, cardNo, secret } = await cardOf(cloud, openid)
  return codeText({ cardNo, secret }, stepAt(serverAt) - stepsAgo, keyedHash)
}

/** A member's own card as their phone has it, with the cloud's time. */
export async function cardOf(cloud: TestCloud, openid: string): Promise<any> {
  const { serverAt, cards } = valueOf(await phone(cloud, openid, 'cards.mine'))
  return { serverAt, ...cards[0] }
}
