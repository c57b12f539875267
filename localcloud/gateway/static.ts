import { createReadStream, existsSync, statSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { mediaTypeOf } from '../platform/media-types'
import { sendText, type Exchange } from './reply'

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>常来 Changlai</title>
<body style="font:16px system-ui,sans-serif;padding:10vh 24px"><h1>本地云已启动</h1><p>H5 客户端还没有构建。请运行 <code>npm run build:h5</code>，然后刷新。</p>
<p>The local cloud is running. The H5 client has not been built: run <code>npm run build:h5</code>, then reload.</p></body></html>`

/** Serves the built H5 client. Its router lives behind the `#`, so every page is `index.html`; files with a hash in their name never change. */
export function serveStatic(folder: string | null, exchange: Exchange, path: string): void {
  const { request, response } = exchange
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'method not allowed', TEXT)
  const file = folder === null ? null : fileAt(folder, path)
  if (file === null && (path === '/' || path === '/index.html'))
    return sendText(response, 200, NOT_BUILT, 'text/html; charset=utf-8')
  if (file === null) return sendText(response, 404, 'not found', TEXT)
  response.writeHead(200, {
    'content-type': mediaTypeOf(file),
    'content-length': statSync(file).size,
    'cache-control': /[.-][0-9a-f]{8,}\./.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') return void response.end()
  createReadStream(file).pipe(response)
}

const TEXT = 'text/plain; charset=utf-8'

function fileAt(folder: string, path: string): string | null {
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path))
  const inside = file.startsWith(folder + sep) && !path.includes('\0')
  return inside && existsSync(file) && statSync(file).isFile() ? file : null
}
