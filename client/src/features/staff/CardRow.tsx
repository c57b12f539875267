import { View } from '@tarojs/components'
import type { CustomerSheet } from '@shared/staff/contract'
import { ListRow } from '@/components/ListRow'
import { useTranslate } from '@/kit/i18n'

export type CardAct = 'freeze' | 'reissue'

/** The customer's card by the end of its number, and the one thing that may be done about it: freeze it, or reissue it. */
export function CardRow({ card, onAct }: { card: CustomerSheet['card']; onAct: (act: CardAct) => void }) {
  const t = useTranslate()
  const { tail, frozenAt } = card
  const act = frozenAt ? 'reissue' : 'freeze'
  return (
    <View className="card till__card">
      <ListRow
        id={`customer-${act}`}
        title={t('staff.card')}
        note={t(frozenAt ? 'staff.card.frozen' : 'staff.card.tail', { tail })}
        value={t(`staff.card.${act}`)}
        height={60}
        onPress={() => onAct(act)}
      />
    </View>
  )
}
