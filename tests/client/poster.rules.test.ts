import { drawPoster, posterSize, type Pen, type PosterWords } from '../../client/src/features/referrals/poster'
import { translator } from '../../client/src/kit/i18n'

const en: PosterWords = {
  shop: '屿间茶舍',
  head: '林* invites you',
  body: 'to 屿间茶舍',
  gift: 'Join and get 100 points',
  order: '200 points more on a first order',
  scan: 'Press and hold to join',
}

/** What a pen writes whose letters are rather more than half as wide as they are high, each line with its size. */
function written(words: PosterWords): [string, number][] {
  const lines: [string, number][] = []
  const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])
  const pen = new Proxy({ font: '' } as Pen, {
    get: (held, name) => {
      if (name === 'measureText') return (text: string) => ({ width: text.length * sizeOf(held.font) * 0.55 })
      if (name === 'fillText') return (text: string) => lines.push([text, sizeOf(held.font)])
      return name === 'font' ? held.font : () => undefined
    },
  })
  drawPoster(pen, words, { brand: '#1f5a4c', code: {} as CanvasImageSource })
  return lines
}

describe('a poster', () => {
  it('is of one size, and says every line whole: a long one smaller, but never too small to read', () => {
    expect(posterSize).toEqual({ width: 300, height: 424, scale: 2 })
    const lines = written(en)
    expect(lines.map(([text]) => text)).toEqual([en.shop, en.head, en.body, en.gift, en.order, en.scan])
    for (const [, size] of lines) expect(size).toBeGreaterThanOrEqual(9)
  })

  it('ends what would be too small with an ellipsis', () => {
    const [, , , [gift, size] = ['', 0]] = written({ ...en, gift: 'Join '.repeat(20) })
    expect([gift.endsWith('…'), size]).toEqual([true, 9])
  })
})

describe('what is named in a sentence', () => {
  const [zh, english] = [translator('zh-CN'), translator('en')]

  it('is apart from the word before it where it begins with a figure, in Chinese alone', () => {
    const words = (what: string) => zh('join.friend.now', { what })
    expect([words('200 积分'), words('¥10 券'), words('限定茶杯')]).toEqual([
      '入会后再得 200 积分',
      '入会后再得 ¥10 券',
      '入会后再得限定茶杯',
    ])
    expect(english('join.friend.now', { what: '200 points' })).not.toContain('  ')
  })
})
