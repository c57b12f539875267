import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { trainingAnswer, type trainingRead } from '@shared/training/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import './Training.scss'

type Piece = OutputOf<typeof trainingRead>
type Questions = NonNullable<Piece['quiz']>
type Judged = OutputOf<typeof trainingAnswer>

/** The quiz of a piece. Answers are judged in the cloud; the phone learns which were not right, and never which would be. */
export function Quiz({ piece, quiz, onChange }: { piece: Piece; quiz: Questions; onChange: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(trainingAnswer)
  const [chosen, setChosen] = useState<{ [questionId: string]: string }>({})
  const [judged, setJudged] = useState<Judged | null>(null)
  const left = quiz.questions.filter(({ id }) => !chosen[id]).length
  const done = piece.passedAt !== null
  const choose = (questionId: string, optionId: string) => {
    setChosen({ ...chosen, [questionId]: optionId })
    if (judged) setJudged({ ...judged, wrong: judged.wrong.filter((one) => one !== questionId) })
  }
  const handIn = async () => {
    const answers = Object.entries(chosen).map(([questionId, optionId]) => ({ questionId, optionId }))
    const answer = await run({ pieceId: piece.id, version: piece.version, answers })
    if (answer?.ok) setJudged(answer.value)
    if (answer && (answer.ok ? answer.value.passed : answer.refusal.code === 'training_changed')) onChange()
  }
  return (
    <View>
      <View className="training__head">
        <View className="b1 w600">{t('training.quiz')}</View>
        <View className="s1 c-ink-3 num">
          {piece.passedAt
            ? t('training.passedAt', { date: shortDay(dayOf(piece.passedAt), language) })
            : t('training.quiz.mark', { of: quiz.questions.length, n: quiz.passMark })}
        </View>
      </View>
      {judged && <Result judged={judged} />}
      <View className="card">
        {quiz.questions.map(({ id, text, options }) => (
          <View key={id} className="training__question">
            <View className="b1 w500">{inLanguage(text, language)}</View>
            {judged?.wrong.includes(id) && (
              <View id={`wrong-${id}`} className="s1 c-danger training__wrong">
                {t('training.wrong')}
              </View>
            )}
            {options.map((option) => (
              <Pressable
                key={option.id}
                id={`option-${id}-${option.id}`}
                role="radio"
                checked={chosen[id] === option.id}
                label={inLanguage(option.text, language)}
                disabled={busy || done}
                className="training__option"
                onPress={() => choose(id, option.id)}
              >
                <View className="training__pick">
                  <Pick on={chosen[id] === option.id} disabled={done} />
                </View>
                <View className="grow b1">{inLanguage(option.text, language)}</View>
              </Pressable>
            ))}
          </View>
        ))}
      </View>
      {!done && (
        <BottomBar>
          {refusal && (
            <Notice kind="danger" text={refusal.message || t('training.unheard')} className="training__notice" />
          )}
          <Button
            id="training-submit"
            size={52}
            label={left > 0 ? t('training.submit.left', { n: left }) : t('training.submit')}
            busyLabel={t('training.submit.busy')}
            busy={busy}
            disabled={left > 0}
            onPress={() => void handIn()}
          />
        </BottomBar>
      )}
    </View>
  )
}

function Result({ judged: { passed, right, of } }: { judged: Judged }) {
  const t = useTranslate()
  const words = passed ? t('training.passed', { n: right, of }) : t('training.failed', { n: right, of })
  return <Notice kind={passed ? 'info' : 'danger'} text={words} className="training__notice" />
}
