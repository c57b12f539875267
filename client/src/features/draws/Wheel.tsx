import { useEffect, useRef, useState } from 'react'
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
  const [stand, setStand] = useState<{ drawn: string | null; turn: number }>({ drawn: null, turn: 0 })
  // Each result turns it on from where it stands, always forwards.
  if (drawn !== stand.drawn) setStand({ drawn, turn: drawn === null ? stand.turn : turnTo(prizes, drawn, stand.turn) })
  const shown = useRef(onShown)
  useEffect(() => {
    shown.current = onShown
  })
  useEffect(() => {
    if (drawn === null) return
    const timer = setTimeout(() => shown.current(), isStill() ? 0 : turnMs + pauseMs)
    return () => clearTimeout(timer)
  }, [drawn])
  const { turn } = stand
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

function turnTo(prizes: readonly FixedPrize[], drawn: string, turn: number): number {
  const place = Math.max(
    0,
    prizes.findIndex(({ id }) => id === drawn),
  )
  return Math.ceil(turn / 360) * 360 + rounds * 360 - (place / prizes.length) * 360
}

const colours = { rim: '#1F5A4C', even: '#EAF1EE', odd: '#FFFFFF' }
