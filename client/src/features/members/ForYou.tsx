import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { ListRow } from '@/components/ListRow'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { open } from '@/kit/open'
import { dayWords, isSoon } from '@/kit/time'
import { couponSoon } from './couponSoon'

/** What deserves a look today, most urgent first; nothing when nothing does. */
export function ForYou({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const language = useLanguage()
  const { debt } = home.points
  const expiring = home.points.expiring && isSoon(home.points.expiring.on, home.serverAt) ? home.points.expiring : null
  const coupon = couponSoon(home, language)
  const { referral } = home
  if (!coupon && !expiring && debt === 0 && !referral) return null
  return (
    <View>
      <View className="home__section h3">{t('home.forYou')}</View>
      <View className="card">
        {coupon && (
          <ListRow
            id="today-coupon"
            icon="ticket"
            tile="warn"
            height={68}
            title={t('home.coupons.today', { date: coupon })}
            note={t('home.coupons.today.note')}
            onPress={() => open('coupons')}
          />
        )}
        {expiring && (
          <ListRow
            id="today-expiring"
            icon="hourglass"
            tile="warn"
            height={68}
            title={t('home.expiring', { n: countText(expiring.points) })}
            note={t('home.expiring.on', { date: dayWords(expiring.on, home.serverAt, language) })}
            onPress={() => open('points')}
          />
        )}
        {debt > 0 && (
          <ListRow
            id="today-debt"
            icon="info"
            tile="brand"
            height={68}
            title={t('home.debt', { n: countText(debt) })}
            note={t('home.debt.why')}
            onPress={() => open('points')}
          />
        )}
        {referral && (
          <ListRow
            id="today-referral"
            icon="person-add"
            tile="brand"
            height={68}
            title={t('home.referral')}
            note={referralWords(referral, t, language)}
            onPress={() => open('referral')}
          />
        )}
      </View>
    </View>
  )
}

function referralWords(
  { gives, samePoints }: NonNullable<MemberHome['referral']>,
  t: Translate,
  language: Language,
): string {
  if (samePoints !== null) return t('home.referral.both', { n: countText(samePoints) })
  return t('home.referral.gives', { what: gives.map((one) => inLanguage(one, language)).join('、') })
}
