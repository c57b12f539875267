import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Face } from '@/kit/coupon-words'
import { Pressable } from './Pressable'
import { Region } from './Region'
import './CouponTicket.scss'

export interface CouponTicketProps {
  id?: string
  face: Face
  name: string
  tags?: readonly string[]
  /** Where it counts, or what became of it. */
  note: string
  /** Until when, or when something came about. */
  line: string
  /** Time presses: the line is set in the colour that says so. */
  soon?: boolean
  /** It is of no use any more. */
  past?: boolean
  /** A word at the lower right: what a tap does when the whole ticket is tappable, else how it stands. */
  word?: string
  /** A button of its own in place of the word. */
  action?: ReactNode
  onPress?: () => void
}

/** A coupon as a ticket: what it is worth at the left, what it is and until when at the right. */
export function CouponTicket(props: CouponTicketProps) {
  const { id, face, name, tags = [], note, line, past = false, word = '', onPress } = props
  const worth = [face.sign, face.figure, face.unit].filter(Boolean).join('')
  const label = [name, `${worth} ${face.note}`, ...tags, note, line, word].filter(Boolean).join('，')
  const className = `card ticket ${past ? 'ticket--past' : ''}`
  const named = id ? { id } : {}
  if (onPress)
    return (
      <Pressable {...named} label={label} className={className} onPress={onPress}>
        <Parts {...props} />
      </Pressable>
    )
  return (
    <Region {...named} role="group" label={label} className={className}>
      <Parts {...props} />
    </Region>
  )
}

function Parts({ face, name, tags = [], note, line, soon = false, word, action, onPress }: CouponTicketProps) {
  return (
    <>
      <TicketFace face={face} />
      <View className="ticket__notch ticket__notch--top" />
      <View className="ticket__notch ticket__notch--bottom" />
      <View className="ticket__body">
        <View>
          <View className="ticket__head">
            <View className="b1 w600 ticket__name">{name}</View>
            {tags.map((tag) => (
              <View key={tag} className="ticket__tag">
                {tag}
              </View>
            ))}
          </View>
          <View className="s1 c-ink-3 ticket__note">{note}</View>
        </View>
        <View className="ticket__foot">
          <View className={`cap num grow ticket__line ${soon ? 'c-accent w600' : 'c-ink-3'}`}>{line}</View>
          {action}
          {!action && word && onPress && <View className="ticket__act">{word}</View>}
          {!action && word && !onPress && <View className="s1 w500 c-ink-3 ticket__word">{word}</View>}
        </View>
      </View>
    </>
  )
}

function TicketFace({ face }: { face: Face }) {
  return (
    <View className="ticket__face">
      <View className="ticket__worth">
        {face.sign && <View className="ticket__sign">{face.sign}</View>}
        <View className={`num ticket__figure ${face.wide ? 'ticket__figure--wide' : ''}`}>{face.figure}</View>
        {face.unit && <View className="ticket__unit">{face.unit}</View>}
      </View>
      <View className="cap ticket__from">{face.note}</View>
    </View>
  )
}
