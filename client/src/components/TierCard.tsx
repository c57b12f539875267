import { View } from '@tarojs/components'
import type { TierSlot } from '@shared/programme/schema'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { ProgressBar } from './ProgressBar'
import { Region } from './Region'
import { plain, Rich } from './Rich'
import './TierCard.scss'

export interface TierCardProps {
  slot: TierSlot
  /** `full` heads the home page, `peek` stands in the carousel of tiers. */
  form: 'full' | 'peek'
  name: string
  /** Second line: who and which number, or since when. */
  lines: readonly string[]
  /** Top right: a way to the benefits, or a word on the state of this tier. */
  corner?: { label: string; id?: string; onPress?: () => void }
  locked?: boolean
  gap: string
  share: number | null
  figures?: string | undefined
}

/** The face of a tier. Read aloud as one sentence; the ornament and the bar say nothing that the words do not. */
export function TierCard({ slot, form, name, lines, corner, locked = false, gap, share, figures }: TierCardProps) {
  return (
    <View className={`tier tier--${slot} tier--${form}`}>
      <View className="tier__head">
        <Region role="group" label={`${name}，${lines.join('，')}，${plain(gap)}`} className="tier__who">
          <View className="tier__name">
            {name}
            {locked && <Icon name="lock" size={16} className="tier__lock" />}
          </View>
          <View className="tier__lines s1 num">
            {lines.map((line) => (
              <View key={line} className="tier__line">
                {line}
              </View>
            ))}
          </View>
        </Region>
        {corner && <Corner {...corner} />}
      </View>
      <View className="tier__foot">
        <View className="tier__gap">
          <Rich text={gap} className="b2 w500" />
          {figures && <View className="tier__figures cap num">{figures}</View>}
        </View>
        {share !== null && <ProgressBar share={share} className="tier__bar" />}
        {figures && <View className="tier__figures tier__figures--below num">{figures}</View>}
      </View>
    </View>
  )
}

function Corner({ label, id, onPress }: NonNullable<TierCardProps['corner']>) {
  if (!onPress) return <View className="tier__corner cap w500">{label}</View>
  return (
    <Pressable
      {...(id ? { id } : {})}
      label={label}
      className="tier__corner tier__corner--link s1 w500"
      onPress={onPress}
    >
      <View>{label}</View>
      <Icon name="chevron-right" size={15} />
    </Pressable>
  )
}
