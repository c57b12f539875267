import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate, type Translate } from '@/kit/i18n'
import type { Key } from './bill'
import './Keypad.scss'

/** The till's own keys: large, and without the phone's keyboard that would cover the figures. */
export function Keypad({ onKey }: { onKey: (key: Key) => void }) {
  const t = useTranslate()
  return (
    <View className="keypad">
      {keys.map((key) => (
        <Pressable
          key={key}
          id={`key-${ids[key] ?? key}`}
          label={labelOf(key, t)}
          className={`keypad__key num ${key === 'clear' ? 'keypad__key--word' : ''} ${key === '0' ? 'keypad__key--first' : ''}`}
          onPress={() => onKey(key)}
        >
          {key === 'delete' ? <Icon name="backspace" size={24} /> : labelOf(key, t, true)}
        </Pressable>
      ))}
    </View>
  )
}

const keys: readonly Key[] = ['1', '2', '3', 'delete', '4', '5', '6', 'clear', '7', '8', '9', '00', '0', '.']
const ids: { [K in Key]?: string } = { '.': 'point' }

function labelOf(key: Key, t: Translate, shown = false): string {
  if (key === 'clear') return t('staff.key.clear')
  if (key === 'delete') return t('staff.key.delete')
  return key === '.' && !shown ? t('staff.key.point') : key
}
