import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Consent } from '@/components/Consent'
import { Notice } from '@/components/Notice'
import { WechatButton } from '@/components/WechatButton'
import { useTranslate } from '@/kit/i18n'
import type { useJoin } from './useJoin'
import type { Welcome } from './useWelcome'

/** The box, the one button and the quiet ways beside it. */
export function JoinFoot({
  welcome,
  join,
  links,
}: {
  welcome: Welcome
  join: ReturnType<typeof useJoin>
  links: ReactNode
}) {
  const t = useTranslate()
  const { needed, byText } = welcome.phone
  return (
    <View className="join__foot">
      <Said welcome={welcome} join={join} />
      <Consent
        id="join-consent"
        before={t('join.consent.before')}
        checked={join.agreed}
        onToggle={join.toggle}
        onRead={join.read}
      />
      <Primary needed={needed} join={join} />
      <View className="join__links">
        {byText && (
          <Button
            id="join-other"
            kind="text"
            size={44}
            label={t(needed ? 'join.other' : 'join.typed')}
            className="join__way"
            onPress={join.type}
          />
        )}
        {links}
      </View>
    </View>
  )
}

function Primary({ needed, join }: { needed: boolean; join: ReturnType<typeof useJoin> }) {
  const t = useTranslate()
  const { enrol } = join
  const label = enrol.lost ? t('action.again') : t(needed ? 'join.phone' : 'join.plain')
  const icon = needed && !enrol.lost ? ({ icon: 'phone' } as const) : {}
  if (join.byWechat && !enrol.busy)
    return (
      <WechatButton
        id="join-phone"
        asks="phone"
        label={label}
        {...icon}
        className="join__button"
        onAnswer={join.phoneAnswered}
      />
    )
  return (
    <Button
      id="join-button"
      size={52}
      label={label}
      {...icon}
      busyLabel={t('join.busy')}
      busy={enrol.busy}
      className="join__button"
      onPress={join.press}
    />
  )
}

/** Why it has not come to joining yet, unless a sheet says so itself. */
function Said({ welcome, join }: { welcome: Welcome; join: ReturnType<typeof useJoin> }) {
  const t = useTranslate()
  const { refusal } = join.enrol
  if (join.sheet === 'typed') return null
  if (refusal) return <Notice kind="danger" text={refusal.message || t('join.lost')} className="join__refusal" />
  if (join.refusedByPhone)
    return (
      <Notice text={t(welcome.phone.byText ? 'join.phone.hand' : 'join.phone.refused')} className="join__refusal" />
    )
  return null
}
