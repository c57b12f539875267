import type { cardsMine } from '../../../shared/cards/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { cardsHeld, readMains } from './cards-held'

/** The cards of the member who is calling, with the secrets that only their own phone is given. */
export const myCards: Handler<typeof cardsMine, EnrolledContext> = async ({ effects, account, terms, now }) =>
  allow(cardsHeld(effects, { account, mains: await readMains(effects, account), terms, now }))
