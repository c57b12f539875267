import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { shopWelcome } from '@shared/shop/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { frame } from '@/kit/frame'
import { useTranslate } from '@/kit/i18n'
import { JoinGifts } from './JoinGifts'
import { TermsSheet } from './TermsSheet'
import type { useJoin } from './useJoin'
import './JoinLanding.scss'

type Welcome = OutputOf<typeof shopWelcome>

/** What a visitor sees: what there is to get, in figures; an unticked box; one button. */
export function JoinLanding({
  welcome,
  join,
  onJoined,
}: {
  welcome: Welcome
  join: ReturnType<typeof useJoin>
  onJoined: () => void
}) {
  const t = useTranslate()
  const [needed, setNeeded] = useState(false)
  const { statusBar, bar } = frame()
  const submit = async () => {
    if (!join.agreed) return setNeeded(true)
    if (await join.join()) onJoined()
  }
  return (
    <View
      className="join"
      style={{ minHeight: `calc(100vh - ${statusBar + bar + 32}px - env(safe-area-inset-bottom))` }}
    >
      <View className="join__hero" />
      <View className="join__head">
        {welcome.shop.storeName && (
          <View className="join__store s1">
            <Icon name="pin" size={15} className="join__pin" />
            {welcome.shop.storeName}
          </View>
        )}
        <View className="join__title">{t('join.title', { shop: welcome.shop.name })}</View>
        <View className="join__free b1">{t('join.free')}</View>
      </View>
      <JoinGifts welcome={welcome} />
      <Input
        id="join-name"
        className="join__name b1"
        placeholderClass="c-ink-3"
        placeholder={t('join.name')}
        maxlength={40}
        value={join.name}
        onInput={(event) => join.setName(event.detail.value)}
      />
      <View className="join__foot">
        {join.refusal && (
          <Notice kind="danger" text={join.refusal.message || t('state.network.body')} className="join__refusal" />
        )}
        <Consent join={join} needed={needed && !join.agreed} />
        <Button
          id="join-button"
          size={52}
          label={t('join.button')}
          busyLabel={t('join.busy')}
          busy={join.busy}
          className="join__button"
          onPress={() => void submit()}
        />
      </View>
    </View>
  )
}

function Consent({ join, needed }: { join: ReturnType<typeof useJoin>; needed: boolean }) {
  const t = useTranslate()
  return (
    <View>
      <View className="join__consent">
        <Pressable
          id="join-consent"
          role="checkbox"
          checked={join.agreed}
          label={`${t('join.consent.before')}${t('join.terms')}${t('join.privacy')}`}
          className="join__box"
          onPress={() => join.setAgreed(!join.agreed)}
        >
          <View className={`join__radio ${join.agreed ? 'join__radio--on' : ''}`}>
            {join.agreed && <Icon name="check" size={15} />}
          </View>
        </Pressable>
        <View className="grow s1 c-ink-2">
          <Text>{t('join.consent.before')}</Text>
          <Pressable
            id="join-terms"
            role="link"
            label={`${t('join.terms')}${t('join.privacy')}`}
            className="join__link"
            onPress={() => join.setTermsOpen(true)}
          >
            {t('join.terms')}
            {t('join.privacy')}
          </Pressable>
        </View>
      </View>
      {needed && <View className="s1 c-danger join__needed">{t('join.needConsent')}</View>}
    </View>
  )
}

/** The terms stand over the whole page, so the page hands them to its screen. */
export function JoinTerms({ welcome, join }: { welcome: Welcome; join: ReturnType<typeof useJoin> }) {
  return join.termsOpen ? <TermsSheet terms={welcome.terms} onClose={() => join.setTermsOpen(false)} /> : null
}
