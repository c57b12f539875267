import { Textarea } from '@tarojs/components'
import { useAria } from './aria'
import './Words.scss'

export interface WordsProps {
  id: string
  label: string
  placeholder: string
  maxLength: number
  value: string
  /** Gives the box its place and height. */
  className?: string
  onText: (text: string) => void
}

/** Some lines to type in; its name is only spoken, and stands around it where it is to be read. */
export function Words({ id, label, placeholder, maxLength, value, className = '', onText }: WordsProps) {
  const { ref, attributes } = useAria({ label })
  return (
    <Textarea
      {...attributes}
      ref={ref}
      id={id}
      className={`words b1 ${className}`}
      placeholderClass="field__placeholder"
      placeholder={placeholder}
      maxlength={maxLength}
      value={value}
      onInput={(event) => onText(event.detail.value)}
    />
  )
}
