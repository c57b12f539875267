import { Button as NativeButton, View } from '@tarojs/components'
import { Icon } from './Icon'
import type { IconName } from './icons'
import './Button.scss'

export interface WechatButtonProps {
  id: string
  label: string
  icon?: IconName
  size?: 52 | 48
  className?: string
  asks: 'phone' | 'privacy'
  onAnswer: (answer: WechatAnswer) => void
}

/** What WeChat gave: a code that stands for the phone number, or why it gave none. */
export type WechatAnswer = { code?: string; errMsg?: string; errno?: number }

/**
 * WeChat gives a phone number, and takes consent to its privacy guide, only through a button of its own. It looks like
 * ours; in a browser there is no such thing, and whoever places it has another way there.
 */
export function WechatButton({ id, label, icon, size = 52, className = '', asks, onAnswer }: WechatButtonProps) {
  if (process.env.TARO_ENV !== 'weapp') return null
  const phone = asks === 'phone'
  return (
    <View className={className}>
      <NativeButton
        id={id}
        className={`button button--native button--${size}`}
        hoverClass="button--held"
        openType={phone ? 'getPhoneNumber' : 'agreePrivacyAuthorization'}
        onGetPhoneNumber={(event) => onAnswer(event.detail as WechatAnswer)}
        onAgreePrivacyAuthorization={() => onAnswer({})}
      >
        {icon && <Icon name={icon} size={20} className="button__icon" />}
        <View>{label}</View>
      </NativeButton>
    </View>
  )
}
