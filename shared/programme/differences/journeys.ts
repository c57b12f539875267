import type { Bilingual } from '../../kit/fields'
import type { Due, Journey, Touchpoint } from '../parts/journeys'
import { align } from './align'
import { differs, isGone, isNew, isOtherwise, partOf, quoted, same, type Difference, type Place } from './difference'

/** Which journeys and touchpoints come and go, which of them moved, and what else of them is otherwise. No member gets less by it. */
export function journeyDifferences(place: Place, before: readonly Journey[], after: readonly Journey[]): Difference[] {
  return align(before, after, ({ id }) => id).flatMap((pair) => {
    const at = named(place, pair.index, (pair.after ?? pair.before)?.name)
    if (!pair.before) return [isNew(at, 'neutral')]
    if (!pair.after) return [isGone(at, 'neutral')]
    return [...fieldsOf(at, journeyFields, pair.before, pair.after), ...ofTouchpoints(at, pair.before, pair.after)]
  })
}

function ofTouchpoints(place: Place, before: Journey, after: Journey): Difference[] {
  return align(before.touchpoints, after.touchpoints, ({ id }) => id).flatMap((pair) => {
    const at = named({ ...place, path: [...place.path, 'touchpoints'] }, pair.index, (pair.after ?? pair.before)?.name)
    if (!pair.before) return [isNew(at, 'neutral')]
    if (!pair.after) return [isGone(at, 'neutral')]
    const due = { ...at, path: [...at.path, 'due'] }
    const [was, is] = [dueWords(pair.before.due, before), dueWords(pair.after.due, after)]
    return [
      ...(same(pair.before.due, pair.after.due) ? [] : [differs(due, was, is, 'neutral')]),
      ...fieldsOf(at, touchpointFields, pair.before, pair.after),
    ]
  })
}

type Fields<T> = { [F in keyof T]?: Bilingual }

function fieldsOf<T>(place: Place, fields: Fields<T>, before: T, after: T): Difference[] {
  return (Object.keys(fields) as (keyof T & string)[])
    .filter((field) => !same(before[field], after[field]))
    .map((field) => isOtherwise(partOf(place, field, fields[field] ?? { zh: '', en: '' }), 'neutral'))
}

/** Total maps: a field that is not named here does not compile, and a change of it cannot go unsaid. */
const journeyFields: Required<Fields<Omit<Journey, 'id' | 'touchpoints'>>> = {
  name: { zh: '的名称', en: 'its name' },
  anchors: { zh: '的日期', en: 'its anchors' },
  anchorNames: { zh: '的日期名称', en: 'names of its anchors' },
  roleNames: { zh: '的角色名称', en: 'names of its roles' },
  begins: { zh: '从哪个日期开始', en: 'which anchor begins it' },
  starts: { zh: '自动开始的时机', en: 'what begins it by itself' },
  repeats: { zh: '能否再次开始', en: 'whether it begins again' },
  ends: { zh: '的结束', en: 'when it ends' },
  endsAtTiers: { zh: '到哪些等级就结束', en: 'tiers that end it' },
  waits: { zh: '等日期多久', en: 'how long an anchor is waited for' },
  dayStarts: { zh: '每天几点开始', en: 'when its day begins' },
  roles: { zh: '的角色', en: 'its roles' },
  form: { zh: '的通话结果选项', en: 'what a call’s result asks' },
  escalation: { zh: '的超时上报', en: 'who is told of what is late' },
}

const touchpointFields: Required<Fields<Omit<Touchpoint, 'id' | 'due'>>> = {
  name: { zh: '的名称', en: 'its name' },
  by: { zh: '由谁负责', en: 'who does it' },
  channel: { zh: '的方式', en: 'how it is done' },
  script: { zh: '的话术', en: 'its script' },
  result: { zh: '的结果要求', en: 'what its result asks' },
}

function named({ path, subject }: Place, index: number, name: Bilingual = { zh: '', en: '' }): Place {
  return {
    path: [...path, index],
    subject: { zh: `${subject.zh}${quoted(name).zh}`, en: `${subject.en}, ${name.en}` },
  }
}

/** When a touchpoint is due: 首课前 3 天 10:00，24 小时内. */
function dueWords(due: Due, journey: Journey): Bilingual {
  const { at, workingDays, every, until, withinHours } = due
  const first = fromAnchor(due, journey)
  const last = until && fromAnchor(until, journey)
  const [often, hours] = [every && amountWords(every.count, every.unit), amountWords(withinHours, 'hours')]
  return {
    zh: [
      at ? `${first.zh} ${at}` : first.zh,
      often && `每 ${often.zh}一次`,
      last && `到${last.zh}为止`,
      workingDays && '只在工作日',
      `${hours.zh}内完成`,
    ]
      .filter(Boolean)
      .join('，'),
    en: [
      at ? `${first.en} at ${at}` : first.en,
      often && `every ${often.en}`,
      last && `until ${last.en}`,
      workingDays && 'on working days',
      `within ${hours.en}`,
    ]
      .filter(Boolean)
      .join(', '),
  }
}

function fromAnchor({ anchor, offset, unit }: Pick<Due, 'anchor' | 'offset' | 'unit'>, journey: Journey): Bilingual {
  const name = journey.anchorNames?.[anchor] ?? { zh: anchor, en: anchor }
  if (offset === 0) return { zh: `${name.zh}当${unit === 'hours' ? '时' : '天'}`, en: `at ${name.en}` }
  const long = amountWords(Math.abs(offset), unit)
  return offset < 0
    ? { zh: `${name.zh}前 ${long.zh}`, en: `${long.en} before ${name.en}` }
    : { zh: `${name.zh}后 ${long.zh}`, en: `${long.en} after ${name.en}` }
}

function amountWords(count: number, unit: Due['unit']): Bilingual {
  const one = unit.slice(0, -1)
  return { zh: `${count} ${unitsZh[unit]}`, en: `${count} ${count === 1 ? one : unit}` }
}

const unitsZh = { hours: '小时', days: '天', weeks: '周', months: '个月' }
