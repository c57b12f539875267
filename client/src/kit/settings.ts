import { create } from 'zustand'
import Taro from '@tarojs/taro'
import { recall, remember } from './storage'

export type Language = 'zh-CN' | 'en'
export type TextSize = 's' | 'm' | 'l' | 'xl'
export type Appearance = 'auto' | 'light' | 'dark'
export type Settings = { language: Language; textSize: TextSize; appearance: Appearance }

export const textSizes: readonly TextSize[] = ['s', 'm', 'l', 'xl']
export const textScale: { [Size in TextSize]: number } = { s: 1, m: 1.15, l: 1.3, xl: 1.4 }

/** What the member chose on this phone; it holds for every page at once. */
export const useSettings = create<Settings>(() => ({ ...defaults(), ...recall<Partial<Settings>>('settings') }))

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change)
  remember('settings', useSettings.getState())
}

export function currentLanguage(): Language {
  return useSettings.getState().language
}

/** From 1.3 on, what stands side by side is stacked. */
export function isLarge(size: TextSize): boolean {
  return textScale[size] >= 1.3
}

function defaults(): Settings {
  return { language: phoneLanguage(), textSize: 's', appearance: 'auto' }
}

function phoneLanguage(): Language {
  try {
    const language = process.env.TARO_ENV === 'h5' ? navigator.language : Taro.getAppBaseInfo().language
    return /^zh/i.test(language ?? 'zh') ? 'zh-CN' : 'en'
  } catch {
    return 'zh-CN'
  }
}
