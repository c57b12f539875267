import { forget, recall, remember } from './storage'

/**
 * The id of a command is minted and stored before it is sent, and dropped only when its outcome is known. A retry, even
 * after the app was closed, therefore carries the same id, and the cloud answers it with the same reply and nothing more.
 */
export function requestIdFor(operation: string, input: unknown): string {
  const slot = slotOf(operation, input)
  const pending = recall<Pending>('requests') ?? {}
  const known = pending[slot]
  if (known) return known
  const id = mint()
  remember('requests', { ...pending, [slot]: id })
  return id
}

export function outcomeKnown(operation: string, input: unknown): void {
  const { [slotOf(operation, input)]: _done, ...rest } = recall<Pending>('requests') ?? {}
  if (Object.keys(rest).length === 0) forget('requests')
  else remember('requests', rest)
}

type Pending = { [slot: string]: string }

/** Another input is another intention, so it gets an id of its own. */
function slotOf(operation: string, input: unknown): string {
  return `${operation} ${JSON.stringify(input)}`
}

/** 64 bits beside the time: unique on this phone, which is all it needs, since the cloud joins it with the member's id. */
function mint(): string {
  const half = () =>
    Math.floor(Math.random() * 0x100000000)
      .toString(36)
      .padStart(7, '0')
  return `r${Date.now().toString(36)}-${half()}${half()}`
}
