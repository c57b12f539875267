import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { frame } from '@/kit/frame'
import { useTranslate } from '@/kit/i18n'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import './NavBar.scss'

export interface NavBarProps {
  title?: string | undefined
  /** What stands at the left instead of a way back, such as the shop's name. */
  lead?: ReactNode
  back?: boolean
  /** The page has been scrolled under the bar. */
  solid: boolean
  light?: boolean
}

/** The bar at the top. Nothing of it lies under WeChat's capsule. */
export function NavBar({ title, lead, back = false, solid, light = false }: NavBarProps) {
  const t = useTranslate()
  const { statusBar, bar, capsule } = frame()
  const first = Taro.getCurrentPages().length < 2
  const tint = `${solid ? 'nav-bar--solid' : ''} ${light ? 'nav-bar--light' : ''}`
  return (
    <View>
      <View className={`nav-bar screen--fixed ${tint}`} style={{ paddingTop: `${statusBar}px`, height: `${bar}px` }}>
        {back && (
          <Pressable
            id="nav-back"
            label={t(first ? 'action.home' : 'action.back')}
            className="nav-bar__back"
            onPress={() => leave(first)}
          >
            <Icon name={first ? 'home' : 'back'} size={24} />
          </Pressable>
        )}
        {lead && (
          <View className="nav-bar__lead" style={{ right: `${capsule}px` }}>
            {lead}
          </View>
        )}
        {title && (
          <View
            className="nav-bar__title h3"
            style={{ left: `${Math.max(capsule, 56)}px`, right: `${Math.max(capsule, 56)}px` }}
          >
            {title}
          </View>
        )}
      </View>
      <View style={{ height: `${statusBar + bar}px` }} />
    </View>
  )
}

function leave(first: boolean): void {
  if (first) void Taro.switchTab({ url: '/pages/home/index' })
  else void Taro.navigateBack()
}
