import type { Bilingual } from '../../kit/fields'
import { pathText, type Fault } from '../fault'
import type { Journey, Touchpoint } from '../parts/journeys'
import type { Programme } from '../schema'

/** Journeys whose touchpoints hang on what there is, are somebody's to do, and come to an end. */
export function journeyFaults({ journeys = [], tiers }: Programme): Fault[] {
  return journeys.flatMap((journey, index) => {
    const found = [
      ...ofJourney(
        journey,
        tiers.map(({ id }) => id),
      ),
      ...journey.touchpoints.flatMap((one, at) =>
        ofTouchpoint(journey, one).map(([path, why]): Found => [['touchpoints', at, ...path], why]),
      ),
    ]
    return found.map(([path, why]) => ({ path: pathText(['journeys', index, ...path]), ...why }))
  })
}

type Found = [path: PropertyKey[], why: Bilingual]

function ofJourney(journey: Journey, tiers: readonly string[]): Found[] {
  const { anchors, roles, begins, ends, escalation, starts = [], endsAtTiers = [], waits } = journey
  const found: Found[] = []
  if (!anchors.includes(begins)) found.push([['begins'], noAnchor(begins)])
  if (!anchors.includes(ends.anchor)) found.push([['ends', 'anchor'], noAnchor(ends.anchor)])
  if (!roles.includes(escalation.to)) found.push([['escalation', 'to'], noRole(escalation.to)])
  if (escalation.to === 'system')
    found.push([['escalation', 'to'], { zh: '超时要报给人，不能报给系统', en: 'What is late is told to a person' }])
  for (const [at, start] of starts.entries())
    if (start.on === 'tier-reached' && !tiers.includes(start.tierId))
      found.push([['starts', at, 'tierId'], noTier(start.tierId)])
  for (const [at, tierId] of endsAtTiers.entries())
    if (!tiers.includes(tierId)) found.push([['endsAtTiers', at], noTier(tierId)])
  if (waits && waits.tellAfterDays >= waits.endAfterDays)
    found.push([
      ['waits', 'tellAfterDays'],
      { zh: '要先报店长，之后才结束', en: 'The head is told before the journey is given up' },
    ])
  return [...found, ...namedFaults(journey)]
}

function namedFaults({ anchors, roles, anchorNames = {}, roleNames = {}, form = [] }: Journey): Found[] {
  const unknownAnchors = Object.keys(anchorNames).filter((code) => !anchors.includes(code))
  const unknownRoles = Object.keys(roleNames).filter((code) => !roles.includes(code))
  return [
    ...unknownAnchors.map((code): Found => [['anchorNames', code], noAnchor(code)]),
    ...unknownRoles.map((code): Found => [['roleNames', code], noRole(code)]),
    ...form.flatMap(({ choices }, at): Found[] =>
      choices.every(({ means }) => means !== undefined && means !== 'later')
        ? [[['form', at, 'choices'], { zh: '没有一个选项能完成任务', en: 'No choice gets the task done' }]]
        : [],
    ),
  ]
}

function ofTouchpoint({ anchors, roles }: Journey, { due, by, channel, result, script }: Touchpoint): Found[] {
  const found: Found[] = []
  if (!anchors.includes(due.anchor)) found.push([['due', 'anchor'], noAnchor(due.anchor)])
  if (due.until && !anchors.includes(due.until.anchor))
    found.push([['due', 'until', 'anchor'], noAnchor(due.until.anchor)])
  if (!roles.includes(by)) found.push([['by'], noRole(by)])
  if (due.every && !due.until)
    found.push([['due', 'every'], { zh: '会一直重复下去，请写明到什么时候', en: 'It never ends. Say until when' }])
  if (due.until && !due.every)
    found.push([['due', 'until'], { zh: '只做一次，不需要截止', en: 'It comes once, so it needs no until' }])
  if (due.at !== undefined && due.unit === 'hours')
    found.push([['due', 'at'], { zh: '按小时算的没有时刻', en: 'Counted in hours it has no time of day' }])
  if (due.workingDays && due.unit === 'hours')
    found.push([
      ['due', 'workingDays'],
      { zh: '按小时算的不能顺延到工作日', en: 'Counted in hours it moves to no other day' },
    ])
  return [...found, ...bySystem({ by, channel, result }), ...placeFaults(anchors, script)]
}

/** What the system does by itself is a message of which nobody writes down a result. */
function bySystem({ by, channel, result }: Pick<Touchpoint, 'by' | 'channel' | 'result'>): Found[] {
  if (by !== 'system') return result === 'none' ? [[['result'], noResult]] : []
  const found: Found[] = []
  if (channel !== 'message')
    found.push([['channel'], { zh: '系统只能发消息', en: 'The system can only send a message' }])
  if (result !== 'none')
    found.push([['result'], { zh: '系统发的消息没有结果', en: 'A message of the system has no result' }])
  return found
}

const places = ['member', 'staff', 'shop', 'store']

function placeFaults(anchors: readonly string[], script: Touchpoint['script']): Found[] {
  return Object.entries(script).flatMap(([part, text]): Found[] =>
    [...`${text?.zh ?? ''} ${text?.en ?? ''}`.matchAll(/\{([^{}]*)\}/g)]
      .map(([, place = '']) => place)
      .filter((place) => !places.includes(place) && !anchors.includes(place))
      .map((place) => [
        ['script', part],
        { zh: `话术里没有这个变量：{${place}}`, en: `The script names an unknown {${place}}` },
      ]),
  )
}

const noResult: Bilingual = {
  zh: '员工做的事要有结果：完成或记录',
  en: 'What staff do has a result: done, or a record',
}

function noAnchor(code: string): Bilingual {
  return { zh: `没有这个日期：${code}`, en: `There is no anchor ${code}` }
}

function noRole(code: string): Bilingual {
  return { zh: `没有这个角色：${code}`, en: `There is no role ${code}` }
}

function noTier(code: string): Bilingual {
  return { zh: `没有这个等级：${code}`, en: `There is no tier ${code}` }
}
