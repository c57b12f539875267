import { View } from '@tarojs/components'
import { Pressable } from './Pressable'
import './Tabs.scss'

export interface TabsProps<Value extends string> {
  tabs: readonly { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** Parts of a page of which one is shown; a line and weight both say which. */
export function Tabs<Value extends string>({ tabs, chosen, onChoose }: TabsProps<Value>) {
  return (
    <View className="tabs">
      {tabs.map(({ value, label }) => (
        <Pressable
          key={value}
          id={`tab-${value}`}
          role="tab"
          selected={value === chosen}
          label={label}
          className={`tabs__one b1 ${value === chosen ? 'tabs__one--on w600' : 'c-ink-2'}`}
          onPress={() => onChoose(value)}
        >
          {label}
        </Pressable>
      ))}
    </View>
  )
}
