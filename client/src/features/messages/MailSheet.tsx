import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { SendCode } from '@/components/SendCode'
import { Sheet } from '@/components/Sheet'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { WaySheetProps } from './TextSheet'
import { useMailCode } from './useMailCode'
import './settings.scss'

/** The words that a member agrees to before they are mailed, the address, and the code that arrived there. */
export function MailSheet({ way, busy, refusal, onAgree, onClose }: WaySheetProps) {
  const t = useTranslate()
  const words = inLanguage(way.words, useLanguage())
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const [left, setLeft] = useState({ address: false, code: false })
  const mail = useMailCode()
  const address = typed.trim()
  const isRight = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)
  const isWhole = code.length === codeLength
  const ofCode = refusal && ['text_code_wrong', 'text_code_over'].includes(refusal.code) ? refusal.message : null
  const send = () => (isRight ? void mail.send(address) : setLeft({ ...left, address: true }))
  const agree = () => {
    setLeft({ address: true, code: true })
    if (isRight && isWhole) onAgree({ kind: 'mail', on: true, words: way.version, address, code })
  }
  return (
    <Sheet title={t('notify.agree.mail')} locked={busy} onClose={onClose}>
      {refusal && !ofCode && <Notice kind="danger" text={refusal.message} className="message-setting__notice" />}
      <View className="b1 c-ink-2">{words}</View>
      <Field
        id="mail-address"
        label={t('notify.address')}
        placeholder={t('notify.address.hint')}
        maxLength={120}
        value={typed}
        error={(left.address && !isRight ? t('notify.address.wrong') : null) ?? mail.refusal?.message}
        onText={setTyped}
        onLeave={() => setLeft({ ...left, address: address !== '' })}
      />
      <Field
        id="mail-code"
        label={t('phone.code')}
        type="number"
        maxLength={codeLength}
        value={code}
        error={(left.code && !isWhole ? t('phone.code.short') : null) ?? ofCode}
        end={
          <SendCode
            id="mail-send"
            secondsLeft={mail.secondsLeft}
            busy={mail.busy}
            className="message-setting__send"
            onPress={send}
          />
        }
        onText={(text) => setCode(text.replace(/\D/g, '').slice(0, codeLength))}
        onLeave={() => setLeft({ ...left, code: code !== '' })}
      />
      {mail.sent && <View className="s1 c-ink-3 message-setting__sent">{t('notify.code.sent')}</View>}
      <Button
        id="way-agree"
        size={52}
        className="message-setting__agree"
        label={t('notify.agree')}
        busyLabel={t('notify.agreeing')}
        busy={busy}
        onPress={agree}
      />
    </Sheet>
  )
}

const codeLength = 6
