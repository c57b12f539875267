import type { Bilingual } from '../../kit/fields'
import { addDays } from '../../kit/time'
import { pathText, type Fault } from '../fault'
import { givenOf } from '../parts/effects'
import type { Challenge, ShopEvent } from '../parts/events'
import type { Programme } from '../schema'

/** Events whose times, seats and votes fit together, and challenges whose progress can be told. */
export function occasions({ events = [], challenges = [] }: Programme): Fault[] {
  return [
    ...events.flatMap((event, index) =>
      eventFaults(event).map(([field, why]) => ({ path: pathText(['events', index, field]), ...why })),
    ),
    ...challenges.flatMap((challenge, index) => [
      ...(isTooLong(challenge) ? [{ path: pathText(['challenges', index, 'when']), ...tooLong }] : []),
      ...(givesPointsForOrders(challenge) ? [{ path: pathText(['challenges', index, 'gives']), ...noPoints }] : []),
    ]),
  ]
}

type Found = [field: keyof ShopEvent, why: Bilingual]

function eventFaults(event: ShopEvent): Found[] {
  return [...timeFaults(event), ...(event.kind === 'vote' ? voteFaults(event) : seatFaults(event))]
}

function timeFaults({ startsAt, endsAt, signUpFrom, signUpUntil }: ShopEvent): Found[] {
  const found: Found[] = []
  if (endsAt <= startsAt) found.push(['endsAt', { zh: '结束要晚于开始', en: 'It ends after it begins' }])
  if (signUpUntil !== undefined && signUpUntil > startsAt)
    found.push(['signUpUntil', { zh: '报名截止要早于活动开始', en: 'Sign-up closes before it begins' }])
  if (signUpFrom !== undefined && signUpFrom >= (signUpUntil ?? startsAt))
    found.push(['signUpFrom', { zh: '开放报名要早于报名截止', en: 'Sign-up opens before it closes' }])
  return found
}

function seatFaults(event: ShopEvent): Found[] {
  const { seats, waitingList, guestsMax, tierFirst, earlyAccess, signUpFrom, confirmHours, costPoints, leaveHours } =
    event
  const found: Found[] = []
  if (seats === undefined && waitingList)
    found.push(['seats', { zh: '有候补就要写明名额', en: 'With a waiting list the seats have to be said' }])
  if (seats !== undefined && guestsMax !== undefined && guestsMax >= seats)
    found.push(['guestsMax', { zh: '可带人数加本人不能超过名额', en: 'A member and guests fit into the seats' }])
  if ((tierFirst || earlyAccess !== undefined) && signUpFrom === undefined)
    found.push([
      'signUpFrom',
      { zh: '有等级优先就要写明何时向所有人开放', en: 'With an early sign-up, say when it opens to everybody' },
    ])
  if (confirmHours !== undefined && !waitingList)
    found.push(['confirmHours', { zh: '没有候补，不需要确认时限', en: 'Without a waiting list nobody moves up' }])
  if (leaveHours !== undefined && costPoints === undefined)
    found.push(['leaveHours', { zh: '不收积分，不需要退还时限', en: 'It costs no points that could come back' }])
  if (event.options) found.push(['options', { zh: '只有投票才有选项', en: 'Only a vote has options' }])
  return found
}

const ofSeats = ['seats', 'waitingList', 'costPoints', 'priceFen', 'tierFirst', 'earlyAccess', 'noShowDays'] as const

function voteFaults(event: ShopEvent): Found[] {
  const found: Found[] = ofSeats
    .filter((field) => event[field] !== undefined)
    .map((field) => [field, { zh: '投票没有名额、费用和先后', en: 'A vote has no seats, cost or order' }])
  if (!event.options) found.push(['options', { zh: '投票要有选项', en: 'A vote needs options' }])
  return found
}

/** How many days of check-ins an account surely remembers, whichever months they lie in. */
const checkInDays = 28

/** Check-ins are remembered for this month and the last, so a longer time could not be counted. */
function isTooLong({ when, needs }: Challenge): boolean {
  if (needs.of !== 'check-ins') return false
  return when.kind === 'dates' ? when.to >= addDays(when.from, checkInDays) : !shortKinds.includes(when.kind)
}

const shortKinds: readonly string[] = ['weekly', 'monthly']
const tooLong: Bilingual = {
  zh: '签到挑战最长 28 天，或按周、按月重复',
  en: 'A challenge of check-ins lasts 28 days at most, or comes again each week or month',
}

/** What orders finish is lost by their refund: coupons and gifts are taken back then, points might be spent. */
function givesPointsForOrders({ gives, needs }: Challenge): boolean {
  return isPoints(gives) && needs.of !== 'check-ins' && needs.of !== 'events'
}

function isPoints(gives: Challenge['gives']): boolean {
  return gives !== undefined && givenOf(gives).some(({ what }) => what === 'points')
}

const noPoints: Bilingual = {
  zh: '靠消费完成的挑战不能送积分，退款后收不回来；请改送券或礼品',
  en: 'A challenge finished by orders gives no points, which a refund could not take back. Give a coupon or a gift',
}
