import { View } from '@tarojs/components'
import { drawsBuyChance } from '@shared/draws/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'

type Props = {
  drawId: string
  points: number
  balance: number
  onBought: () => void
  /** It takes another number of points by now: the draw is to be read again. */
  onChanged: () => void
  onClose: () => void
}

/** What a chance takes and what is left after it, before the points are gone; how many are missing where there are too few. */
export function ChanceSheet({ drawId, points, balance, onBought, onChanged, onClose }: Props) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(drawsBuyChance)
  const left = balance - points
  const buy = async () => {
    const answer = await run({ drawId, points })
    if (answer && !answer.ok && answer.refusal.code === 'chance_price_changed') onChanged()
    if (!answer?.ok) return
    toast(t('draw.bought'))
    for (const operation of [homeRead, pointsStatement]) outdated(operation)
    onBought()
  }
  return (
    <Sheet title={t('draw.buy.title')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('draw.buy.unheard')} />}
      <View className="b1 c-ink-2 draw__sheet">
        {left < 0
          ? t('draw.buy.short', { n: countText(points), balance: countText(balance) })
          : t('draw.buy.body', { n: countText(points), left: countText(left) })}
      </View>
      <Button
        id="draw-buy-confirm"
        size={52}
        label={left < 0 ? t('draw.buy.missing', { n: countText(-left) }) : t('draw.buy.go', { n: countText(points) })}
        busyLabel={t('draw.buy.busy')}
        busy={busy}
        disabled={left < 0}
        onPress={() => void buy()}
      />
    </Sheet>
  )
}
