import { Image, View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { trainingRead, trainingReceipt } from '@shared/training/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Quiz } from '@/features/training/Quiz'
import { dueWords } from '@/features/training/stateWords'
import { useAsk } from '@/kit/ask'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { shortDay } from '@/kit/time'
import '@/features/training/Training.scss'
import '@/i18n/duties'
import '@/i18n/staff'
import './till.scss'

type Piece = OutputOf<typeof trainingRead>

/** One piece: its sections, the receipt, and its quiz once it was read. */
export default function TrainingPiecePage() {
  const t = useTranslate()
  const language = useLanguage()
  const { piece: pieceId = '' } = useParams()
  const { value, refusal, loading, slow, again } = useAsk(trainingRead, { pieceId })
  return (
    <Screen back title={value ? inLanguage(value.title, language) : t('training.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {!value && slow && <Skeleton className="till__waiting" />}
      {value && <Reading piece={value} onChange={() => void again()} />}
    </Screen>
  )
}

function Reading({ piece, onChange }: { piece: Piece; onChange: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const due = dueWords(piece, t, language)
  return (
    <View className="till">
      {due && piece.state !== 'done' && (
        <Notice kind={piece.overdue ? 'danger' : 'info'} text={due} className="training__notice" />
      )}
      <View className="card">
        {piece.sections.map(({ heading, text, picture }, index) => (
          <View key={index} className="training__section">
            {heading && <View className="b1 w600 training__heading">{inLanguage(heading, language)}</View>}
            <View className="b1 c-ink-2">{inLanguage(text, language)}</View>
            {picture && <Image src={picture} mode="widthFix" className="training__picture" />}
          </View>
        ))}
      </View>
      {piece.quiz && piece.readAt && <Quiz key={piece.version} piece={piece} quiz={piece.quiz} onChange={onChange} />}
      {!piece.readAt && <Receipt piece={piece} onDone={onChange} />}
      {piece.readAt && !piece.quiz && (
        <View className="s1 c-ink-3 till__after">
          {t('training.readAt', { date: shortDay(dayOf(piece.readAt), language) })}
        </View>
      )}
    </View>
  )
}

function Receipt({ piece, onDone }: { piece: Piece; onDone: () => void }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(trainingReceipt)
  const confirm = async () => {
    const answer = await run({ pieceId: piece.id, version: piece.version })
    // What changed meanwhile is read anew.
    if (answer && (answer.ok || answer.refusal.code === 'training_changed')) onDone()
  }
  return (
    <>
      {piece.quiz && <View className="s1 c-ink-3 till__after">{t('training.quiz.first')}</View>}
      <BottomBar>
        {refusal && (
          <Notice kind="danger" text={refusal.message || t('training.unheard')} className="training__notice" />
        )}
        <Button
          id="training-receipt"
          size={52}
          icon="check"
          label={t('training.receipt')}
          busyLabel={t('training.receipt.busy')}
          busy={busy}
          onPress={() => void confirm()}
        />
      </BottomBar>
    </>
  )
}
