import type { Browser } from 'playwright-core'

/** Turns a screenshot into a WebP of the same size, in the browser itself: no other program is needed. */
export async function compressor(browser: Browser): Promise<(png: Buffer) => Promise<Buffer>> {
  const page = await browser.newPage()
  return async (png) => {
    const source = `data:image/png;base64,${png.toString('base64')}`
    const url = await page.evaluate(async (from) => {
      const image = Object.assign(new Image(), { src: from })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.82)
    }, source)
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  }
}
