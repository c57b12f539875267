import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'

/** Fields and files of a form by name; null when the form is broken or one part is larger than allowed. */
export async function readForm(request: IncomingMessage, bytesMax: number): Promise<Map<string, Buffer> | null> {
  return new Promise((resolve) => {
    const parts = new Map<string, Buffer>()
    const parser = busboy({ headers: request.headers, limits: { fileSize: bytesMax, fieldSize: bytesMax, parts: 50 } })
    parser.on('field', (name, value) => parts.set(name, Buffer.from(value, 'utf8')))
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => parts.set(name, Buffer.concat(chunks)))
    })
    parser.on('close', () => resolve(parts))
    parser.on('error', () => resolve(null))
    request.pipe(parser)
  })
}
