import Taro from '@tarojs/taro'
import type { DeviceClaim } from '@shared/kit/fields'
import { recall, remember } from './storage'

/**
 * What this phone says of itself where a friend's reward is at stake: an id made here once, and its make. WeChat keeps what
 * a mini-program stores apart for each of its users, so two of them on one phone have two ids; their make is the same.
 */
export function deviceClaim(): DeviceClaim {
  const known = recall<string>('installation')
  const installation = known ?? minted()
  if (!known) remember('installation', installation)
  return { installation, model: makeOf(installation) }
}

function minted(): string {
  const part = () =>
    Math.floor(Math.random() * 0x100000000)
      .toString(16)
      .padStart(8, '0')
  return [part(), part(), part(), part()].join('-')
}

/** A developer's browser plays many phones, each of a make of its own. */
function makeOf(installation: string): string {
  if (process.env.TARO_ENV === 'h5') return `browser ${installation}`
  try {
    const { brand, model, system } = Taro.getDeviceInfo()
    const { pixelRatio, screenWidth, screenHeight } = Taro.getWindowInfo()
    const { version } = Taro.getAppBaseInfo()
    const make = [brand, model, system, version, pixelRatio, screenWidth, screenHeight].join(' ')
    return (
      make
        .replace(/[\u0000-\u001f<>]/g, ' ')
        .trim()
        .slice(0, 120) || 'unknown'
    )
  } catch {
    return 'unknown'
  }
}
