import { useState } from 'react'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Tabs } from '@/components/Tabs'
import { WaysToEarn } from '@/features/acts/WaysToEarn'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { Lots } from '@/features/points/Lots'
import { Months } from '@/features/points/Months'
import { PointsHead } from '@/features/points/PointsHead'
import { PointsSkeleton } from '@/features/points/PointsSkeleton'
import { useStatement, type Filter } from '@/features/points/useStatement'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import './points.scss'

const expiring = ['points-expiring'] as const
const tabs = ['statement', 'earn'] as const
const filters: readonly Filter[] = ['all', 'earned', 'used', 'expiring']

/** The balance and every movement that made it. */
export default function PointsPage() {
  const t = useTranslate()
  const statement = useStatement()
  const [tab, setTab] = useState<(typeof tabs)[number]>(useParams().tab === 'earn' ? 'earn' : 'statement')
  const { head, filter, setFilter, refusal, loading, again, moreFailed, at } = statement
  usePullDownRefresh(() => void afterPull(statement))
  useReachBottom(() => tab === 'statement' && statement.more())
  const retry = () => void again()
  return (
    <Screen back title={t('points.title')}>
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!head && !refusal && <PointsSkeleton />}
      {head && (
        <View className="points">
          {refusal && !moreFailed && (
            <View className="points__stale">
              <ReadStale refusal={refusal} at={at} onRetry={retry} />
            </View>
          )}
          <PointsHead
            head={head}
            onExpiring={() => {
              setTab('statement')
              setFilter('expiring')
            }}
          />
          {head.expiring.length > 0 && <ReminderRow topics={expiring} className="points__reminder" />}
          <View className="points__tabs">
            <Tabs
              tabs={tabs.map((value) => ({ value, label: t(`earn.tab.${value}`) }))}
              chosen={tab}
              onChoose={setTab}
            />
          </View>
          {tab === 'earn' && (
            <View className="points__list">
              <WaysToEarn />
            </View>
          )}
          {tab === 'statement' && (
            <View className="points__chips">
              <Chips
                chips={filters.map((value) => ({ value, label: t(`points.filter.${value}`) }))}
                chosen={filter}
                onChoose={setFilter}
              />
            </View>
          )}
          {tab === 'statement' && (
            <View className="points__list">
              {filter === 'expiring' ? <Lots head={head} /> : <Entries statement={statement} />}
            </View>
          )}
        </View>
      )}
    </Screen>
  )
}

function Entries({ statement }: { statement: ReturnType<typeof useStatement> }) {
  const t = useTranslate()
  const { head, filter, months, tierNames, hasMore, moreFailed, more } = statement
  if (!head) return null
  if (months.length === 0) return <Nothing filter={filter} />
  return (
    <>
      <Months
        months={months}
        now={head.serverAt}
        tierNames={tierNames}
        onOrder={(entry) => open('review', { entry })}
      />
      {moreFailed ? (
        <View className="points__end">
          <View className="s1 c-ink-2">{t('points.more.failed')}</View>
          <Button
            id="points-more"
            kind="soft"
            size={32}
            label={t('action.retry')}
            className="points__retry"
            onPress={more}
          />
        </View>
      ) : (
        <View className="points__end s1 c-ink-3">{t(hasMore ? 'points.more' : 'points.end')}</View>
      )}
    </>
  )
}

function Nothing({ filter }: { filter: Filter }) {
  const t = useTranslate()
  const title =
    filter === 'earned' ? t('points.empty.earned') : filter === 'used' ? t('points.empty.used') : t('points.empty')
  return <PageState inline picture="slip" title={title} body={t('points.empty.body')} />
}
