import qrcode from 'qrcode-generator'
import { deflateSync } from 'node:zlib'
import { failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/**
 * `wxacode.getUnlimited`: a picture that leads to a page of the mini-program with a `scene`. Here it is a QR code of the page's
 * address in the H5 client. Refused as the platform refuses: 40169 for a scene over 32 of the allowed characters, 41030 for
 * a page path with a leading slash or a query.
 */
export function getUnlimitedCode(parts: PlatformParts, input: OpenApiInput): OpenApiAnswer {
  const scene = String(input.scene ?? '')
  const page = String(input.page ?? 'pages/home/index')
  if (!SCENE.test(scene)) return failed(40169, 'invalid length for scene, or the data is not json string')
  if (!/^[A-Za-z0-9_\-/]+$/.test(page) || page.startsWith('/')) return failed(41030, 'invalid page')
  const width = Math.min(Math.max(Number(input.width ?? 430), 280), 1280)
  return {
    file: pictureOf(`${parts.url()}/#/${page}?scene=${encodeURIComponent(scene)}`, width),
    contentType: 'image/png',
  }
}

/** A PNG, black on white, close to the wanted width and with the quiet margin that readers need. */
function pictureOf(text: string, width: number): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const margin = 4
  const modules = code.getModuleCount() + 2 * margin
  const scale = Math.max(1, Math.floor(width / modules))
  const isDark = (row: number, column: number) => {
    const [r, c] = [row - margin, column - margin]
    return r >= 0 && c >= 0 && r < code.getModuleCount() && c < code.getModuleCount() && code.isDark(r, c)
  }
  const side = modules * scale
  const rows = Buffer.alloc(side * (side + 1), 255)
  for (let y = 0; y < side; y++) {
    rows[y * (side + 1)] = 0
    for (let x = 0; x < side; x++) {
      if (isDark(Math.floor(y / scale), Math.floor(x / scale))) rows[y * (side + 1) + 1 + x] = 0
    }
  }
  return png(side, rows)
}

/** Greyscale, 8 bits, every row preceded by its filter byte. */
function png(side: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.writeUInt8(8, 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The checksum of PNG chunks (polynomial 0xEDB88320). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
