import Taro from '@tarojs/taro'

/** Small values kept on the phone. A full or forbidden storage must never stop a page, so failures read as "nothing kept". */
export function remember<Value>(key: StorageKey, value: Value): void {
  try {
    Taro.setStorageSync(placeOf(key), value)
  } catch {
    // The page works without memory.
  }
}

export function recall<Value>(key: StorageKey): Value | null {
  try {
    const value = Taro.getStorageSync(placeOf(key))
    return value === '' || value === undefined || value === null ? null : (value as Value)
  } catch {
    return null
  }
}

export function forget(key: StorageKey): void {
  try {
    Taro.removeStorageSync(placeOf(key))
  } catch {
    // Nothing to forget then.
  }
}

export type StorageKey =
  | 'settings'
  | 'account-hint'
  | 'person'
  | 'requests'
  | 'scene'
  | 'till'
  | 'card'
  | 'mall-store'
  | 'reminders'
  | 'gifts'
  | 'draws'
  | 'draw-receipts'
  | 'installation'
  | 'programme-draft'
  | `reply:${string}`

/** Whose phone a developer's browser plays: the openid of `?as=…`, else the one chosen last. */
export function personPlayed(): string | null {
  return /[?&]as=([\w-]+)/.exec(location.href)?.[1] ?? recall<string>('person')
}

/** One browser may play several people at once, and none of them may find what another one's phone keeps. */
function placeOf(key: StorageKey): string {
  if (process.env.TARO_ENV !== 'h5' || key === 'person' || key === 'settings') return key
  return `${personPlayed() ?? ''} ${key}`
}
