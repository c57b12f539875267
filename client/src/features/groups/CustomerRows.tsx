import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { useCustomers } from './useCustomers'

type List = ReturnType<typeof useCustomers>
type Props = { list: List; ofGroup: boolean; onChoose: (customer: NonNullable<List['rows']>[number]) => void }

/** Customers of a list: name, tier, where they stand and came from, and how many orders were closed. */
export function CustomerRows({ list: { rows, refusal, loading, again }, ofGroup, onChoose }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  if (refusal) return <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />
  if (rows?.length === 0)
    return ofGroup ? (
      <PageState picture="slip" title={t('funnel.group.empty')} body={t('funnel.group.empty.body')} />
    ) : (
      <PageState picture="slip" title={t('funnel.empty')} body={t('funnel.empty.body')} />
    )
  return (
    <View className="card">
      {(rows ?? []).map((customer) => {
        const { accountId, memberNo, name, tier, stage, origin, orders } = customer
        const from = t(`funnel.from.${origin}`)
        return (
          <ListRow
            key={accountId}
            id={`customer-${memberNo}`}
            height={66}
            title={`${name ?? t('funnel.nameless', { no: memberNo })} · ${inLanguage(tier, language)}`}
            note={stage ? t('funnel.row', { stage: inLanguage(stage, language), from }) : from}
            value={t('funnel.row.orders', { n: orders })}
            onPress={() => onChoose(customer)}
          />
        )
      })}
    </View>
  )
}
