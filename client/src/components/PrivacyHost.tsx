import { View } from '@tarojs/components'
import { useTranslate } from '@/kit/i18n'
import { agreeButtonId, answerPrivacy, readPrivacyGuide, usePrivacy } from '@/kit/privacy'
import { Button } from './Button'
import { ListRow } from './ListRow'
import { Sheet } from './Sheet'
import { WechatButton } from './WechatButton'
import './PrivacyHost.scss'

/** WeChat's question about its privacy guide, on any page that does not ask it in words of its own. */
export function PrivacyHost() {
  const t = useTranslate()
  const asking = usePrivacy((privacy) => privacy.asking)
  if (process.env.TARO_ENV !== 'weapp' || !asking) return null
  const decline = () => void answerPrivacy(false)
  return (
    <Sheet title={t('privacy.title')} onClose={decline}>
      <View className="b1 c-ink-2">{t('privacy.body')}</View>
      <View className="privacy__guide">
        <ListRow title={t('join.sheet.wechat')} onPress={readPrivacyGuide} />
      </View>
      <WechatButton
        id={agreeButtonId}
        asks="privacy"
        label={t('privacy.agree')}
        onAnswer={() => void answerPrivacy(true)}
      />
      <Button kind="text" size={44} label={t('privacy.decline')} onPress={decline} />
    </Sheet>
  )
}
