import {
  againAt,
  isUnreached,
  mailOutcome,
  pauses,
  subscriptionOutcome,
  textOutcome,
} from '../../shared/messages/outcomes'
import { missingArguments, unfitKeys } from '../../shared/messages/limits'
import { hasWayOut, placesFit, textParameters } from '../../shared/messages/text-template'

describe('what an answer means', () => {
  it.each([
    [0, 'sent'],
    [43101, 'refused'],
    [40003, 'failed'],
    [40037, 'failed'],
    [47003, 'failed'],
    [-604101, 'failed'],
    [45009, 'again'],
    [-1, 'unsure'],
  ])('of WeChat: %d is %s', (errCode, outcome) => {
    expect(subscriptionOutcome({ errCode, errMsg: '' })).toBe(outcome)
  })

  it.each([
    ['FailedOperation.PhoneNumberInBlacklist', 'refused'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'refused'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'failed'],
    ['InvalidParameterValue.TemplateParameterFormatError', 'failed'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'again'],
    ['FailedOperation.InsufficientBalanceInSmsPackage: buy more', 'again'],
    ['FailedOperation.MarketingSendTimeConstraint', 'again'],
    ['InternalError.Timeout', 'unsure'],
    ['no answer: socket hang up', 'unsure'],
    ['ETIMEDOUT: connect', 'unsure'],
    ['no answer: request to https://sms failed, reason: connect ECONNREFUSED 10.0.0.8:443', 'again'],
    ['ENOTFOUND: getaddrinfo', 'again'],
  ])('of the SMS service: %s is %s', (errMsg, outcome) => {
    expect(textOutcome({ errCode: -1, errMsg })).toBe(outcome)
  })

  it.each([
    [0, 'sent'],
    [-1, 'again'],
    [421, 'again'],
    [450, 'again'],
    [550, 'refused'],
    [554, 'failed'],
    [-2, 'unsure'],
  ])('of a mail server: %d is %s', (errCode, outcome) => {
    expect(mailOutcome({ errCode, errMsg: '' })).toBe(outcome)
  })

  it('after the last pause nothing is tried again', () => {
    const now = '2026-05-10T04:00:00.000Z'
    expect(pauses.map((_, n) => againAt(n + 1, now))).toEqual([
      '2026-05-10T04:01:00.000Z',
      '2026-05-10T04:05:00.000Z',
      '2026-05-10T04:30:00.000Z',
      '2026-05-10T06:00:00.000Z',
      '2026-05-10T16:00:00.000Z',
    ])
    expect(againAt(pauses.length + 1, now)).toBeNull()
  })
})

describe('arguments', () => {
  it.each([
    ['thing1', '金'.repeat(20), true],
    ['thing1', '金'.repeat(21), false],
    ['thing1', '', false],
    ['phrase2', '已完成', true],
    ['phrase2', '已经全部完成', false],
    ['number3', '1e40', false],
    ['amount4', '¥12.50', true],
    ['amount4', '12.505', false],
    ['date5', '2026年5月1日', true],
    ['date5', '2026-5', false],
    ['time6', '25:00', false],
    ['unheard7', 'x', false],
  ])('%s takes %s: %s', (key, value, fits) => {
    expect(unfitKeys({ [key]: { value } })).toEqual(fits ? [] : [key])
  })

  it('a template that names keys has one for each argument but the note', () => {
    expect(missingArguments('points-expiring', { points: 'number1' })).toEqual(['on'])
    expect(missingArguments('points-expiring', { points: 'number1', on: 'date2' })).toEqual([])
    expect(missingArguments('points-expiring', undefined)).toEqual([])
  })
})

describe('a way on which nobody answers', () => {
  it.each([
    ['text', -1, 'ECONNREFUSED: connect', true],
    ['text', -1, 'FetchError: getaddrinfo ENOTFOUND sms.tencentcloudapi.com', true],
    // It may have left; and a service that names what is wrong has answered.
    ['text', -1, 'ETIMEDOUT: no answer', false],
    ['text', -1, 'LimitExceeded.PhoneNumberDailyLimit: too many', false],
    ['text', 0, 'Ok', false],
    ['mail', -1, 'ETIMEDOUT: connect', true],
    ['mail', -2, 'ESOCKET: closed amid the letter', false],
    ['mail', 451, 'try later', false],
    ['mail', 0, 'ok', false],
  ] as const)('%s, %d %s: %s', (way, errCode, errMsg, unreached) => {
    expect(isUnreached(way, { errCode, errMsg })).toBe(unreached)
  })
})

describe('a text', () => {
  const text = (words: string, ...names: string[]) => ({ words, arguments: names })
  it('has an argument in each place and a place for each argument', () => {
    expect(placesFit('points-expiring', text('{1}积分{2}到期', 'points', 'on'))).toBe(true)
    expect(placesFit('points-expiring', text('{1}积分{2}到期', 'points'))).toBe(false)
    expect(placesFit('points-expiring', text('{1}积分{3}到期', 'points', 'on'))).toBe(false)
    expect(placesFit('points-expiring', text('{1}积分', 'colour'))).toBe(false)
    expect(textParameters('points-expiring', { points: 5, on: '2026-05-01' }, ['on', 'points'])).toEqual([
      '2026年5月1日',
      '5',
    ])
  })

  it.each([
    ['优惠来了，回T退订', true],
    ['优惠来了，拒收请回复R', true],
    ['优惠来了，退订请联系店员', true],
    ['优惠来了', false],
  ])('%s has a way out: %s', (words, has) => {
    expect(hasWayOut({ words })).toBe(has)
  })
})
