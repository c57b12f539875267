import { sceneText } from '@shared/kit/fields'
import { forget, recall, remember } from './storage'

/** What the code carried by which the visitor came: kept on the phone until they have joined. */
export type Scene = { text: string | null; readable: boolean }

/** Takes over what a page was opened with; something that no code of ours can carry is not kept. */
export function takeScene(given: string | undefined): Scene {
  if (!given) return { text: recall<string>('scene'), readable: true }
  const read = sceneText.safeParse(decoded(given))
  if (!read.success) return { text: recall<string>('scene'), readable: false }
  remember('scene', read.data)
  return { text: read.data, readable: true }
}

/** Joining has used it up. */
export function forgetScene(): void {
  forget('scene')
}

/** WeChat hands the scene over encoded, a browser's router decoded; no scene holds a percent sign, so twice does no harm. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
