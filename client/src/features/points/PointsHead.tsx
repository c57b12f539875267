import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { countText, moneyText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { openTab } from '@/kit/open'
import { dayWords, isSoon } from '@/kit/time'
import type { StatementPage } from './useStatement'

/** The balance, what it is worth as money, and what of it is about to go. */
export function PointsHead({ head, onExpiring }: { head: StatementPage; onExpiring: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [soonest] = head.expiring
  const [next] = head.pending
  const waiting = head.pending.reduce((sum, { points }) => sum + points, 0)
  return (
    <View className="points__head">
      <View className="row between points__top">
        <View>
          <Region role="group" label={`${t('points.available')} ${head.balance}`}>
            <View className="s1 c-ink-2">{t('points.available')}</View>
            <View id="points-balance" className="d1 num points__balance">
              {countText(head.balance)}
            </View>
          </Region>
          {head.worthFen !== null && (
            <View className="s1 c-ink-2 points__worth">
              {t('points.worth')}{' '}
              <View className="num w500 c-ink-1 points__money">{moneyText(head.worthFen, true)}</View>
            </View>
          )}
        </View>
        <Button
          id="points-swap"
          size={44}
          label={t('points.swap')}
          className="points__swap"
          onPress={() => openTab('mall')}
        />
      </View>
      {soonest && isSoon(soonest.on, head.serverAt) && (
        <Notice
          kind="accent"
          className="points__notice"
          text={t('points.expiring', {
            n: countText(soonest.points),
            date: dayWords(soonest.on, head.serverAt, language),
          })}
          action={{ id: 'points-expiring', label: t('action.view'), onPress: onExpiring, forward: true }}
        />
      )}
      {next && (
        <Notice
          kind="info"
          className="points__notice"
          text={t('points.pending', { n: countText(waiting), date: dayWords(next.from, head.serverAt, language) })}
        />
      )}
      {head.debt > 0 && (
        <Notice kind="info" className="points__notice" text={t('points.debt', { n: countText(head.debt) })} />
      )}
    </View>
  )
}
