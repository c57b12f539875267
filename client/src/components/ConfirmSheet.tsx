import { View } from '@tarojs/components'
import { Button } from './Button'
import { Notice } from './Notice'
import { Sheet } from './Sheet'
import './ConfirmSheet.scss'

export interface ConfirmSheetProps {
  title: string
  /** What will be so afterwards. */
  body: string
  button: { id: string; label: string; busyLabel: string }
  busy: boolean
  /** Why it was refused. */
  fault: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before something is done that is not easily had back, and says what it does. */
export function ConfirmSheet({ title, body, button, busy, fault, onConfirm, onClose }: ConfirmSheetProps) {
  return (
    <Sheet title={title} locked={busy} onClose={onClose}>
      {fault && <Notice kind="danger" text={fault} />}
      <View className="b1 c-ink-2">{body}</View>
      <Button {...button} kind="danger" size={52} busy={busy} className="confirm-sheet__button" onPress={onConfirm} />
    </Sheet>
  )
}
