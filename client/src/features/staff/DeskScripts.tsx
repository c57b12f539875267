import { View } from '@tarojs/components'
import type { CustomerSheet } from '@shared/staff/contract'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './DeskScripts.scss'

/** What the desk says to this customer, by where they came from. */
export function DeskScripts({ scripts }: { scripts: CustomerSheet['scripts'] }) {
  const t = useTranslate()
  const language = useLanguage()
  if (scripts.length === 0) return null
  return (
    <View className="card desk-scripts">
      {scripts.map(({ source, text }) => (
        <View key={source} id={`script-${source}`} className="desk-scripts__one">
          <Icon name="say" size={20} className="c-brand desk-scripts__icon" />
          <Region role="group" label={`${t('desk.say')}，${inLanguage(text, language)}`} className="grow">
            <View className="b1">{inLanguage(text, language)}</View>
            <View className="s1 c-ink-3">{t(`desk.${source}`)}</View>
          </Region>
        </View>
      ))}
    </View>
  )
}
