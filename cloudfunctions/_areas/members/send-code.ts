import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { addMilliseconds, dayOf } from '../../../shared/kit/time'
import type { membersSendCode } from '../../../shared/members/contract'
import type { Effects } from '../../_runtime/effects'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { keepMark, readMark } from '../../_runtime/request-marks'
import {
  codeGoodMs,
  codePauseMs,
  codesADayMax,
  textCodeHash,
  textCodeId,
  textCountIds,
  type TextCode,
  type TextCount,
} from './text-code'

/** Sends six digits to a number. A repeated request sends no other, and a second code ends the first. */
export const sendCode: Handler<typeof membersSendCode, MemberContext> = async (context, { number }) => {
  const { effects, openid, now, request } = context
  const { sendText } = effects.platform
  if (!request) return refuse('request_id_missing')
  if (!sendText) return refuse('texts_not_set_up')
  const codeId = textCodeId(effects, openid, number)
  const countIds = textCountIds(effects, openid, number)
  const [mark, read] = await Promise.all([
    readMark(effects, openid, request),
    effects.store.getMany<TextCode | TextCount>('textCodes', [codeId, ...countIds]),
  ])
  if (!mark.ok) return mark
  const before = read.find((one): one is TextCode => one._id === codeId)
  if (before?.requestId === request.id) return allow(answerFor(before.goodUntil))
  const counts = countIds.map((id) => read.find((one): one is TextCount => one._id === id) ?? freshCount(id))
  const room = roomIn(counts, now)
  if (!room.ok) return room
  const taken = await Promise.all(counts.map((count) => countOne(effects, count, now)))
  if (taken.includes(false)) return refuse('text_too_soon', { seconds: codePauseMs / 1000 })

  const code = sixDigits(effects)
  const goodUntil = addMilliseconds(now, codeGoodMs)
  const codeHash = textCodeHash(effects, codeId, code)
  await effects.store.put('textCodes', { _id: codeId, codeHash, goodUntil, tries: 0, requestId: request.id })
  const minutes = String(codeGoodMs / 60_000)
  const { errCode, errMsg } = await sendText({ number, text: 'code', parameters: [code, minutes] })
  if (errCode === 0) {
    effects.afterReply(() => keepMark(effects, openid, request))
    return allow(answerFor(goodUntil))
  }
  effects.log({ event: 'text_not_sent', errCode, detail: errMsg.slice(0, 200) })
  await effects.store.remove('textCodes', { _id: codeId, requestId: request.id })
  return refuse('text_not_sent')
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
  const next = { day: today, count: day === today ? count + 1 : 1, sentAt: now }
  if (sentAt === never) return (await effects.store.insert('textCodes', [{ _id, ...next }])) === 'inserted'
  return (await effects.store.change('textCodes', { _id, sentAt, count }, { set: next })) === 1
}

const never = '1970-01-01T00:00:00.000Z'

function freshCount(_id: string): TextCount {
  return { _id, day: dayOf(never), count: 0, sentAt: never }
}

/** 48 random bits make every code equally likely but for one in hundreds of millions. */
function sixDigits(effects: Effects): string {
  const value = [...effects.random(6)].reduce((sum, byte) => sum * 256 + byte, 0)
  return String(value % 1_000_000).padStart(6, '0')
}
