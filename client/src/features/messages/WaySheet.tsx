import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import type { Refusal } from '@/kit/call'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { PreferenceAsked } from './useMessageSettings'
import type { Way } from './WayRow'
import './settings.scss'

export interface WaySheetProps {
  kind: 'text' | 'mail'
  way: Way
  busy: boolean
  refusal: Refusal | null
  onAgree: (asked: PreferenceAsked) => void
  onClose: () => void
}

/** The words that a member agrees to, before they do; for mail, the address as well. */
export function WaySheet({ kind, way, busy, refusal, onAgree, onClose }: WaySheetProps) {
  const t = useTranslate()
  const words = inLanguage(way.words, useLanguage())
  const [address, setAddress] = useState('')
  const [left, setLeft] = useState(false)
  const isNumberless = kind === 'text' && way.to === null
  const isRight = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address.trim())
  const agree = () => {
    if (kind === 'text') return onAgree({ kind, on: true, words: way.version })
    setLeft(true)
    if (isRight) onAgree({ kind, on: true, words: way.version, address: address.trim() })
  }
  return (
    <Sheet title={t(`notify.agree.${kind}`)} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message} className="message-setting__notice" />}
      <View className="b1 c-ink-2">{words}</View>
      {kind === 'text' && way.to && <View className="s1 c-ink-3">{t('notify.agree.to', { to: way.to })}</View>}
      {isNumberless && <Notice text={t('notify.agree.number')} className="message-setting__notice" />}
      {kind === 'mail' && (
        <Field
          id="mail-address"
          label={t('notify.address')}
          placeholder={t('notify.address.hint')}
          maxLength={120}
          value={address}
          error={left && !isRight ? t('notify.address.wrong') : null}
          onText={setAddress}
          onLeave={() => setLeft(address !== '')}
        />
      )}
      {!isNumberless && (
        <Button
          id="way-agree"
          size={52}
          className="message-setting__agree"
          label={t('notify.agree')}
          busyLabel={t('notify.agreeing')}
          busy={busy}
          onPress={agree}
        />
      )}
    </Sheet>
  )
}
