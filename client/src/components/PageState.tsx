import { View } from '@tarojs/components'
import { Button } from './Button'
import { Region } from './Region'
import './PageState.scss'

export interface PageStateProps {
  picture: 'cup' | 'slip' | 'ticket'
  title: string
  body: string
  action?: { label: string; onPress: () => void; busy?: boolean }
  code?: string | undefined
  /** A block of a page rather than the whole of it. */
  inline?: boolean
}

/** What stands where content would: nothing yet and where it comes from, or what went wrong and that nothing changed. */
export function PageState({ picture, title, body, action, code, inline = false }: PageStateProps) {
  return (
    <View className={`page-state ${inline ? 'page-state--inline' : ''}`}>
      <View className={`page-state__picture page-state__picture--${picture}`} />
      <Region role="status" live="polite" label={`${title}，${body.replace('\n', '')}`}>
        <View className="h2 page-state__title">{title}</View>
        <View className="b1 c-ink-2 page-state__body">{body}</View>
      </Region>
      {action && (
        <Button
          id="page-state-action"
          label={action.label}
          busy={action.busy ?? false}
          className="page-state__action"
          onPress={action.onPress}
        />
      )}
      {code && <View className="cap c-ink-3 num page-state__code">{code}</View>}
    </View>
  )
}
