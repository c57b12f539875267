import { useEffect, useRef, useState } from 'react'
import type { Document } from '@/components/Consent'
import type { WechatAnswer } from '@/components/WechatButton'
import { canPlayNumber } from '@/kit/phone-code'
import { answerPrivacy, usePrivacy } from '@/kit/privacy'
import { useEnrol } from './useEnrol'
import type { useWelcome, Welcome } from './useWelcome'

export type JoinSheet = 'consent' | 'typed' | 'played'
type Way = 'button' | 'typed'

/**
 * The way from the landing page to membership: consent by the person's own tap, then a phone number if one is needed.
 * `welcomed`: whether the page that welcomes comes next.
 */
export function useJoin(welcome: Welcome, came: ReturnType<typeof useWelcome>, { welcomed = true } = {}) {
  const [agreed, setAgreed] = useState(false)
  const [sheet, setSheet] = useState<JoinSheet | null>(null)
  const [document, setDocument] = useState<Document | null>(null)
  const [refusedByPhone, setRefusedByPhone] = useState(false)
  const way = useRef<Way>('button')
  const onOutdated = () => {
    setAgreed(false)
    setSheet(null)
  }
  const enrol = useEnrol(welcome, came, { welcomed, onOutdated })
  const asking = usePrivacy((privacy) => privacy.asking)
  useEffect(() => {
    if (asking) setSheet('consent')
  }, [asking])

  function start(wanted: Way): void {
    way.current = wanted
    if (agreed) goOn()
    else setSheet('consent')
  }

  /** In WeChat the button itself asks for the number, so nothing more is to be done for it here. */
  function goOn(): void {
    if (way.current === 'typed') setSheet('typed')
    else if (!welcome.phone.needed) void enrol.send()
    else if (process.env.TARO_ENV === 'h5') setSheet(canPlayNumber() ? 'played' : 'typed')
  }

  function agree(): void {
    setAgreed(true)
    setSheet(null)
    // What WeChat had held back goes on by itself.
    if (!answerPrivacy(true)) goOn()
  }

  function decline(): void {
    answerPrivacy(false)
    setSheet(null)
  }

  function phoneAnswered({ code, errMsg = '', errno }: WechatAnswer): void {
    setRefusedByPhone(!code)
    if (code) {
      setSheet(null)
      return void enrol.send({ kind: 'wechat', code })
    }
    const declinedGuide = errno === 104 || /privacy/.test(errMsg)
    if (welcome.phone.byText && !declinedGuide) setSheet('typed')
  }

  return {
    agreed,
    toggle: () => setAgreed(!agreed),
    sheet,
    close: () => setSheet(null),
    document,
    read: setDocument,
    /** WeChat's own button stands where ours would be, once there is consent and nothing to be asked again. */
    byWechat: process.env.TARO_ENV === 'weapp' && welcome.phone.needed && agreed && !enrol.lost,
    press: () => (enrol.lost ? void enrol.again() : start('button')),
    type: () => start('typed'),
    agree,
    decline,
    phoneAnswered,
    refusedByPhone,
    enrol,
  }
}
