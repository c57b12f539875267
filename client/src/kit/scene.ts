import { sceneText } from '@shared/kit/fields'
import { forget, recall, remember } from './storage'

/** What the code carried by which the visitor came: kept on the phone until they have joined. */
export type Scene = { text: string | null; readable: boolean }

/** Takes over what a page was opened with; something that no code of ours can carry is not kept. */
export function takeScene(given: string | undefined): Scene {
  if (!given) return { text: recall<string>('scene'), readable: true }
  const read = sceneText.safeParse(given)
  if (!read.success) return { text: recall<string>('scene'), readable: false }
  remember('scene', read.data)
  return { text: read.data, readable: true }
}

/** Joining has used it up. */
export function forgetScene(): void {
  forget('scene')
}
