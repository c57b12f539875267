import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/**
 * The time in milliseconds, anew at each full second of the clock that `offset` corrects. Nothing ticks while the page
 * is hidden; when it is shown again the time is right at once.
 */
export function useTicking(offset = 0): number {
  const [now, setNow] = useState(() => Date.now() + offset)
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const time = Date.now() + offset
      setNow(time)
      timer = setTimeout(tick, 1000 - (time % 1000))
    }
    tick()
    return () => clearTimeout(timer)
  }, [shown, offset])
  return now
}

/** By how much the phone's clock is behind the cloud's, in milliseconds; 0 while the cloud has not been heard. */
export function clockOffset(read: { value: { serverAt: string } | null; at: number }): number {
  return read.value ? Date.parse(read.value.serverAt) - read.at : 0
}
