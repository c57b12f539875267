import type { Account } from '../books/account'
import { timesTaken, type Take } from '../books/taken'
import { limitWindow } from '../kit/window'
import { dayOf, type Instant } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import { offOf } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { isAimedAt, type Occasion } from './aimed'
import { isControl } from './control'

/** Campaigns whose budget does not allow this order any more, by their ids. */
export type Spent = ReadonlySet<string>

/**
 * The campaigns that are on for a member on an occasion, the one of the highest priority first, and of equals the one that
 * the programme names first. From which amount on each counts, and which of them exclude each other, is asked with an
 * amount: `counting`. Members of a control group have none of theirs.
 */
export function campaignsFor(
  programme: Programme,
  account: Account,
  occasion: Occasion,
  spent: Spent = none,
): readonly Campaign[] {
  if (!programme.campaigns) return nothing
  return programme.campaigns
    .filter(
      (campaign) =>
        isAimedAt(programme, campaign, account, occasion) &&
        !spent.has(campaign.id) &&
        !isControl(campaign, account.accountId) &&
        mayHave(campaign, account, occasion.at),
    )
    .sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0))
}

/** What of a campaign is limited for each member, and in which window; null where nothing is. */
export function takeOfCampaign({ id, perMember }: Campaign, at: Instant): Take | null {
  return perMember ? { code: `campaign:${id}`, window: limitWindow(perMember.per, dayOf(at)) } : null
}

function mayHave(campaign: Campaign, { taken }: Account, at: Instant): boolean {
  const take = takeOfCampaign(campaign, at)
  return take === null || timesTaken(taken, take) < (campaign.perMember?.times ?? 0)
}

/** As much of a campaign as decides whether it counts beside others. */
export type Contender = {
  id: string
  fromFen: number
  excludes: readonly string[]
  /** Whether it does nothing but take something off the bill. */
  onlyOff: boolean
}

/** A campaign as a contender. */
export function contender({ id, aim, effects, excludes = [] }: Campaign): Contender {
  const onlyOff = effects.every((effect) => offOf(effect) !== null)
  return { id, fromFen: aim?.fromFen ?? 0, excludes, onlyOff }
}

/**
 * Of campaigns in their order those that count for an amount: whoever comes first excludes what it names and what names
 * it. The rule is said by the programme alone, so two that exclude nothing both count. One that does nothing but take
 * something off the bill counts only where it does: below its step, or beside a coupon that bears no discount, it would
 * exclude others for nothing. `takesOff`: whether it takes anything off beside those that count already.
 */
export function counting<T extends Contender>(
  campaigns: readonly T[],
  amountFen: number,
  takesOff: (one: T, beside: readonly T[]) => boolean,
): T[] {
  return campaigns.reduce<T[]>((so, one) => {
    if (amountFen < one.fromFen) return so
    const isExcluded = so.some((other) => other.excludes.includes(one.id) || one.excludes.includes(other.id))
    return isExcluded || (one.onlyOff && !takesOff(one, so)) ? so : [...so, one]
  }, [])
}

const none: Spent = new Set()
const nothing: readonly Campaign[] = []
