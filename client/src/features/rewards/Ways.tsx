import { View } from '@tarojs/components'
import type { WayWord } from '@shared/rewards/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import type { useSwap } from './useSwap'

type WaysProps = { ways: readonly WayWord[]; swap: ReturnType<typeof useSwap>; many: boolean }

/** How it reaches the member. A tap on the chosen store goes on to the next one. */
export function Ways({ ways, swap, many }: WaysProps) {
  const t = useTranslate()
  const { way: chosen, setWay, store, nextStore } = swap
  return (
    <View className="row swap__ways">
      {ways.map((way) => {
        const on = way === chosen
        const note = way === 'store' ? (store?.name ?? '') : t(on ? 'swap.post.note.free' : 'swap.post.note')
        return (
          <Pressable
            key={way}
            id={`way-${way}`}
            role="radio"
            checked={on}
            label={[t(`swap.${way}`), note].join('，')}
            className={`row grow swap__way ${on ? 'swap__way--on' : ''}`}
            onPress={() => (on && way === 'store' && many ? nextStore() : setWay(way))}
          >
            <Icon name={way === 'store' ? 'store' : 'truck'} size={22} className={on ? 'c-brand' : 'c-ink-2'} />
            <View className="grow swap__way-words">
              <View className="b2 w600">{t(`swap.${way}`)}</View>
              <View className="cap c-ink-3 ellipsis">{note}</View>
            </View>
            {on && <Icon name={way === 'store' && many ? 'chevron-down' : 'check'} size={18} className="c-brand" />}
          </Pressable>
        )
      })}
    </View>
  )
}
