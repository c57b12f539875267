import { useState } from 'react'
import { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { drawsClaim, drawsRead } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { Pressable } from '@/components/Pressable'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Rich } from '@/components/Rich'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { Chances } from '@/features/draws/Chances'
import { NineGrid } from '@/features/draws/NineGrid'
import { PrizesSheet, RulesSheet } from '@/features/draws/Prizes'
import { Result } from '@/features/draws/Result'
import { Scratch } from '@/features/draws/Scratch'
import { stateWords } from '@/features/draws/stateWords'
import { usePlay, waitingNumber, type Failed } from '@/features/draws/usePlay'
import { Wheel } from '@/features/draws/Wheel'
import { WinnersSheet, winnerWords } from '@/features/draws/Winners'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { haptic } from '@/kit/haptic'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open, openInstead } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull, useRead } from '@/kit/read'
import '@/i18n/draws'
import './draw.scss'

type Read = OutputOf<typeof drawsRead>
type Over = 'prizes' | 'rules' | 'winners' | null
const forms = { wheel: Wheel, 'nine-grid': NineGrid, scratch: Scratch }

/** One draw: the wheel, the chances, the proof of fairness and who has won. */
export default function DrawPage() {
  const drawId = useParams()['draw'] ?? ''
  const read = useRead(drawsRead, { drawId })
  const play = usePlay(drawId)
  const [over, setOver] = useState<Over>(null)
  const [isShown, setShown] = useState(false)
  usePullDownRefresh(() => void afterPull(read))
  const language = useLanguage()
  const t = useTranslate()
  const retry = () => void read.again()
  const { value, refusal } = read
  // Sending it brings nobody anything: the platform forbids rewards for the act of sharing.
  useShareAppMessage(() => ({
    title: value ? inLanguage(value.rules.name, language) : '',
    path: `/pages/draws/draw?draw=${drawId}`,
  }))
  // A link that lost the draw's id, or names what never was one, leads to no draw either.
  if (refusal?.code === 'draw_unknown' || refusal?.code === 'input_invalid')
    return (
      <Screen back title="">
        <PageState
          picture="slip"
          title={t('draw.gone')}
          body={t('draw.gone.body')}
          action={{ label: t('draw.gone.go'), onPress: () => openInstead('draws') }}
        />
      </Screen>
    )
  const close = () => {
    play.close()
    setShown(false)
    retry()
  }
  const again = () => {
    setShown(false)
    void play.go()
  }
  return (
    <Screen
      back
      title=""
      over={
        value && (
          <>
            {over === 'prizes' && <PrizesSheet read={value} onClose={() => setOver(null)} />}
            {over === 'rules' && <RulesSheet read={value} onClose={() => setOver(null)} />}
            {over === 'winners' && (
              <WinnersSheet roundId={value.rules.roundId} now={value.serverAt} onClose={() => setOver(null)} />
            )}
            {play.drawn && isShown && <Result drawn={play.drawn} onAgain={again} onClose={close} />}
          </>
        )
      }
    >
      {!value && refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={retry} />}
      {!value && !refusal && read.slow && <Skeleton className="draw__waiting" />}
      {value && (
        <View className="page-pad draw">
          {refusal && <ReadStale refusal={refusal} at={read.at} onRetry={retry} />}
          <Head read={value} />
          <Stage read={value} drawId={drawId} play={play} onShown={() => setShown(true)} />
          <Proof read={value} />
          <Chances
            drawId={drawId}
            chances={play.drawn?.chances ?? value.chances}
            ways={value.ways}
            balance={value.balance}
            isOpen={value.state === 'open'}
            onChanged={retry}
          />
          <Claim read={value} onDone={retry} />
          <LastWinner read={value} onPress={() => setOver('winners')} />
          <Links onOpen={setOver} />
        </View>
      )}
    </Screen>
  )
}

function Links({ onOpen }: { onOpen: (over: Over) => void }) {
  const t = useTranslate()
  return (
    <View className="draw__links s1 c-ink-2">
      <Pressable id="draw-prizes" label={t('draw.prizes')} className="draw__link" onPress={() => onOpen('prizes')}>
        {t('draw.prizes')}
      </Pressable>
      <View className="draw__between" />
      <Pressable id="draw-rules" label={t('draw.rules')} className="draw__link" onPress={() => onOpen('rules')}>
        {t('draw.rules')}
      </Pressable>
      <View className="draw__between" />
      <Pressable id="draw-mine" label={t('draw.mine')} className="draw__link" onPress={() => open('myDraws')}>
        {t('draw.mine')}
      </Pressable>
    </View>
  )
}

