import { View } from '@tarojs/components'
import { sceneText } from '@shared/kit/fields'
import { shopWelcome } from '@shared/shop/contract'
import { Notice } from '@/components/Notice'
import { useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { useRead } from '@/kit/read'
import { useJoined } from './joined'

/** What a member is told who opens a friend's link, or their own: it is for somebody who is not a member yet. */
export function LinkNote() {
  // Whoever has just joined by it is told by the page that welcomes.
  const newcomer = useJoined((state) => state.joined !== null)
  const scene = sceneText.safeParse(useParams()['scene'] ?? '')
  return scene.success && !newcomer ? <Note scene={scene.data} /> : null
}

function Note({ scene }: { scene: string }) {
  const t = useTranslate()
  const { from } = useRead(shopWelcome, { scene }).value ?? {}
  if (from?.kind !== 'friend' || from.state === 'open') return null
  return (
    <View id="home-link" className="home__stale">
      <Notice icon="person-add" text={t(from.state === 'own' ? 'home.link.own' : 'home.link.member')} />
    </View>
  )
}
