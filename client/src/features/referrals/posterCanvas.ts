import Taro from '@tarojs/taro'
import { drawPoster, posterSize, type Pen, type PosterWords } from './poster'

export type Poster = { words: PosterWords; brand: string; picture: string }
/** Where a drawn poster can be had from. */
export type Drawn = { save: () => Promise<'saved' | 'denied' | 'failed'>; address: string | null }

export const canvasId = 'referral-poster'

type CanvasNode = {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): HTMLImageElement
}

/** Draws on the page's canvas; a browser, where that is another thing, draws on one of its own and shows the picture. */
export async function drawOnPage(poster: Poster): Promise<Drawn | null> {
  const canvas = process.env.TARO_ENV === 'h5' ? browserCanvas() : await pageCanvas()
  if (!canvas) return null
  const { width, height, scale } = posterSize
  canvas.width = width * scale
  canvas.height = height * scale
  const image = 'createImage' in canvas ? canvas.createImage() : new Image()
  const code = await loaded(image, `data:image/png;base64,${poster.picture}`)
  if (!code) return null
  drawPoster(canvas.getContext('2d') as Pen, poster.words, { brand: poster.brand, code })
  if (canvas instanceof Object && 'toDataURL' in canvas && process.env.TARO_ENV === 'h5') {
    const address = (canvas as HTMLCanvasElement).toDataURL('image/png')
    return { address, save: async () => download(address) }
  }
  return { address: null, save: () => toAlbum(canvas) }
}

function browserCanvas(): HTMLCanvasElement {
  return document.createElement('canvas')
}

function pageCanvas(): Promise<CanvasNode | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec(([found]: { node?: CanvasNode }[]) => resolve(found?.node ?? null))
  })
}

function loaded(image: HTMLImageElement, source: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = source
  })
}

async function toAlbum(canvas: CanvasNode | HTMLCanvasElement): Promise<'saved' | 'denied' | 'failed'> {
  try {
    const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' } as never)
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return 'saved'
  } catch (error) {
    const said = String((error as { errMsg?: unknown }).errMsg ?? '')
    return /auth|deny|denied|authorize/.test(said) ? 'denied' : 'failed'
  }
}

function download(address: string): 'saved' {
  const link = document.createElement('a')
  link.href = address
  link.download = 'poster.png'
  link.click()
  return 'saved'
}
