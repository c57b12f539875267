import { useTranslate } from '@/kit/i18n'
import { Button } from './Button'

/** Has a code sent, and says how long until another one may be asked for. Stands at the end of the field for the code. */
export function SendCode(props: {
  id: string
  secondsLeft: number
  busy: boolean
  className?: string
  onPress: () => void
}) {
  const t = useTranslate()
  const { id, secondsLeft, busy, className = '', onPress } = props
  const waiting = secondsLeft > 0
  return (
    <Button
      id={id}
      kind="soft"
      size={32}
      label={waiting ? t('phone.code.left', { n: secondsLeft }) : t('phone.code.get')}
      busyLabel={t('phone.code.busy')}
      busy={busy}
      disabled={waiting}
      className={className}
      onPress={onPress}
    />
  )
}
