import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { FixedPrize } from '@shared/draws/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { inLanguage, useLanguage } from '@/kit/i18n'
import { isStill, pauseMs, turnMs } from './motion'
import { prizeIcon } from './prizeWords'
import { wheelImage } from './wheelImage'

export type FormProps = {
  prizes: readonly FixedPrize[]
  /** What the button says, and a line below it. */
  label: string
  note: string
  disabled: boolean
  onPress: () => void
  /** What was drawn: the form moves to it and tells when it stands there. */
  drawn: string | null
  onShown: () => void
}

const rounds = 5

/** A wheel whose parts are equal for the eye; how likely each is stands with the prizes. */
export function Wheel({ prizes, label, note, disabled, onPress, drawn, onShown }: FormProps) {
  const language = useLanguage()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (drawn === null) return
    const place = Math.max(
      0,
      prizes.findIndex(({ id }) => id === drawn),
    )
    const to = Math.ceil(turn / 360) * 360 + rounds * 360 - (place / prizes.length) * 360
    setTurn(to)
    const timer = setTimeout(onShown, isStill() ? 0 : turnMs + pauseMs)
    return () => clearTimeout(timer)
    // Once for each result: the wheel itself changes `turn`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn])
  return (
    <View className="wheel">
      <View className="wheel__disc" style={{ transform: `rotate(${turn}deg)` }}>
        <View className="wheel__face" style={{ backgroundImage: `url("${wheelImage(prizes.length, colours)}")` }} />
        <Region hidden>
          {prizes.map((prize, index) => (
            <View
              key={prize.id}
              className="wheel__part"
              style={{ transform: `rotate(${(index / prizes.length) * 360}deg)` }}
            >
              <View className="wheel__name">{inLanguage(prize.name, language)}</View>
              <Icon name={prizeIcon(prize)} size={22} />
            </View>
          ))}
        </Region>
      </View>
      <View className="wheel__pointer" />
      <Pressable id="draw-go" label={`${label}，${note}`} disabled={disabled} className="wheel__go" onPress={onPress}>
        <View className="wheel__label">{label}</View>
        <View className="cap">{note}</View>
      </Pressable>
    </View>
  )
}

const colours = { rim: '#1F5A4C', even: '#EAF1EE', odd: '#FFFFFF' }
