import Taro from '@tarojs/taro'

/** Small values kept on the phone. A full or forbidden storage must never stop a page, so failures read as "nothing kept". */
export function remember<Value>(key: StorageKey, value: Value): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // The page works without memory.
  }
}

export function recall<Value>(key: StorageKey): Value | null {
  try {
    const value = Taro.getStorageSync(key)
    return value === '' || value === undefined || value === null ? null : (value as Value)
  } catch {
    return null
  }
}

export function forget(key: StorageKey): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // Nothing to forget then.
  }
}

export type StorageKey = 'settings' | 'account-hint' | 'person' | 'requests' | `reply:${string}`
