import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Region } from '@/components/Region'
import { toast } from '@/components/Toast'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import type { Invitation } from './InviteForm'

/** The code in large letters, until when it is good, and the link that fills it in. */
export function InvitationMade({ made, now, onNext }: { made: Invitation; now: string; onNext: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { code, goodUntil, name } = made
  const copy = () =>
    void Taro.setClipboardData({ data: linkOf(code) })
      .then(() => toast(t('staff.invite.copied')))
      .catch(() => undefined)
  return (
    <View className="card invite invite__made">
      <View className="h3">{t('staff.invite.done', { name })}</View>
      <Region id="invite-code" role="status" label={[...code].join(' ')} className="num c-brand invite__code">
        {`${code.slice(0, 5)} ${code.slice(5)}`}
      </Region>
      <View className="s1 c-ink-2">{t('staff.invite.until', { time: momentWords(goodUntil, now, language) })}</View>
      <View className="s1 c-ink-3 invite__how">{t('staff.invite.how')}</View>
      <Button id="invite-copy" kind="soft" label={t('staff.invite.copy')} onPress={copy} />
      <Button
        id="invite-next"
        kind="text"
        size={44}
        label={t('staff.invite.next')}
        className="invite__next"
        onPress={onNext}
      />
    </View>
  )
}

/** A page of the mini-program, and in a browser its whole address. */
function linkOf(code: string): string {
  const page = `pages/staff/join?code=${code}`
  return process.env.TARO_ENV === 'h5' ? `${location.origin}/#/${page}` : `/${page}`
}
