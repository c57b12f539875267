import { Button as NativeButton, View } from '@tarojs/components'
import { Icon } from './Icon'
import './Button.scss'

/** WeChat lets a member choose a friend only through a button of its own; what is sent, the page says when it is asked. */
export function ShareButton({ id, label, className = '' }: { id: string; label: string; className?: string }) {
  return (
    <View className={className}>
      <NativeButton id={id} className="button button--native button--52" hoverClass="button--held" openType="share">
        <Icon name="send" size={20} className="button__icon" />
        <View>{label}</View>
      </NativeButton>
    </View>
  )
}
