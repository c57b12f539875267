import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { WireBody } from '../gateway/admin'
import { sendJson, sendText, type Exchange } from '../gateway/reply'
import { mediaTypeOf } from './media-types'
import type { PlatformParts } from './services'

/** Files of the environment: named by their cloud path, kept under a hash of it, so that no path can leave the folder. */
export interface FileStorage {
  /** Answers `storage.*` of the SDK; null when there is no such action. */
  answer(body: WireBody): Promise<Record<string, unknown> | null>
  /** `PUT` and `GET /files/<cloud path>`. */
  serve(exchange: Exchange, cloudPath: string): Promise<void>
  /** The folder, for snapshots. */
  folder: string
}

const CLOUD_PATH_BYTES_MAX = 850
/** A permission to upload ends, as the platform's own do. */
const TICKET_MS = 30 * 60_000

export function fileStorage(parts: PlatformParts, folder: string): FileStorage {
  mkdirSync(folder, { recursive: true })
  const prefix = `cloud://${parts.environment.envId}.6c6f-${parts.environment.envId}-1250000000/`
  const placeOf = (cloudPath: string) => join(folder, createHash('sha256').update(cloudPath).digest('hex'))
  const pathOf = (fileId: string) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : null)
  /** The path of a file that is there; null for any other id. */
  const existing = (fileId: string): string | null => {
    const path = pathOf(fileId)
    return path !== null && existsSync(placeOf(path)) ? path : null
  }
  /** Permissions to upload, given out by the SDK's first request; each is good for one file. */
  const tickets = new Map<string, { path: string; until: number }>()

  const uploadMetadata = (body: WireBody) => {
    const path = String(body.path ?? '')
    if (!isCloudPath(path)) return { code: 'INVALID_PARAM', message: 'cloudPath is not a valid path' }
    const ticket = randomBytes(16).toString('hex')
    for (const [old, { until }] of tickets) if (until < parts.now()) tickets.delete(old)
    tickets.set(ticket, { path, until: parts.now() + TICKET_MS })
    const fileId = prefix + path
    return {
      data: {
        url: `${parts.url()}/files/${encodeURI(path)}`,
        token: ticket,
        authorization: ticket,
        fileId,
        cosFileId: encodeURIComponent(fileId),
      },
    }
  }
  const downloadList = (body: WireBody) => ({
    download_list: filesOf(body.file_list).map(({ fileid, max_age }) => {
      const path = existing(fileid)
      if (path === null) return { fileID: fileid, tempFileURL: '', maxAge: max_age, code: 'STORAGE_FILE_NONEXIST' }
      return { fileID: fileid, tempFileURL: `${parts.url()}/files/${path}`, maxAge: max_age, code: 'SUCCESS' }
    }),
  })
  const deleteList = (body: WireBody) => ({
    delete_list: (Array.isArray(body.fileid_list) ? body.fileid_list.map(String) : []).map((fileID) => {
      const path = existing(fileID)
      if (path === null) return { fileID, code: 'STORAGE_FILE_NONEXIST' }
      rmSync(placeOf(path))
      return { fileID, code: 'SUCCESS' }
    }),
  })

  const receive = async ({ request, response }: Exchange, cloudPath: string) => {
    const ticket = String(request.headers.authorization ?? '')
    const permission = tickets.get(ticket)
    if (permission?.path !== cloudPath || permission.until < parts.now())
      return sendJson(response, 403, { error: 'no permission to upload this file' })
    tickets.delete(ticket)
    const place = placeOf(cloudPath)
    // A part of its own: two uploads of one path must not write into each other.
    const part = `${place}.${randomBytes(8).toString('hex')}.part`
    try {
      await writeTo(part, request)
      await rename(part, place)
    } finally {
      rmSync(part, { force: true })
    }
    response.writeHead(200, { 'content-length': 0 }).end()
  }

  return {
    folder,
    async answer(body) {
      if (body.action === 'storage.getUploadMetadata') return uploadMetadata(body)
      if (body.action === 'storage.batchGetDownloadUrl') return { data: downloadList(body) }
      if (body.action === 'storage.batchDeleteFile') return { data: deleteList(body) }
      return null
    },
    async serve(exchange, cloudPath) {
      if (exchange.request.method === 'PUT') return receive(exchange, cloudPath)
      const place = placeOf(cloudPath)
      if (!existsSync(place)) return sendText(exchange.response, 404, 'no such file', 'text/plain; charset=utf-8')
      const headers = {
        'content-type': mediaTypeOf(cloudPath),
        'content-length': statSync(place).size,
        'x-content-type-options': 'nosniff',
      }
      exchange.response.writeHead(200, headers)
      if (exchange.request.method === 'HEAD') return void exchange.response.end()
      createReadStream(place).pipe(exchange.response)
    },
  }
}

async function writeTo(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'w')
  try {
    for await (const chunk of content) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

function isCloudPath(path: string): boolean {
  if (path === '' || Buffer.byteLength(path) > CLOUD_PATH_BYTES_MAX) return false
  return !path.startsWith('/') && !path.includes('//') && !path.split('/').includes('..') && !/[\0\\?#%]/.test(path)
}

function filesOf(list: unknown): { fileid: string; max_age?: number }[] {
  return Array.isArray(list) ? (list as { fileid: string; max_age?: number }[]) : []
}
