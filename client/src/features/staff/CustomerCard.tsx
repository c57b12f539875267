import { View } from '@tarojs/components'
import type { CustomerSheet } from '@shared/staff/contract'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { countText, memberNoText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { discountWords } from '@/kit/tier-words'
import { SharedNote } from './SharedNote'
import '@/components/TierCard.scss'
import './CustomerCard.scss'

/** Who stands at the counter: tier face, name and number, and the three figures that matter at a till. */
export function CustomerCard({ sheet }: { sheet: CustomerSheet }) {
  const t = useTranslate()
  const language = useLanguage()
  const name = customerName(sheet, t, language)
  const number = `No. ${memberNoText(sheet.member.memberNo)}`
  const tag = tierTag(sheet, t, language)
  return (
    <View className="customer">
      <View className={`tier tier--${sheet.tier.slot} customer__face`}>
        <View className="customer__head">
          <Region hidden className="customer__initial">
            {[...name][0]}
          </Region>
          <Region role="group" label={`${name}，${tag}，${number}，${originWords(sheet, t)}`} className="grow">
            <View className="row">
              <View className="h3 ellipsis">{name}</View>
              <View className="customer__tag">{tag}</View>
            </View>
            <View className="s1 num customer__no">{number}</View>
            <View className="cap customer__no">{originWords(sheet, t)}</View>
          </Region>
        </View>
        {sheet.tier.pointsPerYuan > 0 && (
          <View className="customer__tags">
            <View className="customer__tag">{t('staff.customer.rate', { n: sheet.tier.pointsPerYuan })}</View>
          </View>
        )}
      </View>
      <SharedNote shared={sheet.shared} />
      {sheet.proof === 'phone' && (
        <View className="customer__proof">
          <Notice icon="phone" text={t('staff.customer.phone')} />
        </View>
      )}
      <View className="customer__figures">
        {figuresOf(sheet, t, language).map(({ figure, label }) => (
          <Region key={label} role="group" label={`${label} ${figure}`} className="customer__one">
            <View className="num customer__figure">{figure}</View>
            <View className="cap c-ink-3">{label}</View>
          </Region>
        ))}
      </View>
    </View>
  )
}

/** The customer's own name, or their tier where they gave none. */
export function customerName(sheet: CustomerSheet, t: Translate, language: Language): string {
  return sheet.member.name ?? t('tier.name', { t: inLanguage(sheet.tier.name, language) })
}

/** Where the customer came from: the member who brought them, or by themselves and where. */
function originWords({ origin }: CustomerSheet, t: Translate): string {
  const { from, storeName, referrer } = origin
  if (referrer) {
    const n = referrer.memberNo === '' ? '' : ` No. ${memberNoText(referrer.memberNo)}`
    return t('staff.customer.from.friend', { name: referrer.name ?? t('staff.customer.from.member'), n })
  }
  return t('staff.customer.from', { from: t(`desk.${from}`), store: storeName === null ? '' : ` · ${storeName}` })
}

/** `银卡 · 9 折`; the tier alone where it has no discount. */
export function tierTag({ tier }: CustomerSheet, t: Translate, language: Language): string {
  const name = inLanguage(tier.name, language)
  if (tier.discountPercent === 0) return name
  return t('staff.customer.tag', { t: name, discount: discountWords(tier.discountPercent, language) })
}

function figuresOf({ points, totals, progress }: CustomerSheet, t: Translate, language: Language) {
  const [only, ...others] = progress?.requirements ?? []
  const last =
    progress && only?.kind === 'spend' && others.length === 0
      ? {
          figure: moneyText(Math.max(0, only.need - only.have)),
          label: t('staff.customer.gap', { t: inLanguage(progress.next.name, language) }),
        }
      : { figure: countText(totals.orders), label: t('home.orders') }
  return [
    { figure: countText(points.balance), label: t('home.points') },
    { figure: moneyText(totals.spendFen), label: t('home.spend') },
    last,
  ]
}
