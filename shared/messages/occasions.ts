import type { OccasionName } from '../programme/parts/messages'
import { arrived } from './occasions/arrived'
import { birthday } from './occasions/birthday'
import { couponExpiring } from './occasions/coupon-expiring'
import { enrolled } from './occasions/enrolled'
import { event } from './occasions/event'
import { every } from './occasions/every'
import { festival } from './occasions/festival'
import { inactive } from './occasions/inactive'
import type { Occasion, Occurrence, OccasionOf, View } from './occasions/kind'
import { pointsExpiring } from './occasions/points-expiring'
import { pointsShort } from './occasions/points-short'
import { termEnding } from './occasions/term-ending'
import { tierReached } from './occasions/tier-reached'

/** A total map: an occasion that a programme may name and nobody works out does not compile. */
export const occasions: { readonly [Name in OccasionName]: Occasion<Name> } = {
  enrolled,
  arrived,
  'tier-reached': tierReached,
  birthday,
  festival,
  'points-expiring': pointsExpiring,
  'coupon-expiring': couponExpiring,
  'term-ending': termEnding,
  event,
  'points-short': pointsShort,
  inactive,
  every,
}

/** When an occasion comes for a member, earliest first. */
export function occurrencesOf<Name extends OccasionName>(on: OccasionOf<Name>, view: View): Occurrence[] {
  const occasion = occasions[on.kind as Name]
  return occasion.occurrences(on, view).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
