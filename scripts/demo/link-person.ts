import { accountIdOfExternal, identityId } from '../../cloudfunctions/_runtime/people'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import type { LocalCloud } from '../../localcloud/start'
import type { ShopSecrets } from '../start/secrets'

/**
 * Lets a person's phone open the account that the till's orders made. Written into the database directly: the product has no
 * operation yet by which somebody whom the till knows proves who he is on his phone.
 */
export async function linkPerson(
  { engine }: LocalCloud,
  secrets: ShopSecrets,
  { openid, tillNumber }: { openid: string; tillNumber: string },
): Promise<void> {
  const effects = { secrets } as Effects
  const identity = { _id: identityId(effects, openid), accountId: accountIdOfExternal(effects, tillNumber) }
  const request = { action: 'database.insertDocument', collectionName: 'identities', data: [JSON.stringify(identity)] }
  const { answer } = await engine.execute(request, { id: 'demonstration' })
  if ('code' in answer && !/E11000/.test(String(answer.message)))
    throw new Error(`No link for ${openid}: ${String(answer.message)}`)
}
