import type { CouponView } from '@shared/coupons/contract'
import { takesMoneyOff } from '@shared/coupons/off'
import { dayOf, type Instant } from '@shared/kit/time'
import type { CouponTicketProps } from '@/components/CouponTicket'
import { couponFace, couponFor, couponPlace, type Known } from '@/kit/coupon-words'
import { dayWords, endsSoon, fromDayWords, lastDay, momentWords, pastWords, untilWords } from '@/kit/coupon-time'
import { inLanguage, translator, type Translate } from '@/kit/i18n'
import { monthName } from '@/kit/time'

type Ticket = Pick<CouponTicketProps, 'face' | 'name' | 'tags' | 'note' | 'line' | 'soon' | 'past' | 'word'>

/** What a ticket says of a coupon, as it stands at a moment. */
export function ticketWords(coupon: CouponView, now: Instant, known: Known): Ticket {
  const { language } = known
  const t = translator(language)
  const head = { face: couponFace(coupon, language), name: inLanguage(coupon.name, language) }
  if (coupon.state === 'usable' || coupon.state === 'not-yet')
    return { ...head, tags: tagsOf(coupon, t), note: placeWords(coupon, known), ...liveWords(coupon, now, known) }
  if (coupon.state === 'sent') {
    const time = coupon.sentUntil ? momentWords(coupon.sentUntil, now, language) : ''
    return { ...head, note: t('coupon.sent'), line: t('coupon.sent.until', { time }), word: t('coupon.state.sent') }
  }
  return { ...head, past: true, word: t(`coupon.state.${coupon.state}`), ...pastLines(coupon, now, known) }
}

/** Where it counts, and of a monthly one which of that month's it is. */
function placeWords(coupon: CouponView, known: Known): string {
  const { among, from, source } = coupon
  const place = [couponFor(coupon, known.language), couponPlace(coupon, known)].filter(Boolean).join(' · ')
  if (source !== 'monthly' || !among) return place
  const month = monthName(dayOf(from), known.language)
  return `${place} · ${translator(known.language)('coupon.monthly.nth', { month, n: among.nth })}`
}

function liveWords(coupon: CouponView, now: Instant, { language }: Known) {
  const t = translator(language)
  if (coupon.state === 'not-yet')
    return {
      line: t('coupon.from', { date: fromDayWords(coupon, now, language) }),
      word: t('coupon.state.not-yet'),
    }
  const word = takesMoneyOff(coupon) || coupon.worth.kind === 'delivery' ? 'coupon.use' : 'coupon.show'
  return { line: untilWords(coupon, now, language), soon: endsSoon(coupon, now), word: t(word) }
}

/** What became of it, and when. */
function pastLines(coupon: CouponView, now: Instant, { language }: Known): { note: string; line: string } {
  const t = translator(language)
  const { state, used, at } = coupon
  const time = pastWords(at, now, language)
  if (state === 'used') return { note: usedWords(used, t), line: t('coupon.used.at', { time }) }
  if (state === 'over') {
    const date = dayWords(lastDay(coupon.until), now, language)
    return { note: t(`coupon.source.${coupon.source}`), line: t('coupon.over.at', { date }) }
  }
  if (state === 'given') return { note: givenWords(coupon.givenTo, t), line: t('coupon.given.at', { time }) }
  const past = state === 'withdrawn' ? 'withdrawn' : 'returned'
  return { note: t(`coupon.${past}`), line: t(`coupon.${past}.at`, { time }) }
}

/** Who has it now; a friend who has left or told no name is only a friend. */
function givenWords(name: string | null, t: Translate): string {
  return name ? t('coupon.given', { name }) : t('coupon.given.nameless')
}

function usedWords(used: CouponView['used'], t: Translate): string {
  const store = used?.storeName ?? t('coupon.used.somewhere')
  const tail = used?.orderId?.slice(-4)
  return tail ? t('coupon.used.order', { store, tail }) : t('coupon.used.alone', { store })
}

function tagsOf({ source, giftable, unlimited, among }: CouponView, t: Translate): string[] {
  if (unlimited) return [t('coupon.tag.unlimited')]
  if (giftable) return [t('coupon.tag.giftable')]
  if (source === 'monthly' && among) return [t('coupon.tag.monthly.n', { n: among.of })]
  const known = source === 'monthly' || source === 'birthday' || source === 'friend'
  return known ? [t(`coupon.tag.${source}`)] : []
}
