import { calendarOf } from '../../../shared/checkins/calendar'
import { campaignsShown } from '../../../shared/campaigns/shown'
import { dayOf } from '../../../shared/kit/time'
import type { MemberHome } from '../../../shared/members/contract'
import { balanceOf, type Account } from '../../../shared/books/account'
import { isSent } from '../../../shared/coupons/usable'
import { expiringLots } from '../../../shared/points/expiring'
import { worthFen } from '../../../shared/points/redemption'
import { effectWords } from '../../../shared/programme/parts/effects'
import { samePoints } from '../../../shared/referrals/terms'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { tierById } from '../../../shared/tiers/qualify'
import { storeName, type Terms } from '../../_runtime/terms'
import { viewOf } from '../campaigns/list'
import { progressView, tierFace } from '../tiers/faces'

/** How many coupons may be used, and when the first of them ends. */
function couponsShown(coupons: Account['coupons'], now: string): MemberHome['coupons'] {
  const open = (coupons ?? []).filter((one) => one.from <= now && now < one.until && !isSent(one, now))
  const untils = open.map(({ until }) => until).sort()
  return { usable: open.length, soonestUntil: untils[0] ?? null }
}

/** What the home page shows of an account at an instant. */
export function homeView(stored: Account, terms: Terms, now: string): MemberHome {
  const account = accountAsOf(stored, terms.programme, now)
  const tier = tierById(terms.programme, account.tierId)
  const balance = balanceOf(account)
  return {
    serverAt: now,
    shop: { name: terms.shop.name, storeName: storeName(terms, account.source.storeId), brand: terms.shop.brand },
    member: { accountId: account.accountId, memberNo: account.memberNo, name: account.name },
    tier: { ...tierFace(tier), since: account.tierSince },
    progress: progressView(account, terms, now),
    points: {
      balance,
      worthFen: worthFen(terms.programme, balance, tier.id),
      debt: account.debt,
      expiring: expiringLots(account)[0] ?? null,
    },
    coupons: couponsShown(account.coupons, now),
    totals: { spendFen: account.totals.spendFen, orders: account.totals.orders },
    checkIn: visitOf(account, terms, now),
    ...(terms.programme.draws?.length ? { draws: true as const } : {}),
    referral: referralOf(terms),
    campaign: campaignOn(account, terms, now),
    announcement: terms.announcement && {
      words: terms.announcement.words,
      effectiveAt: terms.announcement.effectiveAt,
    },
  }
}

function referralOf({ programme: { referral } }: Terms): MemberHome['referral'] {
  return referral ? { gives: referral.referrer.map(effectWords), samePoints: samePoints(referral) } : null
}

function campaignOn(account: Account, terms: Terms, now: string): MemberHome['campaign'] {
  const [first, ...more] = campaignsShown(terms.programme, account, dayOf(now)).filter(({ isOn }) => isOn)
  return first ? { ...viewOf(first, terms), more: more.length } : null
}

function visitOf(account: Account, { programme }: Terms, now: string): MemberHome['checkIn'] {
  if (!programme.checkIn) return null
  const { checkedIn, streak, points } = calendarOf(account, programme.checkIn, now)
  return { checkedIn, streak, points }
}
