import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { groupsBoard, groupsOfMember } from '@shared/groups/contract'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { CustomerRows } from '@/features/groups/CustomerRows'
import { EditGroup } from '@/features/groups/EditGroup'
import { FilterSheet, noFilters, orderSpans, type Filters } from '@/features/groups/FilterSheet'
import { FunnelCard, type Board } from '@/features/groups/FunnelCard'
import { GroupsSheet } from '@/features/groups/GroupsSheet'
import { MakeGroup } from '@/features/groups/MakeGroup'
import { useCustomers, type CustomersOf } from '@/features/groups/useCustomers'
import { useAsk } from '@/kit/ask'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import '@/features/groups/Funnel.scss'
import '@/i18n/duties'

/** Where customers stand, from the first visit to the regular guest, who they are, and the groups they are sorted into. */
export default function FunnelPage() {
  const t = useTranslate()
  const { value, refusal, loading, slow, again } = useAsk(groupsBoard, {})
  if (value && value.stages.length > 0) return <Customers board={value} onChange={() => void again()} />
  return (
    <Screen back title={t('funnel.title')}>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {!value && slow && <Skeleton className="funnel__waiting" />}
      {value && <PageState picture="slip" title={t('funnel.none')} body={t('funnel.none.body')} />}
    </Screen>
  )
}

/** What is listed: a step or everybody, with filters, or a group. */
type Choice = { stage: string; groupId: string | null; filters: Filters }

function Customers({ board, onChange }: { board: Board; onChange: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [choice, setChoice] = useState<Choice>({ stage: 'all', groupId: null, filters: noFilters })
  const [sheet, setSheet] = useState<'filter' | 'make' | 'edit' | null>(null)
  const [sorting, setSorting] = useState<string | null>(null)
  const list = useCustomers(customersOf(choice))
  useReachBottom(list.more)
  const stages = board.stages.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))
  const group = board.groups.find(({ groupId }) => groupId === choice.groupId)
  const choose = (stage: string) => setChoice({ ...choice, stage, groupId: null })
  return (
    <Screen
      back
      title={t('funnel.title')}
      over={
        <>
          {sheet === 'filter' && (
            <FilterSheet
              board={board}
              filters={choice.filters}
              onChange={(filters) => setChoice({ ...choice, filters, groupId: null })}
              onClose={() => setSheet(null)}
            />
          )}
          {sheet === 'make' && (
            <MakeGroup
              onDone={() => {
                setSheet(null)
                onChange()
              }}
              onClose={() => setSheet(null)}
            />
          )}
          {sheet === 'edit' && group && (
            <EditGroup
              group={group}
              onDone={(isGone) => {
                setSheet(null)
                if (isGone) setChoice({ ...choice, groupId: null })
                onChange()
              }}
              onClose={() => setSheet(null)}
            />
          )}
          {sorting && <Sorting accountId={sorting} onChange={onChange} onClose={() => setSorting(null)} />}
        </>
      }
    >
      <View className="funnel">
        <FunnelCard stages={board.stages} onChoose={choose} />
        {board.tags.copy && (
          <Groups
            board={board}
            onMake={() => setSheet('make')}
            onChoose={(groupId) => setChoice({ ...choice, groupId })}
          />
        )}
        <View className="funnel__heading">
          <View className="b1 w600">{group?.name ?? t('funnel.list')}</View>
          {group && (
            <Button
              id="group-edit"
              kind="soft"
              size={32}
              label={t('funnel.groups.edit')}
              onPress={() => setSheet('edit')}
            />
          )}
          {!group && board.filters.length > 0 && (
            <Button
              id="funnel-filter"
              kind="soft"
              size={32}
              label={t('funnel.filter')}
              onPress={() => setSheet('filter')}
            />
          )}
        </View>
        <View className="funnel__chips">
          <Chips
            inset
            chips={[{ value: 'all', label: t('funnel.all') }, ...stages]}
            chosen={group ? '' : choice.stage}
            onChoose={choose}
          />
        </View>
        <CustomerRows
          list={list}
          ofGroup={group !== undefined && group !== null}
          onChoose={({ accountId }) => setSorting(accountId)}
        />
      </View>
    </Screen>
  )
}

type GroupsProps = { board: Board; onMake: () => void; onChoose: (groupId: string) => void }

function Groups({ board, onMake, onChoose }: GroupsProps) {
  const t = useTranslate()
  return (
    <View className="card funnel__groups">
      {board.groups.map(({ groupId, name, customers }) => (
        <ListRow
          key={groupId}
          id={`board-${groupId}`}
          icon="people"
          title={name}
          value={t('funnel.groups.count', { n: countText(customers) })}
          onPress={() => onChoose(groupId)}
        />
      ))}
      <ListRow
        id="funnel-make"
        icon="person-add"
        title={t('funnel.groups.make')}
        {...(board.groups.length === 0 ? { note: t('funnel.groups.none') } : {})}
        height={board.groups.length === 0 ? 66 : 50}
        onPress={onMake}
      />
    </View>
  )
}

/** One customer's groups, as a manager sorts them. */
function Sorting({ accountId, onChange, onClose }: { accountId: string; onChange: () => void; onClose: () => void }) {
  const { value, again } = useAsk(groupsOfMember, { accountId })
  if (!value) return null
  const changed = () => {
    void again()
    onChange()
  }
  return <GroupsSheet customer={{ accountId }} standing={value} onChange={changed} onClose={onClose} />
}

function customersOf({ stage, groupId, filters }: Choice): CustomersOf {
  if (groupId !== null) return { by: 'group', groupId }
  const { tierId, origin, orders } = filters
  return {
    by: 'filters',
    ...(stage === 'all' ? {} : { stage }),
    ...(tierId === 'all' ? {} : { tierId }),
    ...(origin === 'all' ? {} : { origin }),
    ...orderSpans[orders],
  }
}
