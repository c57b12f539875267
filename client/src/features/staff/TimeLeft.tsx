import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { Rich } from '@/components/Rich'
import { useTranslate } from '@/kit/i18n'
import { leftWords } from '@/kit/time'

/** How long the till may still act for this customer. Spoken once and when it is over, not each second. */
export function TimeLeft({ leftMs }: { leftMs: number }) {
  const t = useTranslate()
  if (leftMs <= 0) {
    return (
      <Region role="alert" live="polite" label={t('staff.customer.over')} className="till__left s1 c-accent">
        <Icon name="clock" size={15} className="till__left-icon" />
        <View>{t('staff.customer.over')}</View>
      </Region>
    )
  }
  return (
    <View id="time-left" className="till__left s1 c-ink-2">
      <Icon name="clock" size={15} className="till__left-icon" />
      <Rich text={t('staff.customer.left', { time: leftWords(leftMs) })} />
    </View>
  )
}
