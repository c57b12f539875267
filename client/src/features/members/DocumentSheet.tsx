import { View } from '@tarojs/components'
import { shopTerms } from '@shared/shop/contract'
import type { Document } from '@/components/Consent'
import { ReadFailed } from '@/components/ReadState'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useRead } from '@/kit/read'
import './DocumentSheet.scss'

/** One of the shop's two texts, whole, in the version in force. */
export function DocumentSheet({ document, onClose }: { document: Document; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { value, refusal, loading, slow, again } = useRead(shopTerms, { document })
  return (
    <Sheet title={value ? inLanguage(value.title, language) : t(`join.${document}`)} onClose={onClose}>
      <View id={`document-${document}`} className="document">
        {value && <View className="s1 c-ink-3">{t('join.sheet.version', { version: value.version })}</View>}
        {value?.sections.map((section, index) => (
          <View key={index} className="document__section">
            <View className="b1 w600">{inLanguage(section.heading, language)}</View>
            <View className="b2 c-ink-2 document__text">{inLanguage(section.text, language)}</View>
          </View>
        ))}
        {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
        {!value && !refusal && slow && <Skeleton className="document__waiting" />}
      </View>
    </Sheet>
  )
}
