import type { cardsMine } from '../../../shared/cards/contract'
import { allow } from '../../../shared/kit/ruling'
import { cardSecret } from '../../_runtime/card-secret'
import type { EnrolledContext, Handler } from '../../_runtime/handler'

/** The card of the member who is calling, with the secret that only their own phone is given. */
export const myCard: Handler<typeof cardsMine, EnrolledContext> = async ({ effects, account, now }) =>
  allow({ serverAt: now, cardNo: account.cardNo, secret: cardSecret(effects, account.cardNo) })
