import { couponNamed } from '@/kit/coupon-words'
import { changeText, countText, moneyText } from '@/kit/figures'
import { inLanguage, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { gapWords } from '@/kit/tier-words'
import { plain } from '@/components/Rich'
import type { Receipt } from './till'

/** What the payment changed for the customer, line by line; only what did change. */
export function receiptFacts({ order, name }: Receipt, t: Translate, language: Language) {
  const { amountFen, listFen, discountFen, earned, burned, campaigns, coupons, balance, tier, upgradedFrom, progress } =
    order
  const [only, ...others] = progress?.requirements ?? []
  const gap = progress && only?.kind === 'spend' && others.length === 0 ? only.need - only.have : 0
  return [
    {
      label: t('staff.done.earned', { name: name ?? t('staff.done.guest') }),
      value: t('staff.done.points', { n: changeText(earned) }),
      lead: true,
    },
    ...(listFen > amountFen ? [{ label: t('staff.pay.amount'), value: moneyText(listFen, true) }] : []),
    ...(discountFen > 0 ? [{ label: t('staff.done.discount'), value: lessText(discountFen) }] : []),
    ...campaigns.map(({ name, offFen, gives }) => ({
      label: inLanguage(name, language),
      value: [...(offFen > 0 ? [lessText(offFen)] : []), ...gives.map((one) => inLanguage(one, language))].join(' · '),
    })),
    ...coupons.map(({ name, offFen }) => ({
      label: couponNamed(name, language),
      value: offFen > 0 ? t('staff.done.coupon.off', { off: lessText(offFen) }) : t('staff.done.coupon.used'),
    })),
    ...(burned > 0
      ? [{ label: t('staff.done.burned'), value: t('staff.done.points', { n: changeText(-burned) }) }]
      : []),
    { label: t('staff.done.balance'), value: countText(balance) },
    ...(upgradedFrom
      ? [
          {
            label: t('staff.done.tier'),
            value: t('staff.done.upgraded', {
              from: inLanguage(upgradedFrom.name, language),
              to: inLanguage(tier.name, language),
            }),
            lead: true,
          },
        ]
      : []),
    ...(progress && gap > 0
      ? [{ label: t('staff.done.gap', { t: inLanguage(progress.next.name, language) }), value: moneyText(gap) }]
      : []),
  ]
}

/** Money that was taken off, as a bill writes it: −15.00. */
function lessText(fen: number): string {
  return `−${moneyText(fen, true).slice(1)}`
}

/** What the employee may tell the customer, in the spoken words of the shop. */
export function receiptSaying({ order }: Receipt, t: Translate, language: Language): string {
  const n = countText(order.earned)
  if (order.upgradedFrom) return t('staff.done.say.up', { t: inLanguage(order.tier.name, language), n })
  return t('staff.done.say', { n, gap: plain(gapWords(order.progress, language)) })
}
