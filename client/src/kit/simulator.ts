/**
 * The local phone simulator shows this app in a frame of its own page and stands in for what a browser has not: a camera.
 * None of this is in the mini-program, and nobody but a page of the same origin is spoken with.
 */
export function inSimulator(): boolean {
  return process.env.TARO_ENV === 'h5' && window.parent !== window
}

/** Asks for what the camera would see. Returns a way to stop waiting. */
export function scanInSimulator(onText: (text: string) => void): () => void {
  if (!inSimulator()) return () => undefined
  const hear = (event: MessageEvent) => {
    const message = event.data as { type?: unknown; text?: unknown } | null
    if (event.source !== window.parent || event.origin !== location.origin) return
    if (message?.type === 'scanned' && typeof message.text === 'string') onText(message.text)
  }
  window.addEventListener('message', hear)
  window.parent.postMessage({ type: 'scan' }, location.origin)
  return () => window.removeEventListener('message', hear)
}

/** Tells which code this phone shows, so that another phone of the simulator can scan it; null when it shows none. */
export function showInSimulator(text: string | null): void {
  if (inSimulator()) window.parent.postMessage({ type: 'showing', text }, location.origin)
}
