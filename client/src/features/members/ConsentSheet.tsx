import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import type { Document } from '@/components/Consent'
import { ListRow } from '@/components/ListRow'
import { Rich } from '@/components/Rich'
import { Sheet } from '@/components/Sheet'
import { WechatButton } from '@/components/WechatButton'
import { useTranslate } from '@/kit/i18n'
import { agreeButtonId, readPrivacyGuide } from '@/kit/privacy'
import type { Welcome } from './useWelcome'

const weapp = process.env.TARO_ENV === 'weapp'

/** Why the shop asks, and what exactly is accepted, each text in its version; agreeing and declining stand side by side. */
export function ConsentSheet(props: {
  welcome: Welcome
  onRead: (document: Document) => void
  onAgree: () => void
  onDecline: () => void
}) {
  const t = useTranslate()
  const { welcome, onRead, onAgree, onDecline } = props
  const { termsVersion, privacyVersion } = welcome.terms
  const agree = t('join.sheet.agree')
  return (
    <Sheet title={t('join.sheet')} onClose={onDecline}>
      <View className="c-ink-2 join__why">
        <Rich text={t(welcome.phone.needed ? 'join.sheet.body.phone' : 'join.sheet.body')} />
      </View>
      <View className="join__texts">
        <ListRow
          id="consent-terms"
          height={52}
          title={t('join.terms')}
          value={t('join.sheet.version', { version: termsVersion })}
          onPress={() => onRead('terms')}
        />
        <ListRow
          id="consent-privacy"
          height={52}
          title={t('join.privacy')}
          value={t('join.sheet.version', { version: privacyVersion })}
          onPress={() => onRead('privacy')}
        />
        {weapp && <ListRow height={52} title={t('join.sheet.wechat')} onPress={readPrivacyGuide} />}
      </View>
      <View className="s1 c-ink-3 join__note">{t('join.sheet.note')}</View>
      {weapp ? (
        <WechatButton id={agreeButtonId} asks="privacy" label={agree} className="join__agree" onAnswer={onAgree} />
      ) : (
        <Button id={agreeButtonId} size={52} label={agree} className="join__agree" onPress={onAgree} />
      )}
      <Button
        id="consent-decline"
        kind="text"
        size={44}
        label={t('join.sheet.decline')}
        className="join__decline"
        onPress={onDecline}
      />
    </Sheet>
  )
}
