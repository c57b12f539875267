import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import './Outcome.scss'

/** The round mark over a result: filled for done, soft red for refused, grey for taken back. */
export function OutcomeMark({ kind, icon }: { kind: 'done' | 'refused' | 'undone'; icon: IconName }) {
  return (
    <View className={`outcome__mark outcome__mark--${kind}`}>
      <Icon name={icon} size={36} />
    </View>
  )
}

/** Facts of a result, a label and a value a line. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode; lead?: boolean }[] }) {
  return (
    <View className="card outcome__facts">
      {facts.map(({ label, value, lead }) => (
        <View key={label} className="outcome__fact">
          <View className="grow b2 c-ink-2">{label}</View>
          <View className={`b2 num outcome__value ${lead ? 'w700 c-brand' : ''}`}>{value}</View>
        </View>
      ))}
    </View>
  )
}
