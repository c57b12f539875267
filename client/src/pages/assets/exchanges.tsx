import { useState } from 'react'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { rewardsMine, type ExchangeView } from '@shared/rewards/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { usePoolCard } from '@/features/cards/useCards'
import { SendSheet } from '@/features/rewards/SendSheet'
import { CancelSheet } from '@/features/rewards/CancelSheet'
import { stateWords } from '@/features/rewards/rewardWords'
import { changeText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import { afterPull } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import './exchanges.scss'

/** What the member has swapped for, and what became of each. */
export default function ExchangesPage() {
  const t = useTranslate()
  const pool = usePoolCard()
  const paid = pool ? { cardId: pool.cardId } : {}
  const read = useReadPages(rewardsMine, paid, ({ nextBefore }) =>
    nextBefore === null ? null : { ...paid, before: nextBefore },
  )
  const [leaving, setLeaving] = useState<ExchangeView | null>(null)
  const [sending, setSending] = useState<ExchangeView | null>(null)
  const { pages, refusal, loading, at, moreFailed } = read
  usePullDownRefresh(() => void afterPull(read))
  useReachBottom(read.more)
  const retry = () => void read.again()
  const [head] = pages
  const exchanges = pages.flatMap((page) => page.exchanges)
  const done = () => {
    setLeaving(null)
    setSending(null)
    retry()
  }
  return (
    <Screen
      back
      title={t('exchanges.title')}
      over={
        <>
          {leaving && <CancelSheet exchange={leaving} paid={paid} onDone={done} onClose={() => setLeaving(null)} />}
          {sending && <SendSheet exchange={sending} onDone={done} onClose={() => setSending(null)} />}
        </>
      }
    >
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!head && !refusal && <Skeleton className="exchanges__waiting" />}
      {head && exchanges.length === 0 && (
        <PageState
          picture="slip"
          title={t('exchanges.empty')}
          body={t('exchanges.empty.body')}
          action={{ label: t('mall.title'), onPress: () => openTab('mall') }}
        />
      )}
      {head && exchanges.length > 0 && (
        <View className="exchanges">
          {refusal && !moreFailed && <ReadStale refusal={refusal} at={at} onRetry={retry} />}
          {exchanges.some(({ state }) => state.code === 'to-pick-up') && <ShowCode />}
          <View className="card exchanges__list">
            {exchanges.map((one) => (
              <Row
                key={one.exchangeNo}
                exchange={one}
                now={head.serverAt}
                onCancel={head.cancellable && !one.prize ? () => setLeaving(one) : undefined}
                onSend={one.maySend ? () => setSending(one) : undefined}
              />
            ))}
          </View>
          {moreFailed && (
            <Notice
              kind="danger"
              text={t('state.error.title')}
              action={{ id: 'exchanges-more', label: t('action.retry'), onPress: read.more }}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

function ShowCode() {
  const t = useTranslate()
  return (
    <View className="card exchanges__code">
      <View className="s1 c-ink-2 exchanges__how">{t('exchanges.how')}</View>
      <Button id="exchanges-code" icon="code" label={t('exchanges.code')} onPress={() => open('code')} />
    </View>
  )
}

type RowProps = {
  exchange: ExchangeView
  now: Instant
  onCancel: (() => void) | undefined
  onSend: (() => void) | undefined
}

function Row({ exchange, now, onCancel, onSend }: RowProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { name, count, state, points, exchangeNo } = exchange
  const waits = state.code === 'to-pick-up' || state.code === 'to-send'
  const words = inLanguage(name, language)
  return (
    <ListRow
      id={`exchange-${exchangeNo}`}
      icon="gift"
      tile="brand"
      height={66}
      title={count === 1 ? words : `${words} × ${count}`}
      note={stateWords(exchange, now, language)}
      end={
        <View className="exchanges__end">
          <View className="num w600">{exchange.prize ? t('exchanges.prize') : changeText(-points)}</View>
          {onSend && (
            <Button id={`send-${exchangeNo}`} kind="text" size={32} label={t('exchanges.send')} onPress={onSend} />
          )}
          {waits && onCancel && (
            <Button
              id={`cancel-${exchangeNo}`}
              kind="text"
              size={32}
              label={t('exchanges.cancel')}
              onPress={onCancel}
            />
          )}
        </View>
      }
    />
  )
}
