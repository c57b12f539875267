import { useState, type ReactNode } from 'react'
import { Button } from './Button'
import { Field, type FieldProps } from './Field'
import { Sheet } from './Sheet'
import './LineSheet.scss'

export interface LineSheetProps {
  title: string
  /** `start`: what stands in it at first; `atLeast`: so many characters are needed, one where it is not said. */
  field: Pick<FieldProps, 'id' | 'label' | 'placeholder' | 'maxLength'> & { start?: string; atLeast?: number }
  button: { id: string; label: string; busyLabel: string }
  busy: boolean
  /** Why it was refused. */
  fault: string | null
  /** Gives what was typed, without the blanks around it. */
  onSend: (text: string) => void
  onClose: () => void
  /** What stands above the line, such as what it is about. */
  children?: ReactNode
  /** What else may be done, below the button. */
  below?: ReactNode
}

/** A sheet that asks for one line. */
export function LineSheet({ title, field, button, busy, fault, onSend, onClose, children, below }: LineSheetProps) {
  const { start = '', atLeast = 1, ...line } = field
  const [text, setText] = useState(start)
  const said = text.trim()
  return (
    <Sheet title={title} locked={busy} onClose={onClose}>
      {children}
      <Field {...line} value={text} error={fault} onText={setText} />
      <Button
        {...button}
        size={52}
        busy={busy}
        disabled={said.length < atLeast || said === start}
        className="line-sheet__button"
        onPress={() => onSend(said)}
      />
      {below}
    </Sheet>
  )
}
