import { useState, type ReactNode } from 'react'
import { usePageScroll } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isLarge, useSettings } from '@/kit/settings'
import { themeOf } from '@/kit/theme'
import { useShopFace } from '@/kit/shop'
import { NavBar, type NavBarProps } from './NavBar'
import { PrivacyHost } from './PrivacyHost'
import { TabBar, type Tab } from './TabBar'
import { ToastHost } from './Toast'
import './Screen.scss'

export interface ScreenProps extends Omit<NavBarProps, 'solid'> {
  tab?: Tab | undefined
  /** The wash of brand colour behind the top of most pages, or a page's own hero. */
  wash?: boolean
  /** What stands over the page, such as a sheet. */
  over?: ReactNode
  /** The page puts WeChat's question about privacy in words of its own. */
  ownPrivacy?: boolean
  children: ReactNode
}

/** The root of every page: the merchant's theme, the member's text size and appearance, the bars and the toast. */
export function Screen({ tab, wash = true, over, ownPrivacy = false, children, ...nav }: ScreenProps) {
  const { textSize, appearance, language } = useSettings()
  const brand = useShopFace((face) => face.brand)
  const solid = useScrolled()
  const looks = `screen--${appearance} screen--text-${textSize} ${isLarge(textSize) ? 'screen--large' : ''} screen--${language}`
  return (
    <View className={`screen ${looks}`} style={themeOf(brand)}>
      {wash && <View className="screen__wash" />}
      <NavBar {...nav} solid={solid} />
      <View className="screen__body">{children}</View>
      {tab ? <TabBar chosen={tab} /> : <View className="screen__end" />}
      {over}
      {!ownPrivacy && <PrivacyHost />}
      <ToastHost />
    </View>
  )
}

/** True once content lies under the bar; it changes at that edge only, not with every pixel. */
function useScrolled(): boolean {
  const [scrolled, setScrolled] = useState(false)
  usePageScroll(({ scrollTop }) => setScrolled(scrollTop > 8))
  return scrolled
}
