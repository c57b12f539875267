import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useTranslate } from '@/kit/i18n'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { Pressable } from './Pressable'
import { Region } from './Region'
import './TabBar.scss'

export type Tab = 'home' | 'mall' | 'events' | 'me'

/** The tabs at the bottom of the main pages. Each page draws its own, so the chosen one is never out of step. */
export function TabBar({ chosen }: { chosen: Tab }) {
  const t = useTranslate()
  return (
    <View>
      <View className="tab-bar__room" />
      <Region role="tablist" className="tab-bar screen--fixed">
        {tabs.map(({ tab, icon, url }) => (
          <Pressable
            key={tab}
            id={`tab-${tab}`}
            role="tab"
            selected={tab === chosen}
            label={t(`tab.${tab}`)}
            className={`tab-bar__tab ${tab === chosen ? 'tab-bar__tab--on' : ''}`}
            onPress={() => {
              if (tab !== chosen) void Taro.switchTab({ url })
            }}
          >
            <Icon name={tab === chosen ? (`${icon}-on` as IconName) : icon} size={24} />
            <View className="tab-bar__label">{t(`tab.${tab}`)}</View>
          </Pressable>
        ))}
      </Region>
    </View>
  )
}

const tabs: readonly { tab: Tab; icon: 'home' | 'gift' | 'calendar' | 'person'; url: string }[] = [
  { tab: 'home', icon: 'home', url: '/pages/home/index' },
  { tab: 'mall', icon: 'gift', url: '/pages/mall/index' },
  { tab: 'events', icon: 'calendar', url: '/pages/events/index' },
  { tab: 'me', icon: 'person', url: '/pages/me/index' },
]
