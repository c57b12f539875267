import type { Account } from '../books/account'
import { isOn, type Period } from '../kit/period'
import { addDays, type Day } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import type { Programme } from '../programme/schema'
import { isForMember } from './aimed'
import { isControl } from './control'

/** How many days ahead a campaign is shown that is not on yet. */
const aheadDays = 31
/** No run of days is followed further. */
const runDaysMax = 400

/** A campaign and its run of days: the one that is on, or the next. `until`: its last day; null where it has no end. */
export type ShownCampaign = { campaign: Campaign; from: Day; until: Day | null; isOn: boolean }

/** The campaigns that a member may have on a day or soon after it: those that are on first, then by their first day. */
export function campaignsShown(programme: Programme, account: Account, day: Day): ShownCampaign[] {
  return (programme.campaigns ?? [])
    .filter((one) => (!one.aim || isForMember(programme, one.aim, account, day)) && !isControl(one, account.accountId))
    .flatMap((campaign) => {
      const run = runOf(campaign.when, day)
      return run ? [{ campaign, ...run, isOn: run.from <= day }] : []
    })
    .sort((one, other) => Number(other.isOn) - Number(one.isOn) || compare(one.from, other.from))
}

/** The run of days that a day lies in, or the next one that begins soon; null where there is none. */
export function runOf(when: Period, day: Day): { from: Day; until: Day | null } | null {
  if (when.kind === 'always') return { from: day, until: null }
  if (when.kind === 'dates') return isSoon(when, day) ? { from: when.from, until: when.to } : null
  const from = Array.from({ length: aheadDays + 1 }, (_, index) => addDays(day, index)).find((one) => isOn(when, one))
  if (from === undefined) return null
  let until = from
  for (let days = 0; days < runDaysMax && isOn(when, addDays(until, 1)); days += 1) until = addDays(until, 1)
  return { from, until }
}

function isSoon({ from, to }: { from: Day; to: Day }, day: Day): boolean {
  return day <= to && from <= addDays(day, aheadDays)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
