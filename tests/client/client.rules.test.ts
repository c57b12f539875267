import { requirement } from './support/replies'
import { readFileSync } from 'node:fs'
import { code128 } from '../../client/src/kit/code128'
import { couponSentences } from '../../shared/coupons/sentences'
import { couponNamed } from '../../client/src/kit/coupon-words'
import { changeText, countText, memberNoText, moneyText } from '../../client/src/kit/figures'
import { gapWords, shareOf, type Progress } from '../../client/src/kit/tier-words'
import { themeOf } from '../../client/src/kit/theme'
import { dayWords, isSoon, momentWords } from '../../client/src/kit/time'
import { monthsOf } from '../../client/src/features/points/useStatement'
import { entries } from './support/replies'
import { plain } from '../../client/src/components/Rich'
import { iconNames } from '../../client/src/components/icons'
import { zh } from '../../client/src/i18n/zh-CN'
import { en } from '../../client/src/i18n/en'

const now = '2026-05-21T04:10:00.000Z'

describe('days and times', () => {
  it('says today, tomorrow and yesterday as words, by the Shanghai day', () => {
    expect(dayWords('2026-05-21', '2026-05-20T16:00:00.000Z', 'zh-CN')).toBe('今天')
    expect(dayWords('2026-05-22', now, 'zh-CN')).toBe('明天')
    expect(dayWords('2026-05-20', now, 'en')).toBe('Yesterday')
  })

  it('gives the year only when it is another one', () => {
    expect(dayWords('2026-05-31', now, 'zh-CN')).toBe('5 月 31 日')
    expect(dayWords('2027-01-02', now, 'zh-CN')).toBe('2027 年 1 月 2 日')
    expect(dayWords('2027-01-02', now, 'en')).toBe('2 Jan 2027')
  })

  it('gives the clock only for days near enough for it to matter', () => {
    expect(momentWords('2026-05-21T04:06:00.000Z', now, 'zh-CN')).toBe('今天 12:06')
    expect(momentWords('2026-05-18T04:06:00.000Z', now, 'zh-CN')).toBe('5 月 18 日')
  })
})

describe('a warning of points that expire', () => {
  it('is given within a month and not before, since farther off it would be false urgency', () => {
    expect(isSoon('2026-06-21', now)).toBe(true)
    expect(isSoon('2026-06-22', now)).toBe(false)
  })
})

describe('months of the statement', () => {
  it('keep the order of the books when an old order reaches the cloud late, with the sums over the first run only', () => {
    const [may] = entries
    const late = { ...may!, id: 'entry_late', at: '2026-03-02T04:00:00.000Z' }
    const earlier = { ...may!, id: 'entry_earlier' }
    const months = monthsOf([may!, late, earlier], [{ month: '2026-05', earned: 506, used: 320 }])
    expect(months.map(({ month }) => month)).toEqual(['2026-05', '2026-03', '2026-05'])
    expect(months.map(({ sums }) => sums?.earned ?? null)).toEqual([506, null, null])
    expect(new Set(months.map(({ key }) => key)).size).toBe(3)
  })
})

describe('figures', () => {
  it('writes money from fen and signs of movements as people read them', () => {
    expect([moneyText(8550, true), moneyText(100000), moneyText(100000, true)]).toEqual([
      '¥85.50',
      '¥1,000',
      '¥1,000.00',
    ])
    expect([changeText(1280), changeText(-320), countText(0)]).toEqual(['+1,280', '−320', '0'])
    expect(memberNoText('88260173')).toBe('8826 0173')
  })
})

describe('the name of a coupon', () => {
  it.each([
    ['满 60 减 10', '满 60 减 10 券'],
    ['新茶立减 5 元', '新茶立减 5 元券'],
    ['桂花乌龙兑换券', '桂花乌龙兑换券'],
  ])('%s stands on a bill as %s', (zh, named) => {
    const name = { zh, en: '¥5 off' }
    expect([couponNamed(name, 'zh-CN'), couponNamed(name, 'en')]).toEqual([named, '¥5 off'])
  })
})

