/** Words of the page of one's own: settings, and what managers find there. */
export const settingsZh = {
  'me.funnel': '客人',
  'me.promises': '承诺与兑现',
  'me.training': '员工培训',
  'me.language': '语言',
  'me.language.zh-CN': '简体中文',
  'me.language.en': 'English',
  'me.textSize': '文字大小',
  'me.textSize.s': '标准',
  'me.textSize.m': '大',
  'me.textSize.l': '特大',
  'me.textSize.xl': '最大',
  'me.appearance': '外观',
  'me.appearance.auto': '跟随系统',
  'me.appearance.light': '浅色',
  'me.appearance.dark': '深色',
} as const
