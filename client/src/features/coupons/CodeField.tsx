import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { couponsClaimCode } from '@shared/coupons/contract'
import { useAria } from '@/components/aria'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { walletChanged } from './useWallet'

/** A code that a till printed or the shop gave out, typed in and turned into a coupon. */
export function CodeField() {
  const t = useTranslate()
  const claim = useCommand(couponsClaimCode)
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)
  const { refusal } = claim
  const error = short ? t('coupon.code.short') : refusal ? refusal.message || t('coupon.unheard') : null
  const { ref, attributes } = useAria({ label: error ? `${t('coupon.code')}，${error}` : t('coupon.code') })
  const submit = async () => {
    const code = text.replace(/\s/g, '').toUpperCase()
    setShort(code.length < 4)
    if (code.length < 4) return
    const answer = await claim.run({ code })
    if (!answer?.ok) return
    setText('')
    toast(t('coupon.code.done'))
    walletChanged()
  }
  return (
    <View className="wallet__code">
      <View className="row">
        <View className={`wallet__input ${error ? 'wallet__input--wrong' : ''}`}>
          <Input
            {...attributes}
            ref={ref}
            id="coupon-code"
            className="wallet__typed b1"
            placeholderClass="field__placeholder"
            placeholder={t('coupon.code.placeholder')}
            maxlength={24}
            value={text}
            onInput={(event) => setText(event.detail.value)}
          />
        </View>
        <Button
          id="coupon-code-submit"
          kind="soft"
          label={t('coupon.code.submit')}
          busy={claim.busy}
          className="wallet__submit"
          onPress={() => void submit()}
        />
      </View>
      {error && (
        <Region role="alert" live="polite" label={error} className="wallet__error s1 c-danger">
          <Icon name="alert" size={15} className="wallet__error-icon" />
          <View className="grow">{error}</View>
        </Region>
      )}
    </View>
  )
}
