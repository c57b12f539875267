import type { CampaignView, campaignsList } from '../../../shared/campaigns/contract'
import { campaignsShown, type ShownCampaign } from '../../../shared/campaigns/shown'
import { budgetId } from '../../../shared/campaigns/budgets'
import { scopedGoods } from '../../../shared/coupons/goods'
import { allow } from '../../../shared/kit/ruling'
import type { Bilingual } from '../../../shared/kit/fields'
import { dayOf } from '../../../shared/kit/time'
import { effectWords, isWords, type Effect } from '../../../shared/programme/parts/effects'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Stock } from '../../_runtime/stock'
import { storeName, type Terms } from '../../_runtime/terms'

/** What is on for a member, and what comes; whether a budget is spent is asked only of campaigns that have one. */
export const list: Handler<typeof campaignsList, EnrolledContext> = async ({ effects, account, terms, now }) => {
  const shown = campaignsShown(terms.programme, accountAsOf(account, terms.programme, now), dayOf(now))
  const limited = shown.flatMap(({ campaign }) => (campaign.budgetFen ? [budgetId(campaign.id)] : []))
  const stocks = limited.length > 0 ? await effects.store.getMany<Stock>('stocks', limited) : []
  return allow({ serverAt: now, campaigns: shown.map((one) => viewOf(one, terms, stocks)) })
}

/** What the till itself applies, members have to ask for. */
function shownWords(effect: Effect): Bilingual {
  const { zh, en } = effectWords(effect)
  return isWords(effect) ? { zh: `${zh}（结账时告诉店员）`, en: `${en} (tell the till)` } : { zh, en }
}

/** A campaign as its members see it. */
export function viewOf(
  { campaign, from, until, isOn }: ShownCampaign,
  terms: Terms,
  stocks: readonly Stock[] = [],
): CampaignView {
  const { id, name, effects, aim, budgetFen } = campaign
  const taken = stocks.find(({ _id }) => _id === budgetId(id))?.taken ?? 0
  return {
    id,
    name,
    gives: effects.map(shownWords),
    isOn,
    from,
    until,
    weekdays: aim?.weekdays ?? null,
    hours: aim?.hours ?? null,
    stores: aim?.stores?.map((storeId) => storeName(terms, storeId) ?? storeId) ?? null,
    goods: scopedGoods(terms.programme, aim),
    fromFen: aim?.fromFen ?? 0,
    nthOrder: aim?.nthOrder ?? null,
    spent: budgetFen !== undefined && taken >= budgetFen,
  }
}
