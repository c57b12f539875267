import { View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { Pressable } from './Pressable'
import { Region } from './Region'
import { plain, Rich } from './Rich'
import './Notice.scss'

export interface NoticeProps {
  kind?: 'info' | 'accent' | 'danger'
  icon?: IconName
  text: string
  action?: { id?: string; label: string; onPress: () => void; forward?: boolean }
  className?: string
}

/** One line that stays until its reason is gone. */
export function Notice({ kind = 'info', icon, text, action, className = '' }: NoticeProps) {
  return (
    <View className={`notice notice--${kind} ${className}`}>
      <Icon name={icon ?? icons[kind]} size={18} className="notice__icon" />
      <Region
        role={kind === 'danger' ? 'alert' : 'status'}
        live="polite"
        label={plain(text)}
        className="notice__text s1"
      >
        <Rich text={text} />
      </Region>
      {action && (
        <Pressable
          {...(action.id ? { id: action.id } : {})}
          label={action.label}
          className="notice__action s1 w600"
          onPress={action.onPress}
        >
          <View>{action.label}</View>
          {action.forward && <Icon name="chevron-right" size={15} />}
        </Pressable>
      )}
    </View>
  )
}

const icons: { [Kind in NonNullable<NoticeProps['kind']>]: IconName } = {
  info: 'info',
  accent: 'hourglass',
  danger: 'alert',
}
