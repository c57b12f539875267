import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useAria, type Aria } from './aria'

export interface RegionProps extends Aria {
  id?: string
  className?: string
  children?: ReactNode
}

/** A part of the page that is read as one sentence, announced when it changes, or hidden from reading altogether. */
export function Region({ id, className = '', children, ...aria }: RegionProps) {
  const { ref, attributes } = useAria(aria)
  return (
    <View {...attributes} {...(id ? { id } : {})} ref={ref} className={className}>
      {children}
    </View>
  )
}
