import { View } from '@tarojs/components'
import { homeRead, membersRename } from '@shared/members/contract'
import { LineSheet } from '@/components/LineSheet'
import { ListRow } from '@/components/ListRow'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { keepReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import './NameSheet.scss'

/** Asks for nothing: a member without a name may give one. */
export function NameRow({ onPress }: { onPress: () => void }) {
  const t = useTranslate()
  return (
    <View className="card name-row">
      <ListRow
        id="welcome-name"
        icon="person"
        tile="brand"
        height={66}
        title={t('name.title')}
        note={t('name.why')}
        value={t('name.fill')}
        onPress={onPress}
      />
    </View>
  )
}

export function NameSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const rename = useCommand(membersRename)
  const save = async (name: string) => {
    const answer = await rename.run({ name })
    if (!answer?.ok) return
    await queryClient.cancelQueries({ queryKey: [homeRead.name] })
    keepReply(homeRead, {}, answer.value)
    queryClient.setQueryData([homeRead.name, {}], answer.value)
    toast(t('name.saved'))
    onClose()
  }
  return (
    <LineSheet
      title={t('name.title')}
      field={{ id: 'name-text', label: t('name.why'), placeholder: t('name.placeholder'), maxLength: 40 }}
      button={{ id: 'name-save', label: t('name.save'), busyLabel: t('name.busy') }}
      busy={rename.busy}
      fault={rename.refusal && (rename.refusal.message || t('state.network.body'))}
      onSend={(name) => void save(name)}
      onClose={onClose}
    />
  )
}
