import Taro from '@tarojs/taro'

/** Every page that another page leads to. */
const pages = {
  points: '/pages/assets/points',
  tier: '/pages/assets/tier',
} as const

export function open(page: keyof typeof pages): void {
  void Taro.navigateTo({ url: pages[page] })
}

/** Another tab's page; it keeps its scroll position. */
export function openTab(tab: 'home' | 'me'): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` })
}
