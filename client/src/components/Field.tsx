import type { ReactNode } from 'react'
import { Input, View } from '@tarojs/components'
import { useAria } from './aria'
import { Icon } from './Icon'
import { Region } from './Region'
import './Field.scss'

export interface FieldProps {
  id: string
  label: string
  value: string
  placeholder?: string
  type?: 'text' | 'number'
  maxLength: number
  /** What is wrong with it; it stands under the field until that is mended. */
  error?: string | null | undefined
  /** What stands at the right inside the field, such as a button. */
  end?: ReactNode
  onText: (text: string) => void
  onLeave?: () => void
}

/** A line to type in, with its name above and what is wrong below. */
export function Field(props: FieldProps) {
  const { id, label, value, placeholder = '', type = 'text', maxLength, error, end, onText, onLeave } = props
  const { ref, attributes } = useAria({ label: error ? `${label}，${error}` : label })
  return (
    <View className="field">
      <View className="s1 c-ink-2 field__label">{label}</View>
      <View className={`field__line ${error ? 'field__line--wrong' : ''}`}>
        <Input
          {...attributes}
          ref={ref}
          id={id}
          className={`field__input b1 ${type === 'number' ? 'num' : ''}`}
          placeholderClass="field__placeholder"
          placeholder={placeholder}
          type={type}
          maxlength={maxLength}
          value={value}
          onInput={(event) => onText(event.detail.value)}
          onBlur={() => onLeave?.()}
        />
        {end}
      </View>
      {error && (
        <Region role="alert" live="polite" label={error} className="field__error s1 c-danger">
          <Icon name="alert" size={15} className="field__error-icon" />
          <View className="grow">{error}</View>
        </Region>
      )}
    </View>
  )
}
