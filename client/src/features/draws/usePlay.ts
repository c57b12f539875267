import { useRef, useState } from 'react'
import { drawsAll, drawsDraw, drawsMine, drawsRead, drawsTakeChance } from '@shared/draws/contract'
import { couponsList } from '@shared/coupons/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { rewardsMine } from '@shared/rewards/contract'
import type { OutputOf } from '@shared/kit/contract'
import { call, outcomeOpen, type Refusal } from '@/kit/call'
import { outdated } from '@/kit/read'
import { chanceBegun, chanceFor, endChance, keepChance, keepReceipt } from './chances'

export type Drawn = OutputOf<typeof drawsDraw> & { roundId: string; number: number }
export type Failed = { refusal: Refusal; /** A number is given out and waits. */ waits: number | null }

/** The two steps of one draw. Cut off in between, the next tap goes on with the same number. */
export function usePlay(drawId: string) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const playing = useRef(false)

  async function go(): Promise<Drawn | null> {
    if (playing.current) return null
    playing.current = true
    setBusy(true)
    setFailed(null)
    // The same prize twice in a row is shown twice.
    setDrawn(null)
    const outcome = await play(drawId)
    playing.current = false
    setBusy(false)
    if ('refusal' in outcome) {
      setFailed(outcome)
      return null
    }
    setDrawn(outcome)
    for (const operation of [drawsAll, drawsRead, drawsMine, homeRead, pointsStatement, couponsList, rewardsMine])
      outdated(operation)
    return outcome
  }

  return { go, busy, failed, drawn, close: () => setDrawn(null) }
}

/** The number that this phone was given and has not drawn. */
export function waitingNumber(
  drawId: string,
  waiting: readonly { roundId: string; number: number; saltHash: string }[],
) {
  const begun = chanceBegun(drawId)
  return waiting.find(({ saltHash }) => saltHash === begun?.saltHash)?.number ?? null
}

async function play(drawId: string): Promise<Drawn | Failed> {
  const chance = await chanceFor(drawId)
  let { roundId, number } = chance
  let link = ''
  if (roundId === undefined || number === undefined) {
    const taken = await call(drawsTakeChance, { drawId, saltHash: chance.saltHash })
    if (!taken.ok) {
      if (!outcomeOpen(taken.refusal)) endChance(drawId)
      return { refusal: taken.refusal, waits: null }
    }
    ;({ roundId, number, link } = taken.value)
    keepChance(drawId, { ...chance, roundId, number })
  }
  const answer = await call(drawsDraw, { roundId, number, salt: chance.salt })
  if (!answer.ok) {
    if (outcomeOpen(answer.refusal)) return { refusal: answer.refusal, waits: number }
    endChance(drawId)
    return { refusal: answer.refusal, waits: null }
  }
  endChance(drawId)
  const { place, chain } = answer.value
  keepReceipt({ roundId, number, place, chain, link })
  return { ...answer.value, roundId, number }
}
