import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { useTranslate } from '@/kit/i18n'
import './OfflineNote.scss'

/** Without a network: what still works at the till, and what waits. */
export function OfflineNote({ numberOnly }: { numberOnly: boolean }) {
  const t = useTranslate()
  return (
    <View id="home-offline" className="card offline">
      <View className="offline__tile">
        <Icon name="store" size={20} />
      </View>
      <View className="grow">
        <View className="b1 w600">{t('home.offline')}</View>
        <View className="s1 c-ink-2 offline__words">{t(numberOnly ? 'home.offline.number' : 'home.offline.code')}</View>
      </View>
    </View>
  )
}
