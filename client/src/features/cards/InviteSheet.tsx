import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { cardsInvite } from '@shared/cards/shared-contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useAsked } from './useAsked'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'

/** A code for one person, in large letters, until when it is good, and the link that fills it in. */
export function InviteSheet({ cardId, now, onClose }: { cardId: string; now: Instant; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const invite = useAsked(cardsInvite)
  const { ask, value: made } = invite
  useEffect(() => void ask({ cardId }), [ask, cardId])
  const copy = () =>
    void Taro.setClipboardData({ data: linkOf(made?.code ?? '') })
      .then(() => toast(t('share.copied')))
      .catch(() => undefined)
  return (
    <Sheet title={t('share.invite.title')} locked={invite.busy} onClose={onClose}>
      {invite.refusal && <Notice kind="danger" text={invite.refusal.message || t('share.unheard')} />}
      <View className="shared__made">
        <Region
          id="share-code"
          role="status"
          label={[...(made?.code ?? '')].join(' ')}
          className="num c-brand shared__code"
        >
          {made ? `${made.code.slice(0, 5)} ${made.code.slice(5)}` : '·····  ·····'}
        </Region>
        <View className="s1 c-ink-2">
          {made ? t('share.until', { time: momentWords(made.goodUntil, now, language) }) : t('share.making')}
        </View>
        <View className="s1 c-ink-3 shared__how">{t('share.how')}</View>
      </View>
      <Button id="share-copy" label={t('share.copy')} disabled={!made} onPress={copy} />
    </Sheet>
  )
}

/** A page of the mini-program, and in a browser its whole address. */
function linkOf(code: string): string {
  const page = `pages/assets/cards?code=${code}`
  return process.env.TARO_ENV === 'h5' ? `${location.origin}/#/${page}` : `/${page}`
}
