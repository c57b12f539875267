import { useState } from 'react'
import { View } from '@tarojs/components'
import type { WayWord } from '@shared/rewards/contract'
import { Icon } from '@/components/Icon'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import type { Stores, useSwap } from './useSwap'

type WaysProps = { ways: readonly WayWord[]; swap: ReturnType<typeof useSwap>; stores: Stores }

/** How it reaches the member. A tap on the chosen store lists the others. */
export function Ways({ ways, swap, stores }: WaysProps) {
  const t = useTranslate()
  const { way: chosen, setWay, store } = swap
  const [choosing, setChoosing] = useState(false)
  const many = stores.length > 1
  const press = (way: WayWord) => {
    setChoosing(way === 'store' && way === chosen && many && !choosing)
    setWay(way)
  }
  return (
    <>
      <View className="row swap__ways">
        {ways.map((way) => {
          const on = way === chosen
          const note = way === 'store' ? (store?.name ?? '') : t('swap.post.note')
          return (
            <Pressable
              key={way}
              id={`way-${way}`}
              role="radio"
              checked={on}
              label={[t(`swap.${way}`), note].join('，')}
              className={`row grow swap__way ${on ? 'swap__way--on' : ''}`}
              onPress={() => press(way)}
            >
              <Icon name={way === 'store' ? 'store' : 'truck'} size={22} className={on ? 'c-brand' : 'c-ink-2'} />
              <View className="grow swap__way-words">
                <View className="b2 w600">{t(`swap.${way}`)}</View>
                <View className="cap c-ink-3">{note}</View>
              </View>
              {on && (way === 'post' || !many) && <Pick on />}
              {on && way === 'store' && many && <Icon name="chevron-down" size={18} className="c-brand" />}
            </Pressable>
          )
        })}
      </View>
      {choosing && (
        <View className="swap__stores">
          {stores.map(({ id, name }) => (
            <Pressable
              key={id}
              id={`swap-store-${id}`}
              role="radio"
              checked={id === store?.id}
              label={name}
              className="row swap__store"
              onPress={() => {
                swap.setStoreId(id)
                setChoosing(false)
              }}
            >
              <Pick on={id === store?.id} />
              <View className="b2 swap__way-words">{name}</View>
            </Pressable>
          ))}
        </View>
      )}
    </>
  )
}
