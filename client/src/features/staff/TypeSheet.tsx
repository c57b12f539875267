import { useEffect, useRef, useState } from 'react'
import { Input, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import { inSimulator, scanInSimulator } from '@/kit/simulator'
import './TypeSheet.scss'

/** A phone number or a code that is typed or pasted: eighteen digits, or in a browser whatever a camera would have read. */
export function TypeSheet({
  why,
  busy,
  onText,
  onClose,
}: {
  why: 'digits' | 'camera' | 'denied'
  busy: boolean
  onText: (text: string) => void
  onClose: () => void
}) {
  const t = useTranslate()
  const [text, setText] = useState('')
  const hear = useRef(onText)
  useEffect(() => {
    hear.current = onText
  })
  useEffect(() => (why === 'camera' ? scanInSimulator((scanned) => hear.current(scanned)) : undefined), [why])
  const body =
    why === 'denied'
      ? t('staff.scan.denied')
      : why === 'digits'
        ? t('staff.type.body')
        : t(inSimulator() ? 'staff.type.waiting' : 'staff.type.paste')
  return (
    <Sheet title={t(why === 'camera' ? 'staff.scan' : 'staff.type')} locked={busy} onClose={onClose}>
      <View className="b1 c-ink-2">{body}</View>
      <Input
        id="type-code"
        className="type-code num"
        placeholderClass="c-ink-3"
        placeholder={t('staff.type.placeholder')}
        type={why === 'camera' ? 'text' : 'number'}
        maxlength={80}
        value={text}
        onInput={(event) => setText(event.detail.value)}
      />
      <Button
        id="type-submit"
        size={52}
        label={t('staff.type.submit')}
        busyLabel={t('staff.scan.busy')}
        busy={busy}
        disabled={text.trim() === ''}
        onPress={() => onText(text)}
      />
    </Sheet>
  )
}
