import Taro from '@tarojs/taro'

/** Native pixels of the bar at the top: WeChat's capsule decides them, a browser has neither status bar nor capsule. */
export type Frame = { statusBar: number; bar: number; capsule: number }

let known: Frame | null = null

export function frame(): Frame {
  known ??= measure()
  return known
}

function measure(): Frame {
  if (process.env.TARO_ENV === 'h5') return { statusBar: 0, bar: 44, capsule: 0 }
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
    const capsule = Taro.getMenuButtonBoundingClientRect()
    return {
      statusBar: statusBarHeight,
      bar: (capsule.top - statusBarHeight) * 2 + capsule.height,
      capsule: windowWidth - capsule.left,
    }
  } catch {
    return { statusBar: 20, bar: 44, capsule: 94 }
  }
}
