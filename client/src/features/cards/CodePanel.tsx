import { useMemo } from 'react'
import { Image, View } from '@tarojs/components'
import { stepSeconds } from '@shared/cards/member-code'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { Rich } from '@/components/Rich'
import { code128Image } from '@/kit/code128'
import { memberNoText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { qrImage } from '@/kit/qr'
import { ringImage } from '@/kit/ring'
import type { Code } from './useCode'

/** The code as bars, digits and QR. Only the countdown changes each second; the pictures are drawn once a code. */
export function CodePanel({
  code,
  secondsLeft,
  brand,
  busy,
  onRefresh,
}: {
  code: Code
  secondsLeft: number
  brand: string
  busy: boolean
  onRefresh: () => void
}) {
  return (
    <View id="code-panel">
      <Pictures code={code} />
      <Countdown secondsLeft={secondsLeft} brand={brand} busy={busy} onRefresh={onRefresh} />
    </View>
  )
}

function Pictures({ code }: { code: Code }) {
  const t = useTranslate()
  const { digits, text } = code
  return useMemo(
    () => (
      <View>
        <Image className="code__bars" src={code128Image(digits)} />
        <Region role="group" label={`${t('code.digits')} ${[...digits].join(' ')}`} className="code__digits num">
          {memberNoText(digits)}
        </Region>
        <Region role="img" label={t('code.title')} className="code__qr">
          <Image id="code-qr" className="code__qr-image" src={qrImage(text)} />
        </Region>
      </View>
    ),
    [digits, text, t],
  )
}

/** Spoken at 30, 10 and 0 seconds only: a voice that counts each second would be no help. */
function Countdown({ secondsLeft, brand, busy, onRefresh }: Omit<Parameters<typeof CodePanel>[0], 'code'>) {
  const t = useTranslate()
  const words = t('code.next', { n: secondsLeft })
  const spoken = secondsLeft === stepSeconds || secondsLeft === 10
  return (
    <View className="code__next">
      <Image className="code__ring" src={ringImage(secondsLeft / stepSeconds, brand)} />
      <View id="code-seconds" className="b2 code__seconds">
        <Rich text={words} />
      </View>
      {spoken && <Region role="status" live="polite" label={words.replace(/<\/?b>/g, '')} />}
      <Pressable
        id="code-refresh"
        label={t('code.refresh')}
        disabled={busy}
        className="code__refresh b2 w600"
        onPress={onRefresh}
      >
        <Icon name={busy ? 'spinner' : 'refresh'} size={16} spin={busy} />
        <View className="code__refresh-word">{t('code.refresh')}</View>
      </Pressable>
    </View>
  )
}
