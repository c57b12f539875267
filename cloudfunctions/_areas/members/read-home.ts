import type { homeRead } from '../../../shared/members/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { homeView } from './home-view'

/** The home page of the member who is calling. */
export const readHome: Handler<typeof homeRead, EnrolledContext> = async ({ account, terms, now }) =>
  allow(homeView(account, terms, now))
