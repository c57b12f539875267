import { runPos } from '../../scripts/pos/run'

/** Sends a file to a shop that runs, with the key that the shop hands out, and calls `onProgress` after each batch. */
export async function sendTo(
  url: string,
  file: string,
  cacheFolder: string,
  onProgress: (done: number) => void = () => undefined,
) {
  const printed: string[] = []
  const argv = ['--orders', file, '--store', 'S1', '--url', url]
  const print = (line: string): void => void printed.push(line)
  const code = await runPos({ argv, env: {}, cacheFolder, print, progress: onProgress })
  return { code, printed: printed.join('\n') }
}
