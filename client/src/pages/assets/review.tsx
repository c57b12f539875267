import { View } from '@tarojs/components'
import { actsOrder } from '@shared/acts/contract'
import { dayOf } from '@shared/kit/time'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { ReviewForm, ReviewGiven } from '@/features/acts/ReviewForm'
import { moneyText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { useRead } from '@/kit/read'
import { dayWords } from '@/kit/time'
import './review.scss'

/** An order with the member's review of it, or the way to give one. */
export default function ReviewPage() {
  const t = useTranslate()
  const language = useLanguage()
  const entryId = useParams().entry ?? ''
  const read = useRead(actsOrder, { entryId })
  const { value, refusal } = read
  const retry = () => void read.again()
  return (
    <Screen back title={t('review.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={retry} />}
      {!value && !refusal && read.slow && <Skeleton className="review__waiting" />}
      {value && (
        <View className="page-pad review">
          <View className="d2 num">{moneyText(value.order.amountFen, true)}</View>
          <View className="s1 c-ink-2">
            {[dayWords(dayOf(value.order.at), value.serverAt, language), value.order.storeName]
              .filter(Boolean)
              .join(' · ')}
          </View>
          {value.review ? <ReviewGiven review={value.review} /> : <ReviewForm order={value} onDone={retry} />}
        </View>
      )}
    </Screen>
  )
}
