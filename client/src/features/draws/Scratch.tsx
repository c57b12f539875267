import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { isStill } from './motion'
import { prizeIcon } from './prizeWords'
import type { FormProps } from './Wheel'

/** So many movements of a finger take the cover off. */
const strokes = 14
const openMs = 700

/** A card whose result lies under a cover: a tap takes it off, and so does scratching. */
export function Scratch({ prizes, label, note, disabled, onPress, drawn, onShown }: FormProps) {
  const t = useTranslate()
  const language = useLanguage()
  const [scratched, setScratched] = useState(0)
  const [card, setCard] = useState(drawn)
  // Another result lies under a cover of its own.
  if (card !== drawn) {
    setCard(drawn)
    setScratched(0)
  }
  const prize = prizes.find(({ id }) => id === drawn)
  const isOpen = scratched >= strokes
  useEffect(() => {
    if (!prize || !isOpen) return
    const timer = setTimeout(onShown, isStill() ? 0 : openMs)
    return () => clearTimeout(timer)
    // Once for each card that is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen, prize])
  if (!prize)
    return (
      <Pressable
        id="draw-go"
        label={`${label}，${note}`}
        disabled={disabled}
        className="scratch scratch--new"
        onPress={onPress}
      >
        <View className="h2">{label}</View>
        <View className="s1">{note}</View>
      </Pressable>
    )
  return (
    <View className="scratch" catchMove onTouchMove={() => setScratched((now) => now + 1)}>
      <Icon name={prizeIcon(prize)} size={44} className="c-brand" />
      <View className="h2">{inLanguage(prize.name, language)}</View>
      {!isOpen && (
        <Pressable
          id="scratch-open"
          label={t('draw.scratch.hint')}
          className="scratch__cover"
          style={{ opacity: 1 - (scratched / strokes) * 0.7 }}
          onPress={() => setScratched(strokes)}
        >
          <View className="b1 w600">{t('draw.scratch.hint')}</View>
        </Pressable>
      )}
    </View>
  )
}
