import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import type { Refusal } from '@/kit/call'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { PreferenceAsked } from './useMessageSettings'
import type { Way } from './WayRow'
import './settings.scss'

export interface WaySheetProps {
  way: Way
  busy: boolean
  refusal: Refusal | null
  onAgree: (asked: PreferenceAsked) => void
  onClose: () => void
}

/** The words that a member agrees to before they are texted, and to which number. */
export function TextSheet({ way, busy, refusal, onAgree, onClose }: WaySheetProps) {
  const t = useTranslate()
  const words = inLanguage(way.words, useLanguage())
  return (
    <Sheet title={t('notify.agree.text')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message} className="message-setting__notice" />}
      <View className="b1 c-ink-2">{words}</View>
      {way.to ? (
        <View className="s1 c-ink-3 message-setting__sent">{t('notify.agree.to', { to: way.to })}</View>
      ) : (
        <Notice text={t('notify.agree.number')} className="message-setting__notice" />
      )}
      {way.to && (
        <Button
          id="way-agree"
          size={52}
          className="message-setting__agree"
          label={t('notify.agree')}
          busyLabel={t('notify.agreeing')}
          busy={busy}
          onPress={() => onAgree({ kind: 'text', on: true, words: way.version })}
        />
      )}
    </Sheet>
  )
}
