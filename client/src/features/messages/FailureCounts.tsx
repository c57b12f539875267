import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { messagesFailures } from '@shared/messages/failures-contract'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'

/** How many are still to be sent, how many wait for a manager, and which ways do not get through just now. */
export function FailureCounts({ board }: { board: OutputOf<typeof messagesFailures> }) {
  const { planned, waiting, retrying } = board
  const t = useTranslate()
  const tried = retrying.reduce((sum, { count }) => sum + count, 0)
  const ways = retrying.flatMap(({ channel }) => (channel ? [t(`sending.${channel}`)] : []))
  return (
    <>
      <View className="card manager__card">
        <ListRow title={t('sending.waiting')} value={countText(planned)} />
        <ListRow title={t('sending.trouble')} value={countText(waiting.reduce((sum, { count }) => sum + count, 0))} />
      </View>
      {tried > 0 && (
        <Notice
          kind="accent"
          className="manager__notice"
          text={t('sending.retrying', { n: countText(tried), ways: ways.join(t('sending.and')) })}
        />
      )}
    </>
  )
}