function Head({ read }: { read: Read }) {
  const t = useTranslate()
  const language = useLanguage()
  const { rules, state, serverAt } = read
  const { perMember, from, until } = rules
  const words = stateWords({ state, from, until }, serverAt, { t, language })
  const limit = perMember ? t(`draw.limit.${perMember.per}`, { n: perMember.times }) : null
  return (
    <View className="draw__head">
      <View className="h1">{inLanguage(rules.name, language)}</View>
      <View id="draw-state" className="s1 c-ink-2">
        {[words, limit].filter(Boolean).join(' · ')}
      </View>
    </View>
  )
}

type Play = ReturnType<typeof usePlay>

/** The form itself. A number that waits is gone on with, whatever chances are left. */
function Stage({ read, drawId, play, onShown }: { read: Read; drawId: string; play: Play; onShown: () => void }) {
  const t = useTranslate()
  const { rules, state } = read
  const Form = forms[rules.form]
  const waits = play.failed?.waits ?? waitingNumber(drawId, read.waiting)
  const chances = play.drawn?.chances ?? read.chances
  const isReady = state === 'open' && (chances > 0 || waits !== null)
  const label = play.busy ? t('draw.busy') : rules.form === 'scratch' ? t('draw.scratch') : t('draw.go')
  const closed = { soon: t('draw.soon'), paused: t('draw.paused'), closed: t('draw.closed'), open: null }[state]
  const note = closed ?? (isReady ? leftWords(chances, t) : t('draw.none'))
  const go = () => {
    haptic('light')
    void play.go()
  }
  return (
    <View className="draw__stage">
      <Form
        prizes={rules.prizes}
        label={label}
        note={note}
        disabled={!isReady || play.busy || play.drawn !== null}
        onPress={go}
        drawn={play.drawn?.prize.prizeId ?? null}
        onShown={onShown}
      />
      <Failure failed={play.failed} waits={waits} />
    </View>
  )
}

function leftWords(chances: number, t: ReturnType<typeof useTranslate>): string {
  return t('draw.left', { n: countText(chances) }).replace(/<\/?b>/g, '')
}

function Failure({ failed, waits }: { failed: Failed | null; waits: number | null }) {
  const t = useTranslate()
  if (failed)
    return <Notice kind="danger" text={failed.refusal.message || t('draw.unheard')} className="draw__refusal" />
  return waits === null ? null : <Notice text={t('draw.goes.on', { n: waits })} className="draw__refusal" />
}

function Proof({ read }: { read: Read }) {
  const t = useTranslate()
  const { commitment, rules } = read
  const short = commitment ? `${commitment.slice(0, 4)}…${commitment.slice(-4)}` : null
  const words = short ? t('draw.provable.commitment', { hash: short }) : t('draw.provable.soon')
  return (
    <Pressable
      id="draw-proof"
      label={`${t('draw.provable')}，${words}`}
      className="draw__proof s1 c-ink-2"
      onPress={() => open('drawProof', { round: rules.roundId, commitment: commitment ?? '' })}
    >
      <Icon name="shield" size={18} className="c-brand" />
      <View className="draw__proof-words">{t('draw.provable')}</View>
      <View className="num c-ink-3">{words}</View>
      <Icon name="chevron-right" size={15} className="c-ink-3" />
    </Pressable>
  )
}

/** What was won before joining. */
function Claim({ read, onDone }: { read: Read; onDone: () => void }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(drawsClaim)
  if (read.unclaimed === 0) return null
  const claim = async () => {
    const answer = await run({})
    if (!answer?.ok) return
    toast(t('draw.claimed'))
    onDone()
  }
  return (
    <>
      <Notice
        icon="gift"
        text={t('draw.claim', { n: read.unclaimed })}
        className="draw__refusal"
        {...(busy ? {} : { action: { id: 'draw-claim', label: t('draw.claim.go'), onPress: () => void claim() } })}
      />
      {refusal && <Notice kind="danger" text={refusal.message || t('draw.unheard')} className="draw__refusal" />}
    </>
  )
}

function LastWinner({ read, onPress }: { read: Read; onPress: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [last] = read.winners
  return (
    <Pressable id="draw-winners" label={t('draw.winners')} className="card draw__last" onPress={onPress}>
      <Icon name="say" size={18} className="c-ink-3" />
      <View className="s1 c-ink-2 grow draw__last-words">
        {last ? <Rich text={winnerWords(last, language, t)} /> : t('draw.winners.none')}
      </View>
      <View className="s1 c-ink-3">{t('draw.winners')}</View>
      <Icon name="chevron-right" size={15} className="c-ink-3" />
    </Pressable>
  )
}
