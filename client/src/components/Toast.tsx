import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { create } from 'zustand'
import { Icon } from './Icon'
import { Region } from './Region'
import './Toast.scss'

const useToast = create<{ text: string | null }>(() => ({ text: null }))

/** A short good word of two seconds (at most 14 characters); never the only place for an error. */
export function toast(text: string): void {
  useToast.setState({ text })
}

/** Says nothing any more, as after the app was closed. */
export function clearToast(): void {
  useToast.setState({ text: null })
}

export function ToastHost() {
  const text = useToast((state) => state.text)
  useEffect(() => {
    if (!text) return
    const timer = setTimeout(() => useToast.setState({ text: null }), 2000)
    return () => clearTimeout(timer)
  }, [text])
  if (!text) return null
  return (
    <View className="toast">
      <Region role="status" live="polite" label={text} className="toast__box b2">
        <Icon name="check" size={18} className="toast__icon" />
        <View>{text}</View>
      </Region>
    </View>
  )
}
