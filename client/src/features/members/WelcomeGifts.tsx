import { View } from '@tarojs/components'
import { benefitIcon } from '@/components/benefit-icons'
import { Icon } from '@/components/Icon'
import { ListRow } from '@/components/ListRow'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import type { Joined } from './joined'
import './WelcomeGifts.scss'

/** Each gift with its state: points have arrived; of a benefit the benefits page says how it is had. */
export function WelcomeGifts({ joined }: { joined: Joined }) {
  const t = useTranslate()
  const language = useLanguage()
  const { points, welcome } = joined
  const worth = points === welcome.enrolmentPoints ? welcome.enrolmentWorthFen : null
  return (
    <View className="card">
      {points > 0 && (
        <ListRow
          id="gift-points"
          icon="star"
          tile="brand"
          height={66}
          title={t('welcome.points', { n: countText(points) })}
          note={worth ? t('welcome.points.worth', { n: moneyText(worth).slice(1) }) : t('welcome.points.body')}
          end={<Arrived />}
        />
      )}
      {(welcome.tiers[0]?.benefits ?? []).map(({ code, text }) => (
        <ListRow
          key={code}
          id={`gift-${code}`}
          icon={benefitIcon(code)}
          tile="brand"
          height={66}
          title={inLanguage(text, language)}
          value={t('welcome.benefit')}
          onPress={() => open('tier')}
        />
      ))}
    </View>
  )
}

function Arrived() {
  const t = useTranslate()
  return (
    <View className="gift-arrived s1 w500 c-ok">
      <Icon name="check-circle" size={16} className="gift-arrived__icon" />
      {t('welcome.arrived')}
    </View>
  )
}
