import { View } from '@tarojs/components'
import type { CustomerStanding } from '@shared/groups/contract'
import { ListRow } from '@/components/ListRow'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'

/** At which step and in which groups a customer stands, and the way to change that. */
export function MemberGroups({ standing, onOpen }: { standing: CustomerStanding | null; onOpen: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  if (!standing || (!standing.copy && !standing.cut && !standing.stage)) return null
  const { stage, groups } = standing
  return (
    <View className="card till__card">
      <ListRow
        id="customer-groups"
        icon="people"
        title={stage ? inLanguage(stage.name, language) : t('groups.row')}
        value={groups.map(({ name }) => name).join('、') || t('groups.row.none')}
        onPress={onOpen}
      />
    </View>
  )
}
