import { Pressable } from './Pressable'
import { Region } from './Region'
import './Tabs.scss'

export interface TabsProps<Value extends string> {
  tabs: readonly { value: Value; label: string }[]
  chosen: Value
  onChoose: (value: Value) => void
}

/** Parts of one page side by side, of which one is open; weight and a bar below both say which. */
export function Tabs<Value extends string>({ tabs, chosen, onChoose }: TabsProps<Value>) {
  return (
    <Region role="tablist" className="tabs">
      {tabs.map(({ value, label }) => (
        <Pressable
          key={value}
          id={`part-${value}`}
          role="tab"
          selected={value === chosen}
          label={label}
          className={`tabs__one b1 num ${value === chosen ? 'tabs__one--on' : ''}`}
          onPress={() => onChoose(value)}
        >
          {label}
        </Pressable>
      ))}
    </Region>
  )
}
