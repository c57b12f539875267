/**
 * The local phone simulator shows this app in a frame of its own page and stands in for what a browser has not: a camera and
 * WeChat's dialogs.
 * None of this is in the mini-program, and nobody but a page of the same origin is spoken with.
 */
export function inSimulator(): boolean {
  return process.env.TARO_ENV === 'h5' && window.parent !== window
}

/** Asks for what the camera would see. Returns a way to stop waiting. */
export function scanInSimulator(onText: (text: string) => void): () => void {
  const stop = listen(({ type, text }) => {
    if (type === 'scanned' && typeof text === 'string') onText(text)
  })
  tell({ type: 'scan' })
  return stop
}

/** Lets another phone of the simulator scan the code that this one shows. Returns a way to stop showing it. */
export function showInSimulator(text: string | null): () => void {
  const show = () => tell({ type: 'code', text })
  if (text === null) return () => undefined
  show()
  return listen(({ type }) => {
    if (type === 'show-code') show()
  })
}

/** Lets the simulator ask for messages as WeChat would; what the member answered, null when the dialog did not open. */
export function subscribeInSimulator(templateIds: string[]): Promise<{ accepted: string[]; refused: string[] } | null> {
  if (!inSimulator()) return Promise.resolve(null)
  return new Promise((resolve) => {
    const stop = listen(({ type, accepted }) => {
      if (type !== 'subscribed') return
      stop()
      const allowed = templateIds.filter((id) => Array.isArray(accepted) && accepted.includes(id))
      resolve({ accepted: allowed, refused: templateIds.filter((id) => !allowed.includes(id)) })
    })
    tell({ type: 'subscribe', templateIds })
  })
}

type Message = { type?: unknown; text?: unknown; accepted?: unknown; templateIds?: unknown }

function tell(message: Message): void {
  if (inSimulator()) window.parent.postMessage(message, location.origin)
}

function listen(onMessage: (message: Message) => void): () => void {
  if (!inSimulator()) return () => undefined
  const hear = ({ source, origin, data }: MessageEvent) => {
    const known = source === window.parent && origin === location.origin
    if (known && typeof data === 'object' && data !== null) onMessage(data as Message)
  }
  window.addEventListener('message', hear)
  return () => window.removeEventListener('message', hear)
}
