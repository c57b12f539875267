import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Refusal } from '@/kit/call'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { SendCode } from '@/components/SendCode'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import { isPhone, phoneDigits, phoneFault } from '@/kit/phone-number'
import { useTextCode } from './useTextCode'
import type { PhoneProof } from './useEnrol'

/** Joining by a number that is typed and proved by the code of a text message. */
export function TypedSheet(props: {
  /** WeChat gave no number: that is no harm, and said so. */
  instead: boolean
  busy: boolean
  refusal: Refusal | null
  onJoin: (proof: PhoneProof) => void
  onClose: () => void
}) {
  const t = useTranslate()
  const { instead, busy, refusal, onJoin, onClose } = props
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [left, setLeft] = useState<{ number?: boolean; code?: boolean }>({})
  const text = useTextCode()
  const ofCode = refusal && ['text_code_wrong', 'text_code_over'].includes(refusal.code) ? refusal.message : null
  const lost = (one: Refusal | null) => (one && !one.message ? t('join.lost') : (one?.message ?? null))
  const submit = () => {
    setLeft({ number: true, code: true })
    if (isPhone(number) && code.length === codeLength) onJoin({ kind: 'text', number, code })
  }
  return (
    <Sheet title={t('join.typed')} locked={busy} onClose={onClose}>
      {instead && <Notice text={t('join.phone.hand')} />}
      <Field
        id="typed-number"
        label={t('phone.number')}
        type="number"
        maxLength={14}
        value={number}
        error={(left.number ? phoneFault(number) : null) ?? lost(text.refusal)}
        onText={(typed) => setNumber(phoneDigits(typed))}
        onLeave={() => setLeft({ ...left, number: number.length > 0 })}
      />
      <Field
        id="typed-code"
        label={t('phone.code')}
        type="number"
        maxLength={codeLength}
        value={code}
        error={(left.code && code.length !== codeLength ? t('phone.code.short') : null) ?? ofCode}
        end={
          <SendCode
            id="typed-send"
            secondsLeft={text.secondsLeft}
            busy={text.busy}
            className="join__send"
            onPress={() => (isPhone(number) ? void text.send(number) : setLeft({ ...left, number: true }))}
          />
        }
        onText={(typed) => setCode(typed.replace(/\D/g, '').slice(0, codeLength))}
        onLeave={() => setLeft({ ...left, code: code.length > 0 })}
      />
      {refusal && !ofCode && <Notice kind="danger" text={lost(refusal) ?? ''} className="join__refusal--sheet" />}
      <View className="join__submit">
        <Button
          id="typed-join"
          size={52}
          label={t('join.typed.submit')}
          busyLabel={t('join.busy')}
          busy={busy}
          onPress={submit}
        />
      </View>
    </Sheet>
  )
}

const codeLength = 6
