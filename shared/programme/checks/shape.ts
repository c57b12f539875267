import type * as z from 'zod/mini'
import type { Bilingual } from '../../kit/fields'
import { windowDaysMax } from '../../kit/window'
import { pathText, type Fault } from '../fault'

type Issue = z.core.$ZodIssue

/** What is wrong with the form, each place in a sentence. */
export function shapeFaults(issues: readonly Issue[]): Fault[] {
  return issues.map((issue) => ({ path: pathText(issue.path), ...sentence(issue) }))
}

function sentence(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return ofType[issue.expected] ?? ofType.other
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'unrecognized_keys':
      return {
        zh: `没有这一项：${issue.keys.join('、')}`,
        en: `There is no such thing here: ${issue.keys.join(', ')}`,
      }
    case 'invalid_value':
      return {
        zh: `只能是其中之一：${issue.values.join('、')}`,
        en: `This is one of: ${issue.values.join(', ')}`,
      }
    case 'invalid_format':
      return custom[issue.message ?? ''] ?? { zh: '写法不对', en: 'This is not written as it should be' }
    case 'invalid_union':
      return noSuchKind(issue)
    case 'custom':
      return custom[issue.message ?? ''] ?? { zh: `不对：${issue.message}`, en: `Not right: ${issue.message}` }
    default:
      return { zh: '这里填得不对', en: 'This is not right' }
  }
}

const ofType: { [type: string]: Bilingual } & { other: Bilingual } = {
  int: { zh: '这里要填一个整数', en: 'A whole number belongs here' },
  number: { zh: '这里要填一个数', en: 'A number belongs here' },
  other: { zh: '这里没有填，或者填的不是这一类', en: 'Nothing is filled in here, or something of another kind' },
}

/** Where a kind decides, what there is to choose from is known. */
function noSuchKind(issue: z.core.$ZodIssueInvalidUnion): Bilingual {
  if (issue.path.at(-1) === 'within') return window
  const { options } = issue as { options?: readonly string[] }
  if (!options) return { zh: '没有这一种', en: 'There is no such kind' }
  return {
    zh: `没有这一种，只能是：${options.join('、')}`,
    en: `There is no such kind. It is one of: ${options.join(', ')}`,
  }
}

const window: Bilingual = {
  zh: `考核期可以是 lifetime、month、quarter、year，或者 1 到 ${windowDaysMax} 天，例如 90 days`,
  en: `A window is lifetime, month, quarter or year, or of 1 to ${windowDaysMax} days, such as 90 days`,
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Bilingual {
  if (origin === 'array') return { zh: `至少要有 ${minimum} 项`, en: `At least ${minimum} are needed` }
  if (origin === 'string') return { zh: `至少 ${minimum} 个字`, en: `At least ${minimum} characters` }
  if (Number(minimum) === 0 && inclusive) return { zh: '不能是负数', en: 'This cannot be negative' }
  return inclusive
    ? { zh: `不能小于 ${minimum}`, en: `This cannot be less than ${minimum}` }
    : { zh: `要大于 ${minimum}`, en: `This has to be more than ${minimum}` }
}

function tooBig({ origin, maximum, inclusive, path }: z.core.$ZodIssueTooBig): Bilingual {
  if (origin === 'array') return { zh: `最多 ${maximum} 项`, en: `At most ${maximum}` }
  if (origin === 'string') return { zh: `最多 ${maximum} 个字`, en: `At most ${maximum} characters` }
  if (path.at(-1) === 'percent') return { zh: '折扣要小于 100%', en: 'A discount is less than 100%' }
  return inclusive
    ? { zh: `不能大于 ${maximum}`, en: `This cannot be more than ${maximum}` }
    : { zh: `要小于 ${maximum}`, en: `This has to be less than ${maximum}` }
}

const custom: { [message: string]: Bilingual } = {
  'tier ids repeat': { zh: '有两个等级用了同一个编号', en: 'Two tiers have the same id' },
  'the first tier is open to everybody': {
    zh: '最低的等级人人都有，不能设条件',
    en: 'The lowest tier is open to everybody and asks for nothing',
  },
  'every tier above the first says how it is reached': {
    zh: '除最低等级外，每个等级都要说明怎样达到',
    en: 'Every tier above the first says how it is reached',
  },
  'stores or kinds': { zh: '要写明哪些门店或哪些种类', en: 'Stores or kinds belong here' },
  'something that can be handed over at once': {
    zh: '这里只能填当场就能给的：积分、券、礼品、机会或服务',
    en: 'Only what can be handed over at once belongs here: points, coupons, gifts, chances or services',
  },
  'at most two decimals': { zh: '最多两位小数', en: 'At most two decimals' },
  'a duration, such as "12 months to month-end"': {
    zh: '这里要填时长，例如 12 months to month-end',
    en: 'A length of time belongs here, such as 12 months to month-end',
  },
  'a window, such as "90 days"': window,
  'a code, such as "welcome-gift"': {
    zh: '编号只用小写字母、数字和连字符，以字母开头，例如 welcome-gift',
    en: 'A code has small letters, digits and hyphens and begins with a letter, such as welcome-gift',
  },
  'a time of day, such as "09:30"': { zh: '这里要填时间，例如 09:30', en: 'A time of day belongs here, such as 09:30' },
  'a day, such as "2026-05-01"': { zh: '这里要填日期，例如 2026-05-01', en: 'A day belongs here, such as 2026-05-01' },
  'an instant, such as "2026-06-20T06:00:00.000Z"': {
    zh: '这里要填时间，例如 2026-06-20T06:00:00.000Z',
    en: 'A time belongs here, such as 2026-06-20T06:00:00.000Z',
  },
  'month and day, such as "05-01"': {
    zh: '这里要填月和日，例如 05-01',
    en: 'Month and day belong here, such as 05-01',
  },
}
