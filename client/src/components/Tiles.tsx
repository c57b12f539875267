import { View } from '@tarojs/components'
import { Region } from './Region'
import './Tiles.scss'

export interface Tile {
  id: string
  label: string
  figure: string
  note?: string
  /** Of the note; `danger` of the figure as well. */
  tone?: 'danger' | 'ok'
}

/** Two or three figures that lead a page, each with its name above and what to make of it below. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <View className="tiles">
      {tiles.map(({ id, label, figure, note, tone }) => (
        <Region
          key={id}
          role="group"
          label={[label, figure, note].filter(Boolean).join('，')}
          className="card tiles__one"
        >
          <View className="s1 c-ink-2">{label}</View>
          <View id={id} className={`tiles__figure num ${tone === 'danger' ? 'c-danger' : ''}`}>
            {figure}
          </View>
          {note && <View className={`cap num ${tone ? `c-${tone}` : 'c-ink-3'}`}>{note}</View>}
        </Region>
      ))}
    </View>
  )
}
