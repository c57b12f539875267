import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { RewardOffer, rewardsList } from '@shared/rewards/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Rich } from '@/components/Rich'
import { Sheet } from '@/components/Sheet'
import { Stepper } from '@/components/Stepper'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { AddressFields } from './AddressFields'
import { lastDayWords, leftWords, obstacleWords } from './rewardWords'
import { RemindMe } from './RemindMe'
import { useSwap } from './useSwap'
import { Ways } from './Ways'

export type Mall = OutputOf<typeof rewardsList>
/** Which card's pool pays; none where the member's own points do. */
export type Paying = { cardId?: string }
type SwapSheetProps = {
  mall: Mall
  reward: RewardOffer
  paying: Paying
  /** Lets WeChat ask for a message; called in the tap itself. */
  onRemind: () => void
  onClose: () => void
}

/** What is swapped for what: the price of every tier, how it arrives, what is left after it and until when. */
export function SwapSheet({ mall, reward, paying, onRemind, onClose }: SwapSheetProps) {
  const t = useTranslate()
  const language = useLanguage()
  const swap = useSwap(reward, { stores: mall.stores, paying, onDone: onClose })
  const { command, count, cost, way } = swap
  const obstacle = obstacleWords(reward, mall.serverAt, language)
  const isOut = reward.obstacle?.code === 'sold-out'
  const note = reward.note ? inLanguage(reward.note, language) : null
  return (
    <Sheet title={t('swap.title')} locked={command.busy} onClose={onClose}>
      {command.refusal && (
        <Notice kind="danger" text={command.refusal.message || t('swap.unheard')} className="swap__refusal" />
      )}
      <View className="row swap__head">
        <View className="swap__picture">
          <Icon name="gift" size={32} className="reward__shape" />
        </View>
        <View className="grow">
          <View className="h3">{inLanguage(reward.name, language)}</View>
          <View className="s1 c-ink-3">{[note, leftWords(reward, language).text].filter(Boolean).join(' · ')}</View>
          <View className="row between">
            <View className="row swap__price">
              <View className="num w700 c-brand swap__points">{countText(cost.points)}</View>
              <View className="s1 c-brand reward__unit">{t('mall.points')}</View>
              {reward.listPrice.points * count > cost.points && (
                <View className="s1 num c-ink-3 reward__struck">{countText(reward.listPrice.points * count)}</View>
              )}
            </View>
            {!isOut && <Stepper id="swap" count={count} most={Math.max(1, reward.most)} onChange={swap.setCount} />}
          </View>
        </View>
      </View>
      {reward.tierPrices && <TierPrices mall={mall} prices={reward.tierPrices} />}
      {!isOut && reward.ways.length > 0 && <Ways ways={reward.ways} swap={swap} stores={mall.stores} />}
      {!isOut && way === 'post' && <AddressFields address={swap.address} onChange={swap.setAddress} />}
      {!isOut && <Facts mall={mall} reward={reward} cost={cost} way={way} />}
      {isOut ? (
        <RemindMe reward={reward} onRemind={onRemind} />
      ) : (
        <Button
          id="swap-confirm"
          size={52}
          className="swap__confirm"
          label={
            obstacle ?? (swap.isAddressed ? t('swap.cta', { n: countText(cost.points) }) : t('swap.address.first'))
          }
          busyLabel={t('swap.busy')}
          busy={command.busy}
          disabled={obstacle !== null || count > reward.most || !swap.isAddressed}
          onPress={() => void swap.send()}
        />
      )}
    </Sheet>
  )
}

function TierPrices({ mall, prices }: { mall: Mall; prices: NonNullable<RewardOffer['tierPrices']> }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="row swap__tiers">
      {prices.map(({ tierId, points }) => {
        const own = tierId === mall.tierId
        const name = inLanguage(mall.tierNames[tierId] ?? { zh: tierId, en: tierId }, language)
        return (
          <View key={tierId} className="grow swap__tier">
            <View className={`cap ${own ? 'c-brand w600' : 'c-ink-3'}`}>{own ? t('swap.you', { t: name }) : name}</View>
            <View className={`num b1 ${own ? 'c-brand w700' : 'c-ink-2'}`}>{countText(points)}</View>
          </View>
        )
      })}
    </View>
  )
}

type FactsProps = { mall: Mall; reward: RewardOffer; cost: { points: number; addFen: number }; way: 'store' | 'post' }

function Facts({ mall, reward, cost, way }: FactsProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { balance, serverAt } = mall
  const left = `${countText(balance)} − ${countText(cost.points)} = <b>${countText(balance - cost.points)}</b>`
  const day = (until: string) => lastDayWords(until, serverAt, language)
  const isFetched = way === 'store' && reward.ways.length > 0
  return (
    <View className="swap__facts b2">
      {balance >= cost.points && <Fact name={t('swap.after')} value={left} />}
      {cost.addFen > 0 && <Fact name={t('swap.money')} value={t('swap.money.at', { money: moneyText(cost.addFen) })} />}
      {reward.priceUntil && (
        <Fact name={t('swap.until')} value={t('swap.until.by', { date: day(reward.priceUntil) })} />
      )}
      {isFetched && <Fact name={t('swap.deadline')} value={t('swap.deadline.by', { date: day(mall.pickUpUntil) })} />}
    </View>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="row between swap__fact">
      <View className="c-ink-2 swap__name">{name}</View>
      <Rich className="swap__value" text={value} />
    </View>
  )
}
