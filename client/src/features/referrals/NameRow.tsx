import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { useTranslate } from '@/kit/i18n'
import type { Link } from './useReferrals'

/** Whether friends read the member's whole name; masked until the member wishes otherwise. */
export function NameRow({ link, busy, onChange }: { link: Link; busy: boolean; onChange: (shown: boolean) => void }) {
  const t = useTranslate()
  const { nameShown, name } = link
  if (name === null) return null
  return (
    <Pressable
      id="referral-name"
      role="switch"
      label={t('referral.name.show')}
      checked={nameShown}
      disabled={busy}
      className="card referral__name"
      onPress={() => onChange(!nameShown)}
    >
      <View className="grow">
        <View className="b1">{t('referral.name.show')}</View>
        {!nameShown && <View className="s1 c-ink-3">{t('referral.name.note', { name })}</View>}
      </View>
      <Switch on={nameShown} />
    </Pressable>
  )
}
