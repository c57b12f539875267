import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { dayWords } from '@/kit/time'
import { cloudNow } from './now'
import type { Trial } from './trial'
import './WhatIf.scss'

/** What was compared, and on how much of the history. */
export function Basis(props: { trial: Trial; version: number; differences: readonly { zh: string; en: string }[] }) {
  const { trial, version, differences } = props
  const t = useTranslate()
  const language = useLanguage()
  const [first] = differences
  const day = dayWords(trial.asOf, cloudNow(), language)
  const basis = { n: countText(trial.entries), day }
  return (
    <View className="card whatif__card">
      <View className="row between s1 c-ink-2 num">
        <View>{t('whatif.versions', { n: version })}</View>
        <View>{t('whatif.members', { n: countText(trial.members) })}</View>
      </View>
      {first && <View className="h2 whatif__first">{inLanguage(first, language)}</View>}
      {differences.length > 1 && (
        <View className="s1 c-ink-2 num">{t('whatif.more', { n: differences.length - 1 })}</View>
      )}
      <View className="whatif__basis s1 c-ink-3">
        <Icon name="history" size={15} className="whatif__basis-icon" />
        <View className="grow num">
          {trial.whole ? t('whatif.basis.whole', basis) : t('whatif.basis.sample', basis)}
        </View>
      </View>
    </View>
  )
}
