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

let shades: string[] = []

/** The lines of a poster, without the shop's mark. */
const linesOf = (words: PosterWords) => written(words).filter(([text]) => text !== '屿')

/** What a pen writes whose letters are rather more than half as wide as they are high, each line with its size and colour. */
function written(words: PosterWords, brand = '#1f5a4c'): [string, number, unknown][] {
  const lines: [string, number, unknown][] = []
  const sizeOf = (font: string) => Number(/(\d+)px/.exec(font)?.[1])
  const slope = { addColorStop: (_: number, colour: string) => shades.push(colour) }
  const pen = new Proxy({ font: '', fillStyle: '' } as Pen, {
    get: (held, name) => {
      if (name === 'measureText') return (text: string) => ({ width: text.length * sizeOf(held.font) * 0.55 })
      if (name === 'fillText') return (text: string) => lines.push([text, sizeOf(held.font), held.fillStyle])
      if (name === 'createLinearGradient') return () => slope
      return name === 'font' ? held.font : () => undefined
    },
  })
  drawPoster(pen, words, { brand, code: {} as CanvasImageSource })
  return lines
}

describe('a poster', () => {
  it('is of one size, and says every line whole: a long one smaller, but never too small to read', () => {
    expect(posterSize).toEqual({ width: 300, height: 424, scale: 2 })
    const lines = linesOf(en)
    expect(lines.map(([text]) => text)).toEqual([en.shop, en.head, en.body, en.gift, en.order, en.scan])
    for (const [, size] of lines) expect(size).toBeGreaterThanOrEqual(9)
  })

  it('ends what would be too small with an ellipsis', () => {
    const [, , , [gift, size] = ['', 0]] = linesOf({ ...en, gift: 'Join '.repeat(20) })
    expect([gift.endsWith('…'), size]).toEqual([true, 9])
  })
})

describe('the shop’s mark on a poster', () => {
  it('is the first character of its name, white on its colour before the name, and large in its colour', () => {
    const marks = written(en, '#7a3b1f').filter(([text]) => text === '屿')
    expect(marks).toEqual([
      ['屿', 16, '#FFFFFF'],
      ['屿', 46, '#7a3b1f'],
    ])
  })

  it('is a whole character where one takes two units, and none where the name is not known', () => {
    expect(written({ ...en, shop: '𠮷野茶' }).map(([text]) => text)).toContain('𠮷')
    expect(written({ ...en, shop: '' })).toHaveLength(6)
  })

  it('stands on the shades of the shop’s colour, dark where words are written', () => {
    shades = []
    written(en, '#1f5a4c')
    expect(shades).toEqual(['#18463b', '#2a6255', '#47786c'])
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
