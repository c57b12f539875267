import Taro from '@tarojs/taro'

/** A short tap of the phone in the hand; a browser has none. */
export function haptic(type: 'light' | 'medium' | 'heavy'): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.vibrateShort({ type }).catch(() => undefined)
}
