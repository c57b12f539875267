import type { Bilingual } from '../../kit/fields'
import { isWithin } from '../../kit/hours'
import { pathText, type Fault } from '../fault'
import { leftOpen, longest, placeholdersOf, textMax, type Placeholder } from '../message-texts'
import type { Message } from '../parts/messages'
import type { Programme } from '../schema'

/** Messages that can be sent as they are: their texts fit, what they leave open can be filled in, their time is not quiet. */
export function messageTerms(programme: Programme): Fault[] {
  const { list = [], quiet } = programme.messages ?? {}
  return list.flatMap((message, index) => {
    const found = [
      ...textFaults(message, programme),
      ...wayFaults(message),
      ...(message.at !== undefined && quiet && isWithin(quiet, message.at) ? [quietTime] : []),
      ...occasionFaults(message, programme),
    ]
    return found.map(([field, why]) => ({ path: pathText(['messages', 'list', index, ...field]), ...why }))
  })
}

type Found = [field: readonly string[], why: Bilingual]

function textFaults({ on, text, channels }: Message, programme: Programme): Found[] {
  const known = placeholdersOf[on.kind]
  const tiers = { zh: programme.tiers.map(({ name }) => name.zh), en: programme.tiers.map(({ name }) => name.en) }
  return (['zh', 'en'] as const).flatMap((language): Found[] => {
    const words = text[language]
    const at = ['text', language]
    if (words.trim() === '') return [[at, { zh: '没有写内容', en: 'The text is empty' }]]
    const open = leftOpen(words)
    const strange = open.filter((name) => !known.some((one) => one === name))
    if (strange.length > 0) return [[at, unknown(strange, known)]]
    const rest = words.replaceAll(/\{[^{}]*\}/g, '')
    if (/[{}]/.test(rest))
      return [[at, { zh: '花括号要成对，例如 {name}', en: 'Braces come in pairs, such as {name}' }]]
    const length = open.reduce((sum, name) => sum + longest(name as Placeholder, tiers[language]), [...rest].length)
    // A subscription message and a text message are sent in Chinese.
    const limits = language === 'zh' ? channels.map((one) => textMax[one]) : [textMax.inbox * 2]
    const max = Math.min(...limits)
    return length > max ? [[at, tooLong(length, max)]] : []
  })
}

function unknown(strange: readonly string[], known: readonly Placeholder[]): Bilingual {
  const braced = (names: readonly string[]) => names.map((name) => `{${name}}`)
  return {
    zh: `这里填不了 ${braced(strange).join('、')}，可以用：${braced(known).join('、')}`,
    en: `${braced(strange).join(', ')} cannot be filled in here. What can: ${braced(known).join(', ')}`,
  }
}

function tooLong(length: number, max: number): Bilingual {
  return {
    zh: `填好后最长 ${length} 个字，这样发送最多 ${max} 个字`,
    en: `Filled in it may have ${length} characters; sent this way it has at most ${max}`,
  }
}

function wayFaults({ purpose, channels }: Message): Found[] {
  const found: Found[] = []
  if (purpose === 'promotion' && channels.includes('subscription'))
    found.push([
      ['channels'],
      { zh: '营销消息不能用订阅消息发送', en: 'Promotion may not be sent by subscription message' },
    ])
  if (new Set(channels).size < channels.length)
    found.push([['channels'], { zh: '同一种发送方式写了两次', en: 'The same way of sending stands there twice' }])
  return found
}

const quietTime: Found = [['at'], { zh: '这个时间在免打扰时段内', en: 'This time lies in the quiet hours' }]

function occasionFaults({ on }: Message, { pointsTopUp }: Programme): Found[] {
  if (on.kind === 'every' && on.when.kind === 'always')
    return [[['on', 'when'], { zh: '要写明哪些天发送', en: 'Say on which days it is sent' }]]
  if (on.kind !== 'points-short') return []
  if (!pointsTopUp)
    return [[['on'], { zh: '没有设积分补足，无从提醒差多少', en: 'There is no points top-up to be short of' }]]
  return pointsTopUp.when.kind === 'always'
    ? [
        [
          ['on'],
          {
            zh: '积分补足每天都有，要写明哪些天才能提醒',
            en: 'Points can be topped up any day; name days to remind on',
          },
        ],
      ]
    : []
}
