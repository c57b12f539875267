import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import { playNumber } from '@/kit/phone-code'
import { isPhone, phoneDigits, phoneFault } from '@/kit/phone-number'

/** In a developer's browser: which number this phone has. In WeChat the button knows, so none of this is there. */
export function PlayedSheet({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const t = useTranslate()
  const [number, setNumber] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(phoneFault(number))
    if (!isPhone(number)) return
    const code = await playNumber(number)
    if (code) onCode(code)
    else setFault(t('join.phone.refused'))
  }
  return (
    <Sheet title={t('join.local')} onClose={onClose}>
      <View className="b1 c-ink-2">{t('join.local.body')}</View>
      <Field
        id="played-number"
        label={t('phone.number')}
        type="number"
        maxLength={14}
        value={number}
        error={fault}
        onText={(typed) => setNumber(phoneDigits(typed))}
        onLeave={() => setFault(number ? phoneFault(number) : null)}
      />
      <View className="join__submit">
        <Button id="played-use" size={52} label={t('join.local.submit')} onPress={() => void submit()} />
      </View>
    </Sheet>
  )
}
