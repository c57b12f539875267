import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'

/** Why the shop asks, and which versions of its texts the person would accept. */
export function TermsSheet({
  terms,
  onClose,
}: {
  terms: { termsVersion: string; privacyVersion: string }
  onClose: () => void
}) {
  const t = useTranslate()
  return (
    <Sheet title={t('join.sheet')} onClose={onClose}>
      <View className="b1 c-ink-2">{t('join.sheet.body')}</View>
      <View className="join__versions">
        <ListRow title={t('join.terms')} value={t('join.sheet.version', { version: terms.termsVersion })} />
        <ListRow title={t('join.privacy')} value={t('join.sheet.version', { version: terms.privacyVersion })} />
      </View>
      <View className="s1 c-ink-3 join__note">{t('join.sheet.note')}</View>
    </Sheet>
  )
}
