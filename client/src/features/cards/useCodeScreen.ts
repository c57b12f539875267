import { useEffect, useRef, useState } from 'react'
import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro'

/**
 * What the phone does while a code is shown: the screen is bright and stays on, and both are as before once the page is
 * left. Tells whether it was brightened, and whether somebody has taken a picture of the code that stands there.
 */
export function useCodeScreen(step: number): { bright: boolean; captured: boolean } {
  const [bright, setBright] = useState(false)
  const [capturedAt, setCapturedAt] = useState<number | null>(null)
  const shown = useRef(false)
  const before = useRef<number | null>(null)
  const current = useRef(step)
  current.current = step

  async function raise() {
    if (process.env.TARO_ENV !== 'weapp') return
    shown.current = true
    void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined)
    try {
      const { value } = await Taro.getScreenBrightness()
      if (!shown.current || before.current !== null) return
      await Taro.setScreenBrightness({ value: 1 })
      before.current = value
      if (shown.current) setBright(true)
      else restore()
    } catch {
      // A phone that forbids it shows the code at the brightness it has.
    }
  }

  function restore() {
    if (process.env.TARO_ENV !== 'weapp') return
    shown.current = false
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined)
    if (before.current === null) return
    void Taro.setScreenBrightness({ value: before.current }).catch(() => undefined)
    before.current = null
  }

  useDidShow(() => void raise())
  useDidHide(restore)
  useUnload(restore)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp') return
    const captured = () => setCapturedAt(current.current)
    Taro.onUserCaptureScreen(captured)
    return () => Taro.offUserCaptureScreen(captured)
  }, [])
  return { bright, captured: capturedAt === step }
}
