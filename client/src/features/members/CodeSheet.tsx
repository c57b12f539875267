import { Image, View } from '@tarojs/components'
import { Region } from '@/components/Region'
import { Sheet } from '@/components/Sheet'
import { code128Image } from '@/kit/code128'
import { memberNoText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import './CodeSheet.scss'

/** The member number as bars and in digits large enough to read across a counter; black on white in both modes. */
export function CodeSheet({ memberNo, name, onClose }: { memberNo: string; name: string | null; onClose: () => void }) {
  const t = useTranslate()
  return (
    <Sheet title={t('code.title')} onClose={onClose}>
      <View id="code-panel" className="code-sheet">
        {name && <View className="code-sheet__name b1">{name}</View>}
        <Image className="code-sheet__bars" src={code128Image(memberNo)} />
        <Region role="img" label={`${t('code.no')} ${[...memberNo].join(' ')}`} className="code-sheet__number num">
          {memberNoText(memberNo)}
        </Region>
      </View>
      <View className="code-sheet__hint s1 c-ink-2">{t('code.hint')}</View>
    </Sheet>
  )
}
