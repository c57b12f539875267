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
  'fillRect' | 'fillText' | 'drawImage' | 'beginPath' | 'arc' | 'stroke' | 'fill' | 'scale' | 'measureText'
> & {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
}

const paper = { ink: '#191C1B', soft: '#555B58', white: '#FFFFFF' }
const top = 300
const side = 24

/**
 * Draws the poster: the merchant's colour above with who invites where, what there is to get and the mini-program code
 * below. Nothing of it is loaded from anywhere but the code's picture.
 */
export function drawPoster(
  pen: Pen,
  words: PosterWords,
  { brand, code }: { brand: string; code: CanvasImageSource },
): void {
  const { width, height, scale } = posterSize
  pen.scale(scale, scale)
  fill(pen, brand, [0, 0, width, top])
  fill(pen, paper.white, [0, top, width, height - top])
  rings(pen)
  write(pen, words.shop, { at: [side, 42], size: 15, colour: paper.white })
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

/** Rings as of a drop in a cup. */
function rings(pen: Pen): void {
  pen.strokeStyle = 'rgba(255, 255, 255, 0.16)'
  pen.lineWidth = 1
  for (let radius = 22; radius <= 118; radius += 16) {
    pen.beginPath()
    pen.arc(posterSize.width / 2 + 20, 218, radius, 0, Math.PI * 2)
    pen.stroke()
  }
  pen.fillStyle = 'rgba(255, 255, 255, 0.86)'
  pen.beginPath()
  pen.arc(posterSize.width / 2 + 20, 218, 14, 0, Math.PI * 2)
  pen.fill()
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
