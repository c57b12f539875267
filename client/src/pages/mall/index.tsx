import { useEffect, useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { rewardsList, type RewardOffer } from '@shared/rewards/contract'
import { Icon } from '@/components/Icon'
import { PageState } from '@/components/PageState'
import { Pressable } from '@/components/Pressable'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { cardTitle } from '@/features/cards/cardWords'
import { chooseCard, usePoolCard } from '@/features/cards/useCards'
import { useReminder } from '@/features/messages/useReminder'
import { RewardCard } from '@/features/rewards/RewardCard'
import { inOrder, SortSheet, type Order } from '@/features/rewards/SortSheet'
import { SwapSheet, type Mall } from '@/features/rewards/SwapSheet'
import { shareWords } from '@/features/rewards/rewardWords'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull, useRead } from '@/kit/read'
import './index.scss'

const restock = ['restock'] as const

/** What points may be swapped for, at this member's price. */
export default function MallPage() {
  const t = useTranslate()
  const pool = usePoolCard()
  const paying = pool ? { cardId: pool.cardId } : {}
  const read = useRead(rewardsList, paying)
  const { value, refusal, slow, loading, at } = read
  // A message that a reward is there again leads to it.
  const [chosen, setChosen] = useState<string | null>(useParams()['reward'] ?? null)
  const awaited = (value?.rewards ?? []).filter((one) => one.awaited).length
  const reminder = useReminder(restock, awaited + 1)
  const [order, setOrder] = useState<Order>('shop')
  const [sorting, setSorting] = useState(false)
  usePullDownRefresh(() => void afterPull(read))
  useEffect(() => {
    if (refusal?.code === 'card_not_held' || refusal?.code === 'card_unchecked') chooseCard('own')
  }, [refusal])
  const reward = value?.rewards.find(({ rewardId }) => rewardId === chosen)
  const retry = () => void read.again()
  const isVisitor = refusal?.code === 'not_enrolled'
  return (
    <Screen
      tab="mall"
      lead={<View className="mall__title">{t('mall.title')}</View>}
      over={
        value && reward ? (
          <SwapSheet
            mall={value}
            reward={reward}
            paying={paying}
            onRemind={reminder.turnOn}
            onClose={() => setChosen(null)}
          />
        ) : (
          sorting && <SortSheet order={order} onChoose={setOrder} onClose={() => setSorting(false)} />
        )
      }
    >
      <View className="mall">
        {value && refusal && <ReadStale refusal={refusal} at={at} onRetry={retry} />}
        {value && (
          <Shelves mall={value} pool={pool} order={order} onSort={() => setSorting(true)} onChoose={setChosen} />
        )}
        {!value && isVisitor && (
          <PageState
            picture="cup"
            title={t('mall.visitor')}
            body={t('mall.visitor.body')}
            action={{ label: t('me.visitor.join'), onPress: () => openTab('home') }}
          />
        )}
        {!value && refusal && !isVisitor && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
        {!value && !refusal && slow && <Skeleton className="mall__waiting" />}
      </View>
    </Screen>
  )
}

type ShelvesProps = {
  mall: Mall
  pool: Card | null
  order: Order
  onSort: () => void
  onChoose: (rewardId: string) => void
}

function Shelves({ mall, pool, order, onSort, onChoose }: ShelvesProps) {
  const t = useTranslate()
  const language = useLanguage()
  const [category, setCategory] = useState<string | null>(null)
  const [affordable, setAffordable] = useState(false)
  const tierName = inLanguage(mall.tierNames[mall.tierId] ?? { zh: '', en: '' }, language)
  const kinds = [...new Set(mall.rewards.flatMap((one) => (one.category ? [inLanguage(one.category, language)] : [])))]
  const share = shareWords(mall.rewards, tierName, language)
  const shown = inOrder(order, mall.rewards).filter(
    (one) =>
      (category === null || (one.category && inLanguage(one.category, language)) === category) &&
      (!affordable || isWithinReach(one)),
  )
  return (
    <>
      <View className="row between">
        <View>
          <View className="cap c-ink-2">
            {pool ? t('mall.available.pool', { card: cardTitle(pool, t) }) : t('mall.available')}
          </View>
          <View className="row mall__balance">
            <View id="mall-balance" className="d2 num">
              {countText(mall.balance)}
            </View>
            {share && <View className="reward__tag reward__tag--brand cap mall__share">{share}</View>}
          </View>
        </View>
        <Pressable
          id="mall-records"
          label={t('mall.records')}
          className="row s1 c-ink-2 mall__records"
          onPress={() => open('exchanges')}
        >
          {t('mall.records')}
          <Icon name="chevron-right" size={16} className="c-ink-3" />
        </Pressable>
      </View>
      {kinds.length > 1 && (
        <View className="row mall__kinds">
          {[null, ...kinds].map((kind) => (
            <Pressable
              key={kind ?? ''}
              id={`kind-${kinds.indexOf(kind ?? '') + 1}`}
              role="tab"
              selected={kind === category}
              label={kind ?? t('mall.all')}
              className={`mall__kind b1 ${kind === category ? 'mall__kind--on w600' : 'c-ink-2'}`}
              onPress={() => setCategory(kind)}
            >
              {kind ?? t('mall.all')}
            </Pressable>
          ))}
        </View>
      )}
      <View className="row between mall__filters">
        <Pressable
          id="mall-affordable"
          role="switch"
          checked={affordable}
          label={t('mall.affordable')}
          className={`row s1 mall__chip ${affordable ? 'mall__chip--on' : ''}`}
          onPress={() => setAffordable(!affordable)}
        >
          {affordable && <Icon name="check" size={16} className="mall__tick" />}
          {t('mall.affordable')}
        </Pressable>
        <Pressable
          id="mall-sort"
          label={t(`mall.order.${order}`)}
          className="row s1 c-ink-2 mall__records"
          onPress={onSort}
        >
          {t(`mall.order.${order}`)}
          <Icon name="chevron-down" size={16} className="c-ink-3" />
        </Pressable>
      </View>
      {mall.rewards.length === 0 && (
        <PageState inline picture="slip" title={t('mall.empty')} body={t('mall.empty.body')} />
      )}
      {mall.rewards.length > 0 && shown.length === 0 && (
        <PageState inline picture="slip" title={t('mall.none')} body={t('mall.none.body')} />
      )}
      <View className="mall__shelf">
        {shown.map((one) => (
          <RewardCard
            key={one.rewardId}
            reward={one}
            tierName={tierName}
            now={mall.serverAt}
            onPress={() => onChoose(one.rewardId)}
          />
        ))}
      </View>
    </>
  )
}

/** What the member can have at once. */
function isWithinReach({ obstacle, most }: RewardOffer): boolean {
  return obstacle === null && most > 0
}
