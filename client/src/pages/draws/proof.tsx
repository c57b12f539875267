import { useState } from 'react'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { drawsResult } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { readRules } from '@shared/draws/rules'
import { addMilliseconds, dayOf } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Region } from '@/components/Region'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { receiptOf } from '@/features/draws/chances'
import { checkResult, type Checked } from '@/features/draws/checkResult'
import { wholeRound } from '@/features/draws/wholeRound'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { afterPull, useRead } from '@/kit/read'
import { momentWords, shortDay } from '@/kit/time'
import '@/i18n/draws'
import './draw.scss'

type Read = OutputOf<typeof drawsResult>

/** How fairness is proven, in three steps; with a number of one's own each shows its value and is worked out again here. */
export default function DrawProofPage() {
  const t = useTranslate()
  const { round = '', number, commitment = '' } = useParams()
  return (
    <Screen back title={t('proof.title')}>
      <View className="page-pad draw">
        {number ? (
          <Own roundId={round} number={Number(number)} />
        ) : (
          <Steps commitment={commitment} salt={null} checked={null} />
        )}
        {!number && <WholeRound roundId={round} />}
        <View className="s1 c-ink-3 draw__sheet-line">{t('proof.limits')}</View>
      </View>
    </Screen>
  )
}

function Own({ roundId, number }: { roundId: string; number: number }) {
  const t = useTranslate()
  const read = useRead(drawsResult, { roundId, number })
  const [checked, setChecked] = useState<Checked | null>(null)
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  const { value, refusal } = read
  if (!value)
    return refusal ? (
      <ReadFailed refusal={refusal} busy={read.loading} onRetry={retry} />
    ) : (
      <Skeleton className="draw__waiting" />
    )
  const work = () => setChecked(checkResult(value, receiptOf(roundId, number)))
  const copy = () => void Taro.setClipboardData({ data: JSON.stringify(value) }).then(() => toast(t('proof.copied')))
  return (
    <>
      {refusal && <ReadStale refusal={refusal} at={read.at} onRetry={retry} />}
      <Verdict read={value} checked={checked} />
      <Steps commitment={value.commitment} salt={value.result.salt} checked={checked} rules={value.rules} />
      {checked && <Checks checked={checked} />}
      {value.seed !== null && (
        <Button id="proof-go" size={52} label={checked ? t('proof.again') : t('proof.go')} onPress={work} />
      )}
      <Button id="proof-copy" kind="text" size={44} label={t('proof.copy')} onPress={copy} />
      {value.seed !== null && <WholeRound roundId={roundId} />}
    </>
  )
}

function Verdict({ read, checked }: { read: Read; checked: Checked | null }) {
  const t = useTranslate()
  const language = useLanguage()
  const { serverAt, seed, result } = read
  const rules = readRules(read.rules)
  const prize = rules?.prizes.find(({ id }) => id === result.prize)
  const name = prize ? inLanguage(prize.name, language) : result.prize
  const about = t('proof.at', { moment: momentWords(result.at, serverAt, language), prize: name })
  const closing = rules ? shortDay(dayOf(addMilliseconds(rules.until, -1)), language) : ''
  const holds = checked && checked.commitment && checked.result && checked.receipt !== false
  const kind = checked ? (holds ? 'ok' : 'bad') : 'wait'
  const title = checked ? (holds ? t('proof.ok') : t('proof.bad')) : seed === null ? t('proof.wait') : name
  return (
    <Region role="status" live="polite" label={`${title}，${about}`} className={`draw__verdict draw__verdict--${kind}`}>
      <Icon name={kind === 'bad' ? 'alert' : 'shield'} size={32} />
      <View className="grow draw__verdict-words">
        <View id="proof-verdict" className="b1 w600">
          {title}
        </View>
        <View className="s1">{seed === null ? t('proof.wait.body', { date: closing }) : about}</View>
      </View>
    </Region>
  )
}

function Steps({
  commitment,
  salt,
  checked,
  rules,
}: {
  commitment: string
  salt: string | null
  checked: Checked | null
  rules?: string
}) {
  const t = useTranslate()
  const language = useLanguage()
  const prize = checked && rules ? readRules(rules)?.prizes.find(({ id }) => id === checked.prizeId) : null
  return (
    <View className="draw__steps">
      <Step
        n={1}
        title={t('proof.one')}
        body={t('proof.one.body')}
        name={t('proof.one.value')}
        value={short(commitment)}
      />
      <Step
        n={2}
        title={t('proof.two')}
        body={t('proof.two.body')}
        name={t('proof.two.value')}
        value={salt ? short(salt) : null}
      />
      <Step
        n={3}
        title={t('proof.three')}
        body={t('proof.three.body')}
        name={checked ? t('proof.three.value', { point: checked.point }) : ''}
        value={
          checked && prize
            ? t('proof.three.range', { prize: inLanguage(prize.name, language), from: checked.from, to: checked.to })
            : null
        }
      />
    </View>
  )
}

function Step({
  n,
  title,
  body,
  name,
  value,
}: {
  n: number
  title: string
  body: string
  name: string
  value: string | null
}) {
  return (
    <View className="draw__step">
      <View className="draw__step-no s1 w600">{n}</View>
      <View className="grow">
        <View className="b1 w600">{title}</View>
        <View className="s1 c-ink-2">{body}</View>
        {value && (
          <View className="draw__step-value s1 c-ink-2">
            <View>{name}</View>
            <View className="num">{value}</View>
          </View>
        )}
      </View>
    </View>
  )
}

function Checks({ checked }: { checked: Checked }) {
  const t = useTranslate()
  const all = (['commitment', 'result', 'receipt'] as const).filter((one) => checked[one] !== null)
  return (
    <View className="draw__checks">
      {all.map((one) => {
        const words = t(`proof.check.${one}`)
        return (
          <View key={one} className={`draw__check s1 ${checked[one] ? '' : 'draw__check--bad'}`}>
            <Icon name={checked[one] ? 'check' : 'alert'} size={16} />
            <View>{checked[one] ? words : t('proof.check.failed', { check: words })}</View>
          </View>
        )
      })}
    </View>
  )
}

/** The file that `verify-draw` reads, put together page by page and copied. */
function WholeRound({ roundId }: { roundId: string }) {
  const t = useTranslate()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const copy = async () => {
    setBusy(true)
    const whole = await wholeRound(roundId)
    setBusy(false)
    if (!whole.ok) return setFailed(whole.refusal.message || t('state.error.title'))
    setFailed(null)
    await Taro.setClipboardData({ data: JSON.stringify(whole.value) })
    toast(t('proof.copied'))
  }
  return (
    <>
      <Button id="proof-all" kind="text" size={44} label={t('proof.all')} busy={busy} onPress={() => void copy()} />
      {failed !== null && <Notice kind="danger" text={failed} />}
    </>
  )
}

function short(hex: string): string {
  return hex === '' ? '' : `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`
}
