import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { drawsMine } from '@shared/draws/contract'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { afterPull } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import { momentWords } from '@/kit/time'
import '@/i18n/draws'
import './draw.scss'

/** What I have drawn, each with the way to check it. */
export default function MyDrawsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const read = useReadPages(drawsMine, {}, ({ nextBefore }) => (nextBefore === null ? null : { before: nextBefore }))
  const { pages, refusal, loading, at } = read
  usePullDownRefresh(() => void afterPull(read))
  useReachBottom(read.more)
  const retry = () => void read.again()
  const [head] = pages
  const results = pages.flatMap((page) => page.results)
  return (
    <Screen back title={t('draw.mine')}>
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!head && !refusal && <Skeleton className="draw__waiting" />}
      {head && results.length === 0 && (
        <PageState picture="slip" title={t('mydraws.empty')} body={t('mydraws.empty.body')} />
      )}
      {head && results.length > 0 && (
        <View className="page-pad">
          {refusal && <ReadStale refusal={refusal} at={at} onRetry={retry} />}
          <View className="card">
            {results.map(({ roundId, number, place, prize, isPrize, at: drawnAt }) => (
              <ListRow
                key={`${roundId} ${number}`}
                id={`mine-${roundId}-${number}`}
                icon={isPrize ? 'gift' : 'sparkle'}
                tile="brand"
                height={66}
                title={inLanguage(prize, language)}
                note={`${momentWords(drawnAt, head.serverAt, language)} · ${t('mydraws.number', { n: number, place })}`}
                onPress={() => open('drawProof', { round: roundId, number: String(number) })}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}
