import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'

const steps = ['card.reissue.go', 'card.reissue.check', 'card.reissue.get'] as const

/** How a frozen card is replaced, step by step. */
export function ReissueSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  return (
    <Sheet title={t('card.reissue.title')} onClose={onClose}>
      <View className="card-sheet__steps">
        {steps.map((step, index) => (
          <View key={step} className="card-sheet__step">
            <View className="num w600 card-sheet__step-no">{index + 1}</View>
            <View className="grow b1">{t(step)}</View>
          </View>
        ))}
      </View>
      <Button id="reissue-known" label={t('card.reissue.known')} onPress={onClose} />
    </Sheet>
  )
}
