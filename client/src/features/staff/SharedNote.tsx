import { View } from '@tarojs/components'
import type { CustomerSheet } from '@shared/staff/contract'
import { Notice } from '@/components/Notice'
import { useTranslate } from '@/kit/i18n'

/** Whose shared card was shown and who holds it, so that nobody takes one person for another. */
export function SharedNote({ shared }: { shared: CustomerSheet['shared'] }) {
  const t = useTranslate()
  if (!shared) return null
  const [holder, owner] = [shared.holderName, shared.ownerName].map((name) => name ?? t('share.nameless'))
  const key = shared.role === 'main' ? 'main' : shared.mode === 'pooled' ? 'sub' : 'separate'
  const words = t(`staff.shared.${key}`, { holder: holder ?? '', owner: owner ?? '' })
  return (
    <View className="customer__proof">
      <Notice icon="people" text={`${shared.title ?? t(`card.kind.${shared.kind}`)} · ${words}`} />
    </View>
  )
}
