import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { addMilliseconds, dayOf } from '../../../shared/kit/time'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'
import { keepMark, readMark } from '../../_runtime/request-marks'
import type { RequestMark } from '../../_runtime/unit-of-work'
import {
  codeGoodMs,
  codePauseMs,
  codesADayMax,
  countOverAt,
  textCodeHash,
  textCodeId,
  textCountIds,
  type TextCode,
  type TextCount,
} from './text-code'

/** A code to prove something with: to which number or address, for whom, and by what call of theirs. */
export type Posting<Undelivered extends string> = {
  /** Who calls, by whom their requests are known. */
  openid: string
  /** Whose the proof will be, and whose codes are counted: a phone's openid, or an account. */
  person: string
  /** A number, or a mail address. */
  to: string
  request: RequestMark
  deliver: (code: string, minutes: number, codeId: string) => Promise<PlatformAnswer>
  /** What is said when it could not be delivered. */
  undelivered: Undelivered
}

export type Posted = { goodUntil: string; againAt: string }
export type PostRefusal = 'request_reused' | 'text_too_soon' | 'text_too_many'

/**
 * Has six digits delivered, good for five minutes. A repeated request delivers no other, and a second code ends the first.
 * What is not delivered leaves no code behind.
 */
export async function postCode<Undelivered extends string>(
  effects: Effects,
  now: string,
  posting: Posting<Undelivered>,
): Promise<Ruling<Posted, PostRefusal | Undelivered>> {
  const { openid, person, to, request, deliver } = posting
  const codeId = textCodeId(effects, person, to)
  const countIds = textCountIds(effects, person, to)
  const [mark, read] = await Promise.all([
    readMark(effects, openid, request),
    effects.store.getMany<TextCode | TextCount>('textCodes', [codeId, ...countIds]),
  ])
  if (!mark.ok) return mark
  const before = read.find((one): one is TextCode => one._id === codeId)
  if (before?.requestId === request.id) return allow(answerFor(before.goodUntil))
  // It was delivered, and has been used or followed by another since.
  if (mark.value.seen) return allow(answerFor(now))
  const counts = countIds.map((id) => read.find((one): one is TextCount => one._id === id) ?? freshCount(id))
  const room = roomIn(counts, now)
  if (!room.ok) return room
  const taken = await Promise.all(counts.map((count) => countOne(effects, count, now)))
  if (taken.includes(false)) return refuse('text_too_soon', { seconds: codePauseMs / 1000 })

  const code = sixDigits(effects)
  const goodUntil = addMilliseconds(now, codeGoodMs)
  const codeHash = textCodeHash(effects, codeId, code)
  const sent: TextCode = { _id: codeId, codeHash, goodUntil, tries: 0, requestId: request.id, sweepAt: goodUntil }
  await effects.store.put('textCodes', sent)
  const { errCode, errMsg } = await deliver(code, codeGoodMs / 60_000, codeId)
  if (errCode === 0) {
    effects.afterReply(() => keepMark(effects, openid, request))
    return allow(answerFor(goodUntil))
  }
  effects.log({ event: 'code_not_sent', errCode, detail: errMsg.slice(0, 200) })
  await effects.store.remove('textCodes', { _id: codeId, requestId: request.id })
  return refuse(posting.undelivered)
}

function answerFor(goodUntil: string) {
  return { goodUntil, againAt: addMilliseconds(goodUntil, codePauseMs - codeGoodMs) }
}

/** Once a minute and five times a day, for a number and for a person alike. */
function roomIn(counts: readonly TextCount[], now: string): Ruling<null, 'text_too_soon' | 'text_too_many'> {
  if (counts.some(({ day, count }) => day === dayOf(now) && count >= codesADayMax)) return refuse('text_too_many')
  const againAt =
    counts
      .map(({ sentAt }) => addMilliseconds(sentAt, codePauseMs))
      .sort()
      .at(-1) ?? now
  const seconds = Math.ceil((Date.parse(againAt) - Date.parse(now)) / 1000)
  return seconds > 0 ? refuse('text_too_soon', { seconds }) : allow(null)
}

/** Counts one more, if nobody else did since it was read. */
async function countOne(effects: Effects, { _id, day, count, sentAt }: TextCount, now: string): Promise<boolean> {
  const today = dayOf(now)
  const next = { day: today, count: day === today ? count + 1 : 1, sentAt: now, sweepAt: countOverAt(today) }
  if (sentAt === never) return (await effects.store.insert('textCodes', [{ _id, ...next }])) === 'inserted'
  return (await effects.store.change('textCodes', { _id, sentAt, count }, { set: next })) === 1
}

const never = '1970-01-01T00:00:00.000Z'

function freshCount(_id: string): TextCount {
  return { _id, day: dayOf(never), count: 0, sentAt: never, sweepAt: never }
}

/** 48 random bits make every code equally likely but for one in hundreds of millions. */
function sixDigits(effects: Effects): string {
  const value = [...effects.random(6)].reduce((sum, byte) => sum * 256 + byte, 0)
  return String(value % 1_000_000).padStart(6, '0')
}
