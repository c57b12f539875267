import { allow } from '../../../shared/kit/ruling'
import type { OutputOf } from '../../../shared/kit/contract'
import type { rewardsToSend } from '../../../shared/rewards/contract'
import type { Effects } from '../../_runtime/effects'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { Where } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { openAddress } from './parcel'

const pageSize = 50

/** What is to be sent, whoever waits longest first. Who has looked at the addresses is logged. */
export const listToSend: Handler<typeof rewardsToSend, StaffContext> = async ({ effects, entered }, { after = '' }) => {
  const [mayAsk, found] = await Promise.all([entered, waitingAfter(effects, after)])
  if (!mayAsk.ok) return mayAsk
  const accounts = found.slice(0, pageSize)
  const parcels = accounts.flatMap((account) => parcelsOf(effects, account))
  effects.log({ event: 'addresses_read', by: mayAsk.value.grant._id, count: parcels.length })
  const last = found.length > pageSize ? accounts.at(-1) : undefined
  return allow({ parcels, nextAfter: last ? `${last.sendAt} ${last._id}` : null })
}

/** A page of accounts and one more. Several may wait since the same instant, so a page may end among them. */
async function waitingAfter(effects: Effects, after: string): Promise<StoredAccount[]> {
  const [sendAt = '', id = ''] = after.split(' ')
  const parts = id === '' ? [{ sendAt: { gt: sendAt } }] : [{ sendAt, _id: { gt: id } }, { sendAt: { gt: sendAt } }]
  return (await Promise.all(parts.map((part) => accountsWhere(effects, part)))).flat()
}

function accountsWhere({ store }: Effects, part: Where): Promise<StoredAccount[]> {
  return store.find<StoredAccount>('accounts', {
    where: part,
    orderBy: [
      ['sendAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: pageSize + 1,
  })
}

function parcelsOf(effects: Effects, account: StoredAccount): OutputOf<typeof rewardsToSend>['parcels'] {
  const { _id: accountId, memberNo, exchanges = [], parcels = [] } = account
  return exchanges.flatMap(({ no: exchangeNo, name, count, at }) => {
    const parcel = parcels.find((one) => one.exchangeNo === exchangeNo)
    if (!parcel) return []
    const address = openAddress(effects, { accountId, exchangeNo }, parcel)
    return [{ accountId, memberNo, exchangeNo, name, count, at, address }]
  })
}
