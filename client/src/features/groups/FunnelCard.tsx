import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { groupsBoard } from '@shared/groups/contract'
import { Pressable } from '@/components/Pressable'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import './Funnel.scss'

export type Board = OutputOf<typeof groupsBoard>
type Stage = Board['stages'][number]

/** The steps of the funnel with how many stand at each; tapping one lists them. */
export function FunnelCard({ stages, onChoose }: { stages: Board['stages']; onChoose: (stageId: string) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const total = stages.reduce((sum, { customers }) => sum + customers, 0)
  const most = Math.max(1, ...stages.map(({ customers }) => customers))
  return (
    <View className="card funnel__card">
      <View className="funnel__head">
        <View className="h3">{t('funnel.title')}</View>
        <View className="s1 c-ink-3 num">{t('funnel.total', { n: countText(total) })}</View>
      </View>
      {stages.map((stage) => {
        const name = inLanguage(stage.name, language)
        const rule = ruleWords(stage, t)
        return (
          <Pressable
            key={stage.id}
            id={`stage-${stage.id}`}
            label={`${name}，${rule}，${stage.customers} ${t('funnel.people')}`}
            className="funnel__step"
            onPress={() => onChoose(stage.id)}
          >
            <View className="row between">
              <View className="row">
                <View className="b1 w500">{name}</View>
                <View className="s1 c-ink-3 funnel__rule">{rule}</View>
              </View>
              <View className="num funnel__figure">{countText(stage.customers)}</View>
            </View>
            <View className="funnel__bar">
              <View className="funnel__fill" style={{ width: `${Math.round((stage.customers / most) * 100)}%` }} />
            </View>
          </Pressable>
        )
      })}
    </View>
  )
}

function ruleWords({ fromOrders, asked }: Stage, t: Translate): string {
  if (fromOrders !== null) return t('funnel.orders', { n: fromOrders })
  return t(asked ? 'funnel.asked' : 'funnel.visited')
}
