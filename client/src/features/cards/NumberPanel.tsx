import { Image, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Region } from '@/components/Region'
import { code128Image } from '@/kit/code128'
import { memberNoText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'

/** With neither network nor card on the phone: the member number, large enough to be read across a counter. */
export function NumberPanel({ memberNo, busy, onRetry }: { memberNo: string; busy: boolean; onRetry: () => void }) {
  const t = useTranslate()
  return (
    <View id="number-panel" className="code__offline">
      <Image className="code__bars" src={code128Image(memberNo)} />
      <Region role="group" label={`${t('code.no')} ${[...memberNo].join(' ')}`} className="code__number num">
        {memberNoText(memberNo)}
      </Region>
      <View className="b2 code__why">{t('code.offline')}</View>
      <Button
        id="code-retry"
        kind="soft"
        size={44}
        label={t('action.again')}
        busy={busy}
        className="code__retry"
        onPress={onRetry}
      />
    </View>
  )
}
