import { maskedName } from '../../../shared/kit/names'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { referralsLink } from '../../../shared/referrals/contract'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { friendScene, scenePage, type FriendFacts, type Scene } from '../shop/scene'
import { phoneMarks } from './phone-marks'

type Link = { _id: string; at: string } & FriendFacts

/** How many of a member's phones are remembered, the last ones. */
const installationsMax = 5

/** The member's own link, made when it is first asked for, and its mini-program code as a picture that is drawn once. */
export const link: Handler<typeof referralsLink, EnrolledContext> = async (context, { picture, showName, device }) => {
  const { effects, account, now } = context
  const scene = friendScene(effects, account._id)
  const [known, kept] = await Promise.all([
    effects.store.get<Link>('scenes', scene),
    picture ? effects.store.get<Picture>('scenePictures', scene) : null,
  ])
  const nameShown = showName ?? known?.nameShown ?? false
  const { installation } = phoneMarks(effects, device)
  const next: Link = {
    _id: scene,
    kind: 'friend',
    referrerId: account._id,
    shownName: nameShown ? account.name : maskedName(account.name),
    nameShown,
    installations: withPhone(known?.installations ?? [], installation),
    at: known?.at ?? now,
  }
  if (!known || !isSame(known, next)) await effects.store.put('scenes', next)
  const drawn = picture ? (kept?.picture ?? (await draw(effects, scene))) : null
  if (picture && drawn === null) return refuse('code_not_drawn')
  return allow({ scene, page: scenePage, nameShown, name: next.shownName, picture: drawn })
}

function withPhone(known: readonly string[], one: string | undefined): string[] {
  if (one === undefined || known.includes(one)) return [...known]
  return [...known, one].slice(-installationsMax)
}

function isSame(a: Link, b: Link): boolean {
  const parts = ({ shownName, nameShown, installations }: Link) => JSON.stringify([shownName, nameShown, installations])
  return parts(a) === parts(b)
}

type Picture = { _id: string; picture: string }

async function draw(effects: Effects, scene: Scene['_id']): Promise<string | null> {
  const { picture, errCode } = await effects.platform.drawCode({ scene, page: scenePage })
  if (!picture) {
    effects.log({ event: 'code_not_drawn', errCode })
    return null
  }
  const drawn = Buffer.from(picture).toString('base64')
  // Somebody who asked at the same time has kept the same picture.
  effects.afterReply(async () => void (await effects.store.insert('scenePictures', [{ _id: scene, picture: drawn }])))
  return drawn
}
