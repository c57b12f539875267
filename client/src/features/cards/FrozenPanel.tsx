import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { useTranslate } from '@/kit/i18n'

/** In place of the code while the card is reported lost: that it is, that nothing is gone, and the way to a new one. */
export function FrozenPanel(props: { busy: boolean; onReissue: () => void; onRefresh: () => void }) {
  const { busy, onReissue, onRefresh } = props
  const t = useTranslate()
  const [title, body] = [t('card.frozen'), t('card.frozen.body')]
  return (
    <View id="frozen-panel" className="code__frozen">
      <View className="code__frozen-mark">
        <Icon name="lock" size={36} />
      </View>
      <Region role="status" live="polite" label={`${title}，${body}`}>
        <View className="h2 code__frozen-title">{title}</View>
        <View className="b1 code__why">{body}</View>
      </Region>
      <Button id="code-reissue" kind="soft" label={t('card.reissue')} className="code__retry" onPress={onReissue} />
      <Button
        id="code-reissued"
        kind="text"
        size={44}
        label={t('card.frozen.again')}
        busy={busy}
        className="code__again"
        onPress={onRefresh}
      />
    </View>
  )
}
