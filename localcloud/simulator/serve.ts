import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendText, type Exchange } from '../gateway/reply'
import { serveStatic } from '../gateway/static'

/**
 * Answers `GET /__local/phone…`: the phone simulator, a page for developers that shows the H5 client in two phones beside what
 * the platform would have sent to them. `/screen/<phone>/<openid>` is the client itself in one of these phones.
 */
export function serveSimulator(staticDir: string | null, exchange: Exchange, rest: string): void {
  if (rest.startsWith('/screen/')) return serveScreen(staticDir, exchange)
  serveStatic(pageFolder, exchange, rest === '' || rest === '/' ? '/phone.html' : rest)
}

const pageFolder = join(__dirname, 'page')

/** The phones share one origin and one page, and so storage and history; before the client runs, each is given its own. */
const phoneParts = [
  '<script src="/__local/phone/storage.js"></script><script src="/__local/phone/history.js"></script>',
  '<style>*{scrollbar-width:none}</style>',
].join('')

function serveScreen(staticDir: string | null, exchange: Exchange): void {
  const index = staticDir === null ? null : join(staticDir, 'index.html')
  if (exchange.request.method !== 'GET' || index === null || !existsSync(index))
    return serveStatic(staticDir, exchange, '/')
  const client = readFileSync(index, 'utf8').replace('<head>', () => `<head>${phoneParts}`)
  sendText(exchange.response, 200, client, 'text/html; charset=utf-8')
}
