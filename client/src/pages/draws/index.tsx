import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { drawsAll } from '@shared/draws/contract'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { stateWords } from '@/features/draws/stateWords'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { afterPull, useRead } from '@/kit/read'
import '@/i18n/draws'
import './draw.scss'

/** The draws that there are. */
export default function DrawsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const read = useRead(drawsAll, {})
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  const { value, refusal } = read
  return (
    <Screen back title={t('draws.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={retry} />}
      {!value && !refusal && read.slow && <Skeleton className="draw__waiting" />}
      {value?.draws.length === 0 && <PageState picture="slip" title={t('draws.empty')} body={t('draws.empty.body')} />}
      {value && value.draws.length > 0 && (
        <View className="page-pad">
          {refusal && <ReadStale refusal={refusal} at={read.at} onRetry={retry} />}
          <View className="card">
            {value.draws.map((draw) => (
              <ListRow
                key={draw.drawId}
                id={`draw-${draw.drawId}`}
                icon="gift"
                tile="brand"
                height={66}
                title={inLanguage(draw.name, language)}
                note={stateWords(draw, value.serverAt, { t, language })}
                {...(draw.chances > 0 ? { value: t('draws.chances', { n: countText(draw.chances) }) } : {})}
                onPress={() => open('draw', { draw: draw.drawId })}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}
