import { View } from '@tarojs/components'
import { origins, type Origin } from '@shared/members/origin'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Sheet } from '@/components/Sheet'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Board } from './FunnelCard'
import './Funnel.scss'

export const orderSpans = {
  any: {},
  '0': { ordersTo: 0 },
  '1': { ordersFrom: 1, ordersTo: 1 },
  '2': { ordersFrom: 2, ordersTo: 5 },
  '6': { ordersFrom: 6 },
} as const
export type Filters = { tierId: string; origin: 'all' | Origin; orders: keyof typeof orderSpans }
export const noFilters: Filters = { tierId: 'all', origin: 'all', orders: 'any' }

type Props = { board: Board; filters: Filters; onChange: (filters: Filters) => void; onClose: () => void }

/** What the programme lets customers be filtered by: tier, source and closed orders. */
export function FilterSheet({ board, filters, onChange, onClose }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const all = { value: 'all' as const, label: t('funnel.all') }
  return (
    <Sheet title={t('funnel.filter')} onClose={onClose}>
      {board.filters.includes('tier') && (
        <>
          <View className="b1 w500 funnel__label">{t('funnel.filter.tier')}</View>
          <View className="funnel__chips">
            <Chips
              inset
              chips={[all, ...board.tiers.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))]}
              chosen={filters.tierId}
              onChoose={(tierId) => onChange({ ...filters, tierId })}
            />
          </View>
        </>
      )}
      {board.filters.includes('source') && (
        <>
          <View className="b1 w500 funnel__label">{t('funnel.filter.source')}</View>
          <View className="funnel__chips">
            <Chips
              inset
              chips={[all, ...origins.map((one) => ({ value: one, label: t(`funnel.from.${one}`) }))]}
              chosen={filters.origin}
              onChoose={(origin) => onChange({ ...filters, origin })}
            />
          </View>
        </>
      )}
      {board.filters.includes('orders') && (
        <>
          <View className="b1 w500 funnel__label">{t('funnel.filter.orders')}</View>
          <View className="funnel__chips">
            <Chips
              inset
              chips={(Object.keys(orderSpans) as Filters['orders'][]).sort(anyFirst).map((one) => ({
                value: one,
                label: t(`funnel.filter.orders.${one}`),
              }))}
              chosen={filters.orders}
              onChoose={(orders) => onChange({ ...filters, orders })}
            />
          </View>
        </>
      )}
      <Button id="filter-done" size={52} className="funnel__done" label={t('funnel.filter.done')} onPress={onClose} />
    </Sheet>
  )
}

/** Keys that are numbers come first in an object, whichever way it is written. */
function anyFirst(one: string, other: string): number {
  return Number(other === 'any') - Number(one === 'any') || Number(one) - Number(other)
}
