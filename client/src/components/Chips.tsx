import { ScrollView, View } from '@tarojs/components'
import { Pressable } from './Pressable'
import './Chips.scss'

export interface ChipsProps<Value extends string> {
  chips: readonly { value: Value; label: string }[]
  chosen: Value
  /** Inside something with a gutter of its own, under whose edge the row scrolls all the same. */
  inset?: boolean
  onChoose: (value: Value) => void
}

/** Filters of which exactly one holds; fill and weight both say which. */
export function Chips<Value extends string>({ chips, chosen, inset = false, onChoose }: ChipsProps<Value>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className={`chips ${inset ? 'chips--inset' : ''}`}>
      <View className="chips__row">
        {chips.map(({ value, label }) => (
          <Pressable
            key={value}
            id={`chip-${value}`}
            role="tab"
            selected={value === chosen}
            label={label}
            className={`chips__one s1 ${value === chosen ? 'chips__one--on' : ''}`}
            onPress={() => onChoose(value)}
          >
            {label}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  )
}