describe('an order that is sent home', () => {
  const spoken = (language: 'zh' | 'en') => [
    ...Object.entries(language === 'zh' ? zh : en)
      .filter(([key]) => /^(staff\.)?coupons?\./.test(key))
      .map(([, words]) => words),
    ...Object.values(couponSentences).map((sentence) => sentence[language]),
  ]

  it('is called by one name in every sentence about coupons, to members and at the till', () => {
    const chinese = spoken('zh').filter((words) => /邮寄|外送|配送/.test(words))
    expect(chinese).toHaveLength(5)
    expect(chinese.filter((words) => !words.includes('外送或邮寄'))).toEqual([])
    const english = spoken('en').filter((words) => /\bhome\b|\bpost\b|\bby mail\b|delivered/i.test(words))
    expect(english).toHaveLength(5)
    expect(english.filter((words) => !/sent home/.test(words))).toEqual([])
  })
})

describe('the gap to the next tier', () => {
  const gold = { id: 'gold', name: { zh: '金卡', en: 'Gold' }, slot: 'gold' as const }
  const two = (match: 'any' | 'all'): Progress => ({
    next: gold,
    match,
    requirements: [requirement('spend', 68000, 100000), requirement('orders', 9, 10)],
  })

  it('joins what is missing by "and" when all are needed and by "or" when one suffices', () => {
    expect(plain(gapWords(two('all'), 'zh-CN'))).toBe('再消费 ¥320、再下 1 单升级金卡')
    expect(plain(gapWords(two('any'), 'en'))).toBe('¥320 or 1 orders to Gold')
  })

  it('fills the bar by the need least met when all count and by the one best met when any counts', () => {
    expect(shareOf(two('all'))).toBeCloseTo(0.68)
    expect(shareOf(two('any'))).toBeCloseTo(0.9)
  })
})

describe('the bar code', () => {
  it('draws the published example of Code 128 C: start, pairs, check and stop', () => {
    // 42 18 40 20 50 16: check (105 + 42·1 + 18·2 + 40·3 + 20·4 + 50·5 + 16·6) mod 103 = 729 mod 103 = 8.
    const widths = code128('421840205016').join('')
    expect(widths.slice(0, 6)).toBe('211232')
    expect(widths.slice(-13)).toBe(`132212${'2331112'}`)
    expect(widths).toHaveLength(6 * 8 + 7)
  })

  it('gives every symbol eleven modules and the stop thirteen', () => {
    const widths = code128('88260173')
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(6 * 11 + 13)
  })
})

describe('the merchant’s colour', () => {
  const contrast = (one: string, other: string) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0)

  it.each(['#1F5A4C', '#1D4E89', '#8A1C3B', '#4B2E83', '#5A3A12'])('%s stays readable in both modes', (brand) => {
    const theme = themeOf(brand) as { [name: string]: string }
    expect(contrast(theme['--m-brand']!, '#FFFFFF')).toBeGreaterThan(4.5)
    expect(contrast(theme['--m-brand']!, theme['--m-brand-soft']!)).toBeGreaterThan(4.5)
    expect(contrast(theme['--m-brand-dark']!, theme['--m-on-brand-dark']!)).toBeGreaterThan(4.5)
    expect(contrast(theme['--m-brand-dark']!, '#1A1E1C')).toBeGreaterThan(4.5)
    expect(contrast(theme['--m-brand-dark']!, theme['--m-brand-soft-dark']!)).toBeGreaterThan(4.5)
  })

  it('keeps the house colours for no colour and for what is none', () => {
    expect(themeOf(null)).toEqual({})
    expect(themeOf('red; }')).toEqual({})
  })
})

describe('the language files', () => {
  it('have the same blanks in every sentence, so that no figure is lost in translation', () => {
    const blanks = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect([key, ...blanks(en[key])]).toEqual([key, ...blanks(zh[key])])
    }
  })

  it('have no exclamation marks', () => {
    expect([...Object.values(zh), ...Object.values(en)].filter((sentence) => /[!！]/.test(sentence))).toEqual([])
  })
})

describe('icons', () => {
  it('has a shape for every name and a name for every shape', () => {
    const shapes = [...readFileSync('client/src/components/Icon.scss', 'utf8').matchAll(/^ {2}'([a-z-]+)': ?\(/gm)]
    expect(shapes.map(([, name]) => name).sort()).toEqual([...iconNames].sort())
  })
})
