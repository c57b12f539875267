import type { Bilingual } from '../../kit/fields'
import { noticeDays } from '../notice'
import type { Programme } from '../schema'
import { bearingOf, differs, figure, isOtherwise, same, type Bearing, type Difference, type Place } from './difference'

/** What becomes of points that members have: how long they are good, what they pay for, what a refund takes. */
export function pointsDifferences(live: Programme, draft: Programme): Difference[] {
  return [...expiry(live, draft), ...redemption(live, draft), ...shortfall(live, draft)]
}

/**
 * What concerns those who are no members yet, and the words of the programme. Nobody who is a member gets less by it, so it
 * needs no notice.
 */
export function frameDifferences(live: Programme, draft: Programme): Difference[] {
  return frames.flatMap(({ path, subject, of }) => {
    const [from, to] = [of(live), of(draft)]
    return same(from, to) ? [] : [differs({ path, subject }, from, to, 'neutral')]
  })
}

const frames: readonly (Place & { of: (programme: Programme) => Bilingual })[] = [
  { path: ['name'], subject: { zh: '方案名称', en: 'Name' }, of: ({ name }) => name },
  {
    path: ['enrolment', 'points'],
    subject: { zh: '入会送的积分', en: 'Points for joining' },
    of: ({ enrolment }) => figure(enrolment.points),
  },
  {
    path: ['enrolment', 'phone'],
    subject: { zh: '入会时的手机号', en: 'A phone number to join' },
    of: ({ enrolment }) =>
      enrolment.phone === 'needed' ? { zh: '必填', en: 'needed' } : { zh: '选填', en: 'optional' },
  },
  {
    path: ['terms', 'termsVersion'],
    subject: { zh: '会员章程的版本', en: 'Version of the terms' },
    of: ({ terms }) => ({ zh: terms.termsVersion, en: terms.termsVersion }),
  },
  {
    path: ['terms', 'privacyVersion'],
    subject: { zh: '隐私说明的版本', en: 'Version of the privacy notice' },
    of: ({ terms }) => ({ zh: terms.privacyVersion, en: terms.privacyVersion }),
  },
]

export function noticeDifferences(live: Programme, draft: Programme): Difference[] {
  const [from, to] = [noticeDays(live), noticeDays(draft)]
  if (from === to) return []
  const subject = { zh: '不利改动的提前通知', en: 'Notice before changes that take something away' }
  return [differs({ path: ['notice', 'days'], subject }, inDays(from), inDays(to), bearingOf(from, to, 'better'))]
}

function inDays(days: number): Bilingual {
  return { zh: `${days} 天`, en: days === 1 ? '1 day' : `${days} days` }
}

function expiry({ expiry: before }: Programme, { expiry: after }: Programme): Difference[] {
  if (same(before, after)) return []
  const place = { path: ['expiry'], subject: { zh: '积分有效期', en: 'Points are good for' } }
  return [differs(place, expiryWords(before), expiryWords(after), bearingOf(goodFor(before), goodFor(after), 'better'))]
}

function expiryWords(expiry: Programme['expiry']): Bilingual {
  if (expiry.kind === 'never') return { zh: '永久', en: 'ever' }
  const months = { zh: `${expiry.months} 个月`, en: expiry.months === 1 ? '1 month' : `${expiry.months} months` }
  return expiry.until === 'day' ? months : { zh: `${months.zh}，到月底`, en: `${months.en}, to the end of that month` }
}

/** Half a month more for the end of the month: never as long as a month more. */
function goodFor(expiry: Programme['expiry']): number {
  if (expiry.kind === 'never') return Number.MAX_SAFE_INTEGER
  return expiry.months + (expiry.until === 'month-end' ? 0.5 : 0)
}

/** What one CNY costs in points, once for all tiers where it is the same change for all. */
function redemption(live: Programme, draft: Programme): Difference[] {
  const price = ({ redemption }: Programme, tierId?: string) =>
    redemption && ((tierId && redemption.perTier?.[tierId]) || redemption.pointsPerYuan)
  const all = priceDifference(
    { path: ['redemption'], subject: { ...costs, en: 'Points for ¥1' } },
    price(live),
    price(draft),
  )
  const tiers = draft.tiers.filter(({ id }) => live.tiers.some((tier) => tier.id === id))
  const own = tiers.flatMap(({ id, name }) => {
    const [from, to] = [price(live, id), price(draft, id)]
    if (from === price(live) && to === price(draft)) return []
    const subject = { zh: `「${name.zh}」${costs.zh}`, en: `${name.en}: ${costs.en}` }
    return priceDifference({ path: ['redemption', 'perTier', id], subject }, from, to)
  })
  return [...all, ...own]
}

const costs = { zh: '抵 1 元所需积分', en: 'points for ¥1' }

function priceDifference(place: Place, from: number | null, to: number | null): Difference[] {
  if (from === to) return []
  const none = { zh: '不能抵现', en: 'not taken as money' }
  const words = (price: number | null) => (price === null ? none : figure(price))
  const bearing: Bearing = from === null ? 'better' : to === null ? 'worse' : bearingOf(from, to, 'worse')
  return [differs(place, words(from), words(to), bearing)]
}

function shortfall({ refundShortfall: before }: Programme, { refundShortfall: after }: Programme): Difference[] {
  if (before === after) return []
  const place = {
    path: ['refundShortfall'],
    subject: { zh: '退款时已用掉的积分', en: 'Points already used when an order is refunded' },
  }
  const [from, to] = [shortfalls[before], shortfalls[after]]
  return [differs(place, from, to, bearingOf(from.rank, to.rank, 'better'))]
}

const shortfalls = {
  block: { zh: '不能退款', en: 'the refund is refused', rank: 0 },
  debt: { zh: '记为欠分', en: 'are owed', rank: 1 },
  'write-off': { zh: '不再追讨', en: 'are forgiven', rank: 2 },
}

/** The shop's own texts of terms and privacy. */
export function textsDifferences(live: Programme, draft: Programme): Difference[] {
  if (same(live.terms.texts, draft.terms.texts)) return []
  const subject = { zh: '会员章程或隐私说明的文字', en: 'the text of the terms or of the privacy notice' }
  return [isOtherwise({ path: ['terms', 'texts'], subject }, 'neutral')]
}
