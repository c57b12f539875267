import { heroShades } from '@/kit/theme'

/** What stands on a poster. */
export type PosterWords = {
  shop: string
  head: string
  body: string
  gift: string
  order: string | null
  scan: string
}

/** Size of a poster in its own points; the canvas has twice as many, so that it is sharp on a phone and in print. */
export const posterSize = { width: 300, height: 424, scale: 2 }

/** As much of a 2D context as drawing needs. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillRect'
  | 'fillText'
  | 'drawImage'
  | 'beginPath'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'scale'
  | 'measureText'
  | 'createLinearGradient'
  | 'textAlign'
> & {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
}

const paper = { ink: '#191C1B', soft: '#555B58', white: '#FFFFFF' }
const top = 300
const side = 24

/** The middle of the rings, where the shop's mark stands once more, large. */
const middle = { x: 186, y: 222 }

/**
 * Draws the poster: the merchant's colour above with the shop's mark and who invites where, what there is to get and the
 * mini-program code below. Nothing of it is loaded from anywhere but the code's picture.
 */
export function drawPoster(
  pen: Pen,
  words: PosterWords,
  { brand, code }: { brand: string; code: CanvasImageSource },
): void {
  const { width, height, scale } = posterSize
  pen.scale(scale, scale)
  shade(pen, heroShades(brand))
  rings(pen)
  fill(pen, paper.white, [0, top, width, height - top])
  mark(pen, words.shop, brand)
  write(pen, words.shop, { at: [side + 36, 43], size: 14, colour: paper.white, within: width - 2 * side - 36 })
  write(pen, words.head, { at: [side, 92], size: 27, bold: true, colour: paper.white })
  write(pen, words.body, { at: [side, 130], size: 27, bold: true, colour: paper.white })
  write(pen, words.gift, { at: [side, top + 44], size: 16, bold: true, colour: paper.ink, within: 160 })
  if (words.order) write(pen, words.order, { at: [side, top + 68], size: 13, colour: paper.soft, within: 160 })
  write(pen, words.scan, { at: [side, top + 94], size: 12, colour: paper.soft, within: 160 })
  pen.drawImage(code, width - side - 88, top + 18, 88, 88)
}

function fill(pen: Pen, colour: string, [x, y, w, h]: readonly [number, number, number, number]): void {
  pen.fillStyle = colour
  pen.fillRect(x, y, w, h)
}

/** The upper part in the merchant's colour, which grows lighter downwards. */
function shade(pen: Pen, shades: readonly string[]): void {
  const slope = pen.createLinearGradient(0, 0, 90, top)
  for (const [index, colour] of shades.entries()) slope.addColorStop(index / Math.max(1, shades.length - 1), colour)
  pen.fillStyle = slope
  pen.fillRect(0, 0, posterSize.width, top)
}

/** Rings as of a drop in a cup; what reaches below is painted over. */
function rings(pen: Pen): void {
  pen.strokeStyle = 'rgba(255, 255, 255, 0.16)'
  pen.lineWidth = 1
  for (let radius = 64; radius <= 204; radius += 28) {
    pen.beginPath()
    pen.arc(middle.x, middle.y, radius, 0, Math.PI * 2)
    pen.stroke()
  }
}

/** The shop's mark, as at the top of its pages: the first character of its name, small before the name and large. */
function mark(pen: Pen, shop: string, brand: string): void {
  const initial = [...shop][0]
  if (!initial) return
  pen.fillStyle = brand
  rounded(pen, { x: side, y: 24, size: 28, radius: 9 })
  character(pen, initial, { x: side + 14, y: 38, size: 16, colour: paper.white })
  pen.fillStyle = 'rgba(255, 255, 255, 0.9)'
  pen.beginPath()
  pen.arc(middle.x, middle.y, 46, 0, Math.PI * 2)
  pen.fill()
  character(pen, initial, { ...middle, size: 46, colour: brand })
}

type Square = { x: number; y: number; size: number; radius: number }

function rounded(pen: Pen, { x, y, size, radius }: Square): void {
  const [near, far] = [radius, size - radius]
  const corners = [
    [near, near],
    [far, near],
    [far, far],
    [near, far],
  ] as const
  pen.beginPath()
  for (const [index, [right, down]] of corners.entries()) {
    const from = Math.PI * (1 + index / 2)
    pen.arc(x + right, y + down, radius, from, from + Math.PI / 2)
  }
  pen.fill()
}

type Character = { x: number; y: number; size: number; colour: string }

/** One character around a point. */
function character(pen: Pen, text: string, { x, y, size, colour }: Character): void {
  pen.fillStyle = colour
  pen.font = `700 ${size}px "Songti SC", "Noto Serif CJK SC", serif`
  pen.textAlign = 'center'
  // From its middle to the line it stands on.
  pen.fillText(text, x, y + size * 0.36)
  pen.textAlign = 'left'
}

type Line = { at: readonly [number, number]; size: number; colour: string; bold?: boolean; within?: number }

/** A line is written no smaller than this. */
const smallest = 9

/** One line, smaller where it does not fit; what does not fit even so ends with an ellipsis. */
function write(pen: Pen, text: string, { at, size, colour, bold = false, within = posterSize.width - 2 * side }: Line) {
  pen.fillStyle = colour
  for (let points = size; points >= smallest; points -= 1) {
    pen.font = `${bold ? '600 ' : ''}${points}px sans-serif`
    if (pen.measureText(text).width <= within) break
  }
  let shown = text
  for (let end = text.length; pen.measureText(shown).width > within && end > 1;) {
    end -= 1
    shown = `${text.slice(0, end)}…`
  }
  pen.fillText(shown, at[0], at[1])
}
