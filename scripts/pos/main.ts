import { SingleBar } from 'cli-progress'
import path from 'node:path'
import { runPos } from './run'

// npm run pos: sends a file of orders through the till's door.
const bar = new SingleBar({
  format: 'orders {bar} {percentage}% · {value}/{total} · {eta_formatted}',
  clearOnComplete: true,
})
let shown = false

function progress(done: number, total: number): void {
  if (!process.stdout.isTTY) return
  if (!shown) bar.start(total, 0)
  shown = true
  bar.update(done)
}

function print(line: string): void {
  if (shown) bar.stop()
  shown = false
  console.log(line)
}

const cacheFolder = path.resolve(__dirname, '../../.cache/pos')
void runPos({ argv: process.argv.slice(2), env: process.env, cacheFolder, print, progress }).then((code) =>
  process.exit(code),
)
