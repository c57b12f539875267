import { createHmac } from 'node:crypto'
import type { Effects } from '../../_runtime/effects'
import { lookupHash } from '../../_runtime/vault'

/** What a mini-program code of this shop stands for. Its id is what the code carries. */
export type Scene = { _id: string } & SceneFacts & { at: string }
export type SceneFacts = StoreFacts | FriendFacts
type StoreFacts = { kind: 'store'; storeId: string; staffId: string | null; staffName: string | null }
/** A member's own link. The name is masked unless they wished to show it; `installations`: phones it was opened on by them. */
export type FriendFacts = {
  kind: 'friend'
  referrerId: string
  shownName: string | null
  nameShown: boolean
  installations: string[]
}

/** The page to which store codes lead. */
export const scenePage = 'pages/home/index'

/**
 * The code of a store, or of one employee in it: always the same, so that it may be printed, and nobody without the key can
 * make one.
 */
export function storeScene(effects: Effects, storeId: string, staffId: string | null): string {
  return sceneOf(effects, `scene:store:${storeId}:${staffId ?? '-'}`)
}

/** The code of a member's link: one for each member, for good. */
export function friendScene(effects: Effects, referrerId: string): string {
  return sceneOf(effects, `scene:friend:${referrerId}`)
}

function sceneOf(effects: Effects, about: string): string {
  const digest = createHmac('sha256', effects.secrets.identityKey).update(about).digest()
  return Array.from(digest.subarray(0, codeLength), (byte) => letters[byte % letters.length]).join('')
}

/** How somebody first came to the shop, before they were a member; what brought them first is what counts. */
export type Visitor = { _id: string; firstTouch: (StoreFacts | FriendTouch) & { scene: string; at: string } }
type FriendTouch = Pick<FriendFacts, 'kind' | 'referrerId' | 'shownName'>

export function visitorId(effects: Effects, openid: string): string {
  return `visitor-${lookupHash(effects.secrets.identityKey, `visitor:${openid}`)}`
}

export type Origin = { visitor: Visitor | null; scene: Scene | null }

/** Where somebody comes from: what brought them the first time, and what the code of now stands for. One trip. */
export async function readOrigin(effects: Effects, openid: string, scene: string | undefined): Promise<Origin> {
  const [visitor, found] = await Promise.all([
    effects.store.get<Visitor>('visitors', visitorId(effects, openid)),
    scene === undefined ? null : effects.store.get<Scene>('scenes', scene),
  ])
  return { visitor, scene: found }
}

/** Eighty bits in letters and digits. */
const codeLength = 16
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
