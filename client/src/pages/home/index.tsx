import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Button } from '@/components/Button'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { ShopMark } from '@/components/ShopMark'
import { hasCardKept, useCardKept } from '@/features/cards/useCardKept'
import { Announced } from '@/features/members/Announced'
import { ForYou } from '@/features/members/ForYou'
import { HomeSkeleton } from '@/features/members/HomeSkeleton'
import { LinkNote } from '@/features/members/LinkNote'
import { JoinLanding, JoinSheets } from '@/features/members/JoinLanding'
import { MemberCard } from '@/features/members/MemberCard'
import { OfflineNote } from '@/features/members/OfflineNote'
import { OnNow } from '@/features/members/OnNow'
import { PersonPicker } from '@/features/members/PersonPicker'
import { QuickEntries } from '@/features/members/QuickEntries'
import { useHome } from '@/features/members/useHome'
import { useJoin } from '@/features/members/useJoin'
import { useWelcome, type Welcome } from '@/features/members/useWelcome'
import { grantKept } from '@/features/staff/useGrant'
import { useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import { useShopFace } from '@/kit/shop'
import './index.scss'

/** The first page: a member's home, or for a visitor the way in. */
export default function HomePage() {
  const home = useHome()
  useCardKept(home.value !== null)
  usePullDownRefresh(() => void afterPull(home))
  if (home.value) return <Home value={home.value} home={home} />
  if (home.refusal?.code === 'not_enrolled') return <Landing />
  return <Opening home={home} />
}

type Part = { home: ReturnType<typeof useHome> }

const openCode = () => open('code')

function Home({ value, home }: Part & { value: MemberHome }) {
  const offline = home.refusal?.code === 'network'
  const noCode = offline && !hasCardKept()
  return (
    <Screen tab="home" lead={<ShopMark name={value.shop.name} storeName={value.shop.storeName} />}>
      <View className="home">
        {home.refusal && (
          <View className="home__stale">
            <ReadStale refusal={home.refusal} at={home.at} onRetry={() => void home.again()} />
          </View>
        )}
        <LinkNote />
        <Announced home={value} />
        <MemberCard home={value} numberOnly={noCode} onCode={openCode} />
        {offline && <OfflineNote numberOnly={noCode} />}
        <QuickEntries home={value} />
        <OnNow home={value} />
        <ForYou home={value} />
      </View>
    </Screen>
  )
}

/** No home yet: still loading, not loaded, or a developer's browser that plays nobody. */
function Opening({ home }: Part) {
  const t = useTranslate()
  const { name, storeName } = useShopFace()
  const nobody = process.env.TARO_ENV === 'h5' && home.refusal?.code === 'identity_missing'
  if (nobody) {
    return (
      <Screen title={t('people.title')}>
        <View className="home">
          <PersonPicker />
        </View>
      </Screen>
    )
  }
  return (
    <Screen tab="home" lead={name ? <ShopMark name={name} storeName={storeName} /> : undefined}>
      <View className="home">
        {home.refusal && <ReadFailed refusal={home.refusal} busy={home.loading} onRetry={() => void home.again()} />}
        {!home.refusal && home.slow && <HomeSkeleton onCode={openCode} />}
      </View>
    </Screen>
  )
}

function Landing() {
  const came = useWelcome(useParams().scene)
  const { value, refusal, loading, again } = came
  if (value) return <Join welcome={value} came={came} />
  return <Screen>{refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}</Screen>
}

function Join({ welcome, came }: { welcome: Welcome; came: ReturnType<typeof useWelcome> }) {
  const join = useJoin(welcome, came)
  return (
    <Screen light wash={false} ownPrivacy over={<JoinSheets welcome={welcome} join={join} />}>
      <JoinLanding welcome={welcome} sceneKnown={came.sceneKnown} join={join} links={<WaysPast />} />
    </Screen>
  )
}

/** Nobody has to join to look around, and staff need not be members; who is staff this phone has heard before. */
function WaysPast() {
  const t = useTranslate()
  const looks = { kind: 'text', size: 44, className: 'join__way' } as const
  return (
    <>
      <Button {...looks} id="join-browse" label={t('join.browse')} onPress={() => openTab('me')} />
      {grantKept() && <Button {...looks} id="join-staff" label={t('join.staff')} onPress={() => open('till')} />}
    </>
  )
}
