import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage } from '@/kit/i18n'
import { useRunner } from './motion'
import { prizeIcon } from './prizeWords'
import type { FormProps } from './Wheel'

/** The cells around the middle, clockwise from the upper left, as they stand in three rows of three. */
const around = [0, 1, 2, 5, 8, 7, 6, 3]

/** Eight cells around a button; with fewer prizes some stand twice, with more the last ones only in the list of prizes. */
export function NineGrid({ prizes, label, note, disabled, onPress, drawn, onShown }: FormProps) {
  const language = useLanguage()
  const { at, runTo } = useRunner(around.length)
  const prizeAt = (place: number) => prizes[place % prizes.length]
  useEffect(() => {
    if (drawn === null) return
    const place =
      Math.max(
        0,
        prizes.findIndex(({ id }) => id === drawn),
      ) % around.length
    runTo(place, onShown)
    // Once for each result.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn])
  return (
    <View className="nine">
      {Array.from({ length: 9 }, (_, cell) => {
        if (cell === 4)
          return (
            <Pressable
              key={cell}
              id="draw-go"
              label={`${label}，${note}`}
              disabled={disabled}
              className="nine__cell nine__go"
              onPress={onPress}
            >
              <View className="nine__label">{label}</View>
              <View className="cap">{note}</View>
            </Pressable>
          )
        const place = around.indexOf(cell)
        const prize = prizeAt(place)
        return (
          <Region key={cell} hidden className={`nine__cell ${at === place ? 'nine__cell--on' : ''}`}>
            {prize && <Icon name={prizeIcon(prize)} size={26} />}
            <View className="cap w600 nine__name">{prize && inLanguage(prize.name, language)}</View>
          </Region>
        )
      })}
    </View>
  )
}
