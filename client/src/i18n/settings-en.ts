import type { settingsZh } from './settings-zh-CN'

export const settingsEn: Record<keyof typeof settingsZh, string> = {
  'me.funnel': 'Customers',
  'me.promises': 'Promised and kept',
  'me.training': 'Staff training',
  'me.language': 'Language',
  'me.language.zh-CN': '简体中文',
  'me.language.en': 'English',
  'me.textSize': 'Text size',
  'me.textSize.s': 'Standard',
  'me.textSize.m': 'Large',
  'me.textSize.l': 'Larger',
  'me.textSize.xl': 'Largest',
  'me.appearance': 'Appearance',
  'me.appearance.auto': 'As the phone',
  'me.appearance.light': 'Light',
  'me.appearance.dark': 'Dark',
}
