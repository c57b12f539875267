import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { Pressable } from './Pressable'
import './ListRow.scss'

export interface ListRowProps {
  id?: string
  icon?: IconName
  /** The icon in a tile: brand colours, or warm when time is running out. Without it the icon stands bare. */
  tile?: 'brand' | 'warn'
  title: string
  note?: string | undefined
  /** A word at the right, such as the present choice. */
  value?: string
  /** What stands at the right instead of a value, such as figures or a small button. */
  end?: ReactNode
  /** Height of the row: settings 50, rows with two lines 66. */
  height?: 50 | 52 | 60 | 66 | 68
  onPress?: () => void
}

/** A row of a list card. A row that leads somewhere is tappable over its whole width and shows a chevron. */
export function ListRow(props: ListRowProps) {
  const { id, title, note, value, height = 50, onPress } = props
  const className = `list-row list-row--${height}`
  if (!onPress)
    return (
      <View {...(id ? { id } : {})} className={className}>
        <Cells {...props} />
      </View>
    )
  return (
    <Pressable
      {...(id ? { id } : {})}
      label={[title, note, value].filter(Boolean).join('，')}
      className={className}
      onPress={onPress}
    >
      <Cells {...props} />
    </Pressable>
  )
}

function Cells({ icon, tile, title, note, value, end, onPress }: ListRowProps) {
  return (
    <>
      {icon && tile && (
        <View className={`list-row__tile list-row__tile--${tile}`}>
          <Icon name={icon} size={20} />
        </View>
      )}
      {icon && !tile && <Icon name={icon} size={22} className="list-row__icon c-ink-2" />}
      <View className="grow">
        <View className={`b1 ${note ? 'w500' : ''} list-row__title`}>{title}</View>
        {note && <View className="s1 c-ink-3 list-row__note">{note}</View>}
      </View>
      {value && <View className="list-row__value s1 c-ink-3">{value}</View>}
      {end}
      {onPress && <Icon name="chevron-right" size={18} className="list-row__chevron c-ink-3" />}
    </>
  )
}
