import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ChanceWay } from '@shared/draws/contract'
import { Button } from '@/components/Button'
import { Rich } from '@/components/Rich'
import { countText, moneyText } from '@/kit/figures'
import { useTranslate, type Translate } from '@/kit/i18n'
import { ChanceSheet } from './ChanceSheet'

type Props = {
  drawId: string
  chances: number
  ways: readonly ChanceWay[]
  /** Null for whoever is no member. */
  balance: number | null
  isOpen: boolean
  /** The draw is to be read again: a chance more, or another price. */
  onChanged: () => void
}

/** No more stand side by side. */
const waysInARow = 3

/** How many chances there are, where from, and one more for points. */
export function Chances({ drawId, chances, ways, balance, isOpen, onChanged }: Props) {
  const t = useTranslate()
  const [buying, setBuying] = useState(false)
  const sold = ways.find((way) => way.kind === 'points')
  const others = ways.filter((way) => way.kind !== 'points')
  const bought = () => {
    setBuying(false)
    onChanged()
  }
  return (
    <View className="card draw__chances">
      <View className="draw__chances-head">
        <View id="draw-chances" className="b1 w600 grow">
          <Rich text={t('draw.chances.left', { n: countText(chances) })} />
        </View>
        {sold?.kind === 'points' && balance !== null && isOpen && (
          <Button
            id="draw-buy"
            size={32}
            kind="soft"
            label={sold.left > 0 ? t('draw.buy', { n: countText(sold.points) }) : t('draw.buy.full')}
            disabled={sold.left === 0}
            onPress={() => setBuying(true)}
          />
        )}
      </View>
      {others.length > 0 && (
        <View className="draw__ways">
          {others.map((way, index) => (
            <View key={index} className={`draw__way ${index % waysInARow > 0 ? 'draw__way--next' : ''}`}>
              <View className="s1 c-ink-2">{wayWords(way, t)}</View>
              <View className={`s1 w600 ${way.left > 0 ? 'c-brand' : 'c-ink-3'}`}>{stateWords(way, t)}</View>
            </View>
          ))}
        </View>
      )}
      {buying && sold?.kind === 'points' && balance !== null && (
        <ChanceSheet
          drawId={drawId}
          points={sold.points}
          balance={balance}
          onBought={bought}
          onChanged={onChanged}
          onClose={() => setBuying(false)}
        />
      )}
    </View>
  )
}

function wayWords(way: ChanceWay, t: Translate): string {
  return way.kind === 'purchase'
    ? t('draw.way.purchase', { amount: moneyText(way.fromFen) })
    : t(`draw.way.${way.kind}`)
}

function stateWords(way: ChanceWay, t: Translate): string {
  if (way.left > 0) return t('draw.way.usable', { n: countText(way.left) })
  return way.kind === 'everybody' || way.kind === 'tier' ? t('draw.way.used') : t('draw.way.earn')
}
