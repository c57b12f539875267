import { View } from '@tarojs/components'
import { trainingList } from '@shared/training/contract'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { dueWords } from '@/features/training/stateWords'
import { useAsk } from '@/kit/ask'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import '@/i18n/duties'
import '@/i18n/staff'
import './till.scss'

/** What the employee has to read and answer: what is not done stands first. */
export default function TrainingPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { value, refusal, loading, again } = useAsk(trainingList, {})
  return (
    <Screen back title={t('training.title')}>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {value?.pieces.length === 0 && (
        <PageState picture="slip" title={t('training.empty')} body={t('training.empty.body')} />
      )}
      {value && value.pieces.length > 0 && (
        <View className="till">
          <View className="s1 c-ink-2 till__notice">{t('training.intro')}</View>
          <View className="card">
            {value.pieces.map((piece) => (
              <ListRow
                key={piece.id}
                id={`piece-${piece.id}`}
                icon={piece.state === 'done' ? 'check-circle' : 'receipt'}
                tile={piece.overdue ? 'warn' : 'brand'}
                height={66}
                title={inLanguage(piece.title, language)}
                note={dueWords(piece, t, language)}
                value={t(`training.${piece.state}`)}
                onPress={() => open('trainingPiece', { piece: piece.id })}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}
