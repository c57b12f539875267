import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import type { Trial } from './trial'
import './WhatIf.scss'

/** What was compared, led by what members lose by it, and on how much of the history. */
export function Basis(props: {
  trial: Trial
  version: number
  differences: readonly { zh: string; en: string; adverse: boolean }[]
}) {
  const { trial, version, differences } = props
  const t = useTranslate()
  const language = useLanguage()
  const first = differences.find(({ adverse }) => adverse) ?? differences[0]
  const basis = { n: countText(trial.entries) }
  return (
    <View className="card whatif__card">
      <View className="row between s1 c-ink-2 num">
        <View>{t('whatif.versions', { n: version, what: shortDay(trial.asOf, language) })}</View>
        <View>{t('whatif.members', { n: countText(trial.members) })}</View>
      </View>
      {first && <View className="h3 whatif__first">{inLanguage(first, language)}</View>}
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
