import type { IncomingMessage } from 'node:http'

/** Limit of an event on the platform. */
export const EVENT_BYTES_MAX = 6 * 1024 * 1024
/** Limit of one request of the SDK: a document or an answer may have 16 MB. */
export const WIRE_BYTES_MAX = 32 * 1024 * 1024

/** The whole body, or null when it is longer than allowed. What is too much is read and thrown away, so that the sender hears the refusal. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= bytesMax) chunks.push(chunk)
    else chunks.length = 0
  }
  return bytes > bytesMax ? null : Buffer.concat(chunks)
}
