import { View } from '@tarojs/components'
import { ProgressBar } from '@/components/ProgressBar'
import { Region } from '@/components/Region'
import { plain, Rich } from '@/components/Rich'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { figuresOf, gapWords, shareOf } from '@/kit/tier-words'
import type { History } from './useHistory'

/** Where the member stands and how far the next tier is; at the highest that it is the highest. */
export function HistoryHead({ current, progress }: Pick<History, 'current' | 'progress'>) {
  const t = useTranslate()
  const language = useLanguage()
  const gap = gapWords(progress, language)
  const name = inLanguage(current.name, language)
  const [have, need] = (progress ? figuresOf(progress) : undefined)?.split(' / ') ?? []
  return (
    <Region role="group" label={`${name}，${plain(gap)}`} className="card history__head">
      <View className="s1 c-ink-2">{t(progress ? 'tiers.history.next' : 'tiers.history.here', { t: name })}</View>
      {have && need ? (
        <View className="history__figures">
          <View className="d2 num">{have}</View>
          <View className="b2 c-ink-2 num history__need">/ {need.replace('¥', '')}</View>
        </View>
      ) : (
        <View className="h2 history__name">{t('tier.name', { t: name })}</View>
      )}
      {progress && <ProgressBar share={shareOf(progress)} className="history__bar" />}
      <Rich text={gap} className="s1 c-ink-2 history__gap" />
    </Region>
  )
}
