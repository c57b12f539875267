import type { Journal } from '../books/journal'
import { giveOnce } from '../coupons/due'
import { giveEffect } from '../coupons/give'
import { giftSpan } from '../coupons/validity'
import type { Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import type { Gift } from './due'

/** Gives what comes with messages that are due, each thing once for the message and its day however often this runs. */
export function giveWithMessages(
  journal: Journal,
  programme: Programme,
  { gifts, now }: { gifts: readonly Gift[]; now: Instant },
): Journal {
  return gifts.reduce(
    (current, { messageId, window, gives }) =>
      giveOnce(current, { why: 'message', what: messageId, window }, (giving) =>
        gives.reduce(
          (so, effect) => giveEffect(so, programme, effect, { ...giving, at: now, span: giftSpan(now) }),
          current,
        ),
      ),
    journal,
  )
}
