import { allow } from '../../../shared/kit/ruling'
import type { rewardsHaveSent } from '../../../shared/rewards/contract'
import { haveSent as decide } from '../../../shared/rewards/fulfil'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { sealAddress } from './parcel'

/** A prize is sent home: its address is sealed with the account, like every parcel's. */
export const haveSent: Handler<typeof rewardsHaveSent, EnrolledContext> = async (context, { exchangeNo, address }) => {
  const { effects, now } = context
  return ownCommand(context, (opened) => {
    const ruling = decide(opened, { exchangeNo, at: now })
    if (!ruling.ok) return ruling
    const { accountId } = opened.account
    const parcel = sealAddress(effects, { accountId, exchangeNo }, address)
    return allow({ journal: ruling.value, reply: { exchangeNo }, parcel })
  })
}
