import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openShop } from '../start/open-shop'
import { launchChromium } from '../testing/launch-chromium'
import { compressor } from './compress'
import { photographMember, photographTill, photographVisitor } from './scenes'

const root = path.resolve(__dirname, '../..')
const target = path.join(root, 'docs/pictures')
const bytesMax = 150_000

// Photographs the real client in a demonstration shop whose clock shows the day of the design's pictures.
takePictures().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})

async function takePictures(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'changlai-pictures-'))
  const plan = { preset: 'demo-tea', demonstration: true, at: '2026-05-21T06:30:00.000Z' }
  const shop = await openShop({ ...plan, root, data, port: 0, fresh: false, client: true })
  const browser = await launchChromium()
  mkdirSync(target, { recursive: true })
  try {
    const compress = await compressor(browser)
    const keep = async (name: string, png: Buffer): Promise<void> => {
      const picture = await compress(png)
      if (picture.length > bytesMax) throw new Error(`${name} weighs ${picture.length} bytes`)
      writeFileSync(path.join(target, `${name}.webp`), picture)
      console.log(`${name} ${Math.round(picture.length / 1000)} KB`)
    }
    const way = { browser, url: shop.cloud.url, founded: shop.founded, keep }
    await photographMember(way)
    await photographVisitor(way)
    await photographTill(way)
  } finally {
    await browser.close()
    await shop.close()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}
