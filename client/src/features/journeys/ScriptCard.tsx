import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { TaskSheet } from '@shared/journeys/tasks-contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { toast } from '@/components/Toast'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './ScriptCard.scss'

/** What to say, in parts; copied whole for a message. */
export function ScriptCard({ script }: { script: TaskSheet['script'] }) {
  const t = useTranslate()
  const language = useLanguage()
  if (script.length === 0) return null
  const copy = async () => {
    await Taro.setClipboardData({ data: script.map(({ text }) => inLanguage(text, language)).join('\n') })
    toast(t('task.copied'))
  }
  return (
    <View className="card script-card">
      <View className="row between">
        <View className="b1 w600">{t('task.script')}</View>
        <Pressable
          id="task-copy"
          label={t('task.copy.label')}
          className="s1 c-ink-2 script-card__copy"
          onPress={() => void copy()}
        >
          <Icon name="copy" size={16} className="script-card__icon" />
          <View>{t('task.copy')}</View>
        </Pressable>
      </View>
      {script.map(({ part, text }) => (
        <View key={part} className="script-card__part">
          <View className={`script-card__tag script-card__tag--${language}`}>{t(`task.part.${part}`)}</View>
          <View className="grow b2 c-ink-2 script-card__text">{inLanguage(text, language)}</View>
        </View>
      ))}
    </View>
  )
}
