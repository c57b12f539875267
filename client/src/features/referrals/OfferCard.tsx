import { View } from '@tarojs/components'
import { yuanText } from '@shared/kit/money'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Region } from '@/components/Region'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import type { Offer } from './useReferrals'

/** The condition first, then what both sides get, and the three steps to it. */
export function OfferCard({ offer }: { offer: Offer }) {
  const t = useTranslate()
  const { order, samePoints } = offer
  const steps: [IconName, string][] = [
    ['send', t('referral.step.send')],
    ['person-add', t('referral.step.join')],
    ...(order ? [['receipt', t('referral.step.order', { n: yuanText(order.fromFen) })] as [IconName, string]] : []),
  ]
  return (
    <View className="card referral__card referral__offer">
      {samePoints === null ? <Both offer={offer} /> : <Same points={samePoints} joining={order === null} />}
      <View className="referral__steps">
        <View className="referral__line" />
        {steps.map(([icon, label]) => (
          <View key={label} className="referral__step">
            <View className="referral__dot c-brand">
              <Icon name={icon} size={16} />
            </View>
            <View className="s1 c-ink-2 referral__step-label">{label}</View>
          </View>
        ))}
      </View>
      {order && <View className="cap c-ink-3 referral__days">{t('referral.step.days', { n: order.withinDays })}</View>}
    </View>
  )
}

function Both({ offer }: { offer: Offer }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View>
      <View className="s1 c-ink-2">{t(offer.order ? 'referral.rule.you' : 'referral.rule.you.joining')}</View>
      <View id="referral-gives" className="h1 c-brand referral__words">
        {listOf(offer.referrer, language)}
      </View>
      <View className="b2 c-ink-2">{t('referral.rule.friend', { what: listOf(offer.friend, language) })}</View>
    </View>
  )
}

function Same({ points, joining }: { points: number; joining: boolean }) {
  const t = useTranslate()
  const figure = countText(points)
  const rule = t(joining ? 'referral.rule.joining' : 'referral.rule')
  return (
    <Region role="group" label={`${rule} ${figure} ${t('referral.points')}`}>
      <View className="s1 c-ink-2">{rule}</View>
      <View className="referral__figure">
        <View id="referral-points" className="d1 num c-brand">
          {figure}
        </View>
        <View className="b1 w600 c-brand referral__unit">{t('referral.points')}</View>
      </View>
    </Region>
  )
}

/** What one side gets, as a list in words. */
export function listOf(gives: Offer['friend'], language: Language): string {
  return gives.map((one) => inLanguage(one, language)).join(language === 'en' ? ', ' : '、')
}
