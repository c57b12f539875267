import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Button } from '@/components/Button'
import { ReadFailed } from '@/components/ReadState'
import { Rich } from '@/components/Rich'
import { Skeleton } from '@/components/Skeleton'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { dayWords } from '@/kit/time'
import { dayOf } from '@shared/kit/time'
import { useWays, type Ways } from './useWays'
import './WaysToEarn.scss'

/** The ways to earn, each with what it brings and whether it is done. */
export function WaysToEarn() {
  const { value, refusal, loading, again } = useWays()
  if (!value && refusal) return <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />
  if (!value) return <Skeleton className="ways__waiting" />
  return <List ways={value} />
}

function List({ ways }: { ways: Ways }) {
  const t = useTranslate()
  const once = [ways.profile && <ProfileWay key="profile" way={ways.profile} />].concat([
    ways.review && <ReviewWay key="review" way={ways.review} now={ways.serverAt} />,
  ])
  return (
    <View>
      <View className="ways__head">
        <View className="h3">{t('earn.daily')}</View>
        <View className="s1 c-ink-3">
          <Rich text={t('earn.month', { n: countText(ways.earned) })} />
        </View>
      </View>
      <View className="card">
        {ways.rate.pointsPerYuan > 0 && <BuyWay rate={ways.rate} />}
        {ways.checkIn && <VisitWay visit={ways.checkIn} />}
      </View>
      {once.some(Boolean) && (
        <>
          <View className="ways__head">
            <View className="h3">{t('earn.once')}</View>
          </View>
          <View className="card">{once}</View>
        </>
      )}
    </View>
  )
}

function BuyWay({ rate }: { rate: Ways['rate'] }) {
  const t = useTranslate()
  const tier = inLanguage(rate.tier, useLanguage())
  return (
    <Way
      id="way-buy"
      icon="receipt"
      title={t('earn.buy')}
      note={t('earn.buy.note', { t: tier, n: rate.pointsPerYuan })}
      figure={`×${rate.pointsPerYuan}`}
      go={{ label: t('earn.buy.go'), onPress: () => open('code') }}
    />
  )
}

function VisitWay({ visit }: { visit: NonNullable<Ways['checkIn']> }) {
  const t = useTranslate()
  const { checkedIn, streak, points } = visit
  const note = checkedIn
    ? t('earn.checkin.done', { n: streak })
    : streak === 0
      ? t('earn.checkin.first')
      : t('earn.checkin.note', { n: streak, nth: streak + 1 })
  const go = checkedIn ? null : { label: t('checkin.title'), onPress: () => open('checkin') }
  return <Way id="way-checkin" icon="calendar" title={t('earn.checkin')} note={note} figure={plus(points)} go={go} />
}

function ProfileWay({ way }: { way: NonNullable<Ways['profile']> }) {
  const t = useTranslate()
  const note = t('earn.profile.note', { n: way.filled, of: way.of })
  const go = way.open ? { label: t('earn.profile.go'), onPress: () => open('profile') } : null
  return (
    <Way id="way-profile" icon="profile-card" title={t('earn.profile')} note={note} figure={plus(way.points)} go={go} />
  )
}

function ReviewWay({ way, now }: { way: NonNullable<Ways['review']>; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const { order, points, open: brings } = way
  const where = order && [dayWords(dayOf(order.at), now, language), order.storeName].filter(Boolean).join(' · ')
  const note = !order ? t('earn.review.none') : brings ? (where ?? '') : t('earn.review.full')
  const go = order && { label: t('earn.review.go'), onPress: () => open('review', { entry: order.entryId }) }
  return (
    <Way
      id="way-review"
      icon="say"
      title={t('earn.review')}
      note={note}
      figure={plus(brings ? points : 0)}
      go={go}
      waits={!order}
    />
  )
}

type WayProps = {
  id: string
  icon: IconName
  title: string
  note: string
  figure: string
  /** What one taps; null once it is done. */
  go: { label: string; onPress: () => void } | null
  /** Neither done nor to be done now. */
  waits?: boolean
}

function Way({ id, icon, title, note, figure, go, waits = false }: WayProps) {
  const t = useTranslate()
  return (
    <View id={id} className="ways__one">
      <View className={`ways__tile ${go ? '' : 'ways__tile--mute'}`}>
        <Icon name={icon} size={20} />
      </View>
      <View className="grow">
        <View className="b1 w500">{title}</View>
        <View className="s1 c-ink-3">{note}</View>
      </View>
      {figure && <View className={`num w600 ways__figure ${go ? 'c-brand' : 'c-ink-3'}`}>{figure}</View>}
      {go && <Button id={`${id}-go`} kind="soft" size={32} label={go.label} onPress={go.onPress} />}
      {!go && !waits && (
        <View className="ways__done s1 c-ink-2">
          <Icon name="check" size={16} />
          <View className="ways__done-word">{t('earn.done')}</View>
        </View>
      )}
    </View>
  )
}

function plus(points: number): string {
  return points > 0 ? `+${countText(points)}` : ''
}
