import { messageData, pageOf } from '../../../shared/messages/topics'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { openidOf, type Acceptance } from './acceptance'
import type { StoredNotice } from './notice'

/** Asks the platform to send a notice to the phone that agreed to it. */
export function sendSubscription(
  effects: Effects,
  { shop }: Terms,
  notice: StoredNotice,
  acceptance: Acceptance,
): Promise<PlatformAnswer> {
  return effects.platform.sendSubscribeMessage({
    openid: openidOf(effects, acceptance),
    templateId: acceptance.templateId,
    page: pageOf(notice),
    data: messageData(notice, shop.templates?.[notice.topic]?.keys),
  })
}
