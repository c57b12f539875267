import { addMilliseconds, type Instant } from '../kit/time'

/**
 * What an answer means. `refused`: the member does not want it or cannot be reached, so what they agreed to ends. `again`: it
 * surely did not leave and may be tried again. `failed`: it surely did not leave and never will as it is. `unsure`: nobody
 * knows whether it left, so it is never sent again by itself.
 */
export type Outcome = 'sent' | 'refused' | 'again' | 'failed' | 'unsure'
export type Answer = { errCode: number; errMsg: string }

/** The member has said no, or the platform has counted differently. */
const memberRefused = 43101
/** The function has no permission for the interface. */
const noPermission = -604101
/** What a further try mends by no means: openid, template, page, arguments. */
const forGood: readonly number[] = [40003, 40037, 41030, 47003, noPermission]

/** What WeChat answered to a subscription message. What it names by a code of its own it has surely not sent. */
export function subscriptionOutcome({ errCode }: Answer): Outcome {
  if (errCode === 0) return 'sent'
  if (errCode === memberRefused) return 'refused'
  if (forGood.includes(errCode)) return 'failed'
  return errCode > 0 ? 'again' : 'unsure'
}

/** Numbers that texts do not reach any more: their owner answered T, or they are no numbers. */
const numberGone = ['FailedOperation.PhoneNumberInBlacklist', 'InvalidParameterValue.IncorrectPhoneNumber']
/** Of the service's codes those that the same text to the same number would get again. */
const textForGood = [
  'FailedOperation.ContainSensitiveWord',
  'FailedOperation.FailResolvePacket',
  'FailedOperation.JsonParseFail',
  'FailedOperation.SignatureIncorrectOrUnapproved',
  'FailedOperation.TemplateIncorrectOrUnapproved',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
  'FailedOperation.TemplateUnapprovedOrNotExist',
]
const kindsForGood = ['InvalidParameter', 'InvalidParameterValue', 'MissingParameter', 'UnauthorizedOperation']
/** A code of the service, such as `LimitExceeded.PhoneNumberDailyLimit`; a broken connection has none. */
const serviceCode = /^[A-Z][a-z][A-Za-z]+(\.[A-Za-z]+)?$/

/** What a connection says that was never made. */
const neverReached = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/

/** What Tencent's SMS service answered; its code stands at the beginning of `errMsg`, before a colon. */
export function textOutcome({ errCode, errMsg }: Answer): Outcome {
  if (errCode === 0) return 'sent'
  const [code = ''] = errMsg.split(':')
  const [kind = ''] = code.split('.')
  if (numberGone.includes(code)) return 'refused'
  if (textForGood.includes(code) || kindsForGood.includes(kind)) return 'failed'
  if (neverReached.test(errMsg)) return 'again'
  // An internal error of the service does not say how far the text had come.
  return serviceCode.test(code) && kind !== 'InternalError' ? 'again' : 'unsure'
}

/** A mail server's own code, of which 4yz may be tried again and 5yz not; 0: taken; -1: it was not reached; -2: nobody knows. */
export function mailOutcome({ errCode }: Answer): Outcome {
  if (errCode === 0) return 'sent'
  if (addressGone.includes(errCode)) return 'refused'
  if (errCode >= 500) return 'failed'
  return errCode >= 400 || errCode === notReached ? 'again' : 'unsure'
}

export const notReached = -1
export const perhapsSent = -2
/** The address does not exist or takes no mail. */
const addressGone: readonly number[] = [550, 551, 553, 556]

/** Whether nobody answered at the other end at all, whoever the message was for. */
export function isUnreached(way: 'text' | 'mail', { errCode, errMsg }: Answer): boolean {
  return way === 'mail' ? errCode === notReached : neverReached.test(errMsg)
}

const minute = 60_000
const hour = 60 * minute
/** How long it is waited before each further try; after the last it waits where a manager sees it. */
export const pauses: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 12 * hour]

/** When something that was tried so many times is tried again; null: it is not. */
export function againAt(tries: number, now: Instant): Instant | null {
  const pause = pauses[tries - 1]
  return pause === undefined ? null : addMilliseconds(now, pause)
}
