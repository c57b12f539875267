import { openJournal, type Journal } from '../../../shared/books/journal'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { rewardsSend } from '../../../shared/rewards/contract'
import { send as decide } from '../../../shared/rewards/fulfil'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commit } from '../../_runtime/unit-of-work'

type Loaded = { account: StoredAccount | null }
type Sent = { journal: Journal; reply: { exchangeNo: number } }

/** Notes the carrier and the number of a parcel. The address goes with that same write. */
export const send: Handler<typeof rewardsSend, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const { accountId, exchangeNo, carrier, trackingNo } = input
  const load = async (): Promise<Loaded> => ({ account: await effects.store.get<StoredAccount>('accounts', accountId) })
  const [entered, loaded] = await Promise.all([context.entered, load()])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const { programmeVersion } = terms
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id, actor: grant._id }
  return commit(effects, {
    loaded,
    reload: load,
    request,
    decide: ({ account }): Ruling<Sent, 'member_unknown' | 'exchange_over' | 'exchange_to_hand_out'> => {
      if (!account) return refuse('member_unknown')
      const ruling = decide(openJournal(account, stamp), { exchangeNo, carrier, trackingNo, at: now })
      return ruling.ok ? allow({ journal: ruling.value, reply: { exchangeNo } }) : ruling
    },
  })
}
