import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { buildClient } from './client/taro.mjs'

// npm run build:h5: the client for browsers, into dist/h5.
await ensureInstalled()
process.exit(await buildClient('h5'))
