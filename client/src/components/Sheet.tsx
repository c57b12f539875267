import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useTranslate } from '@/kit/i18n'
import { useFocusInside } from './aria'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { Region } from './Region'
import './Sheet.scss'

export interface SheetProps {
  title: string
  /** While a command is under way the sheet stays. */
  locked?: boolean
  onClose: () => void
  children: ReactNode
}

/** A sheet from below with a grab bar, a title and a way out; it closes by ✕ and by the mask. */
export function Sheet({ title, locked = false, onClose, children }: SheetProps) {
  const t = useTranslate()
  const close = () => {
    if (!locked) onClose()
  }
  useFocusInside('sheet-close', close)
  return (
    <View className="sheet" catchMove>
      <Pressable id="sheet-mask" label={t('action.close')} className="sheet__mask" onPress={close} />
      <Region role="dialog" label={title} className="sheet__panel">
        <View className="sheet__grab" />
        <View className="sheet__head">
          <View className="h3">{title}</View>
          <Pressable id="sheet-close" label={t('action.close')} className="sheet__close c-ink-3" onPress={close}>
            <Icon name="close" size={22} />
          </Pressable>
        </View>
        {children}
      </Region>
    </View>
  )
}
