import type { Way } from './plan'

/** What may have left is not sent again; a mail that comes twice is shown once by its number, so it may be. */
export function maySendAgain({ state, channel }: { state: string; channel: Way | null }): boolean {
  return state === 'failed' || (state === 'unsure' && channel === 'mail')
}
