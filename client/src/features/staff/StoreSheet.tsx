import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import type { Grant } from './useGrant'
import './StoreSheet.scss'

/** The stores that this person may work in; exactly one is where they stand. */
export function StoreSheet({
  stores,
  chosen,
  onChoose,
  onClose,
}: {
  stores: Grant['stores']
  chosen: string | null
  onChoose: (storeId: string) => void
  onClose: () => void
}) {
  const t = useTranslate()
  return (
    <Sheet title={t('staff.store')} onClose={onClose}>
      <View className="stores">
        {stores.map(({ id, name }) => (
          <Pressable
            key={id}
            id={`store-${id}`}
            role="radio"
            checked={id === chosen}
            label={name}
            className="stores__one"
            onPress={() => onChoose(id)}
          >
            <View className={`grow b1 ${id === chosen ? 'w600' : ''}`}>{name}</View>
            {id === chosen && <Icon name="check" size={20} className="c-brand" />}
          </Pressable>
        ))}
      </View>
    </Sheet>
  )
}
