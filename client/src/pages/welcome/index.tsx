import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Screen } from '@/components/Screen'
import { useJoined, type Joined } from '@/features/members/joined'
import { NameRow, NameSheet } from '@/features/members/NameSheet'
import { NewCard } from '@/features/members/NewCard'
import { useHome } from '@/features/members/useHome'
import { WelcomeGifts } from '@/features/members/WelcomeGifts'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import './index.scss'

const topics = ['tier-upgraded', 'points-expiring'] as const

/** The new member's first page: the card, what has arrived, and the one thing to do in the shop. */
export default function WelcomePage() {
  const home = useHome().value
  const joined = useJoined((state) => state.joined)
  const nobodyNew = joined === null
  useEffect(() => {
    if (nobodyNew) openTab('home')
  }, [nobodyNew])
  return home && joined ? <Welcomed home={home} joined={joined} /> : <Screen back>{null}</Screen>
}

function Welcomed({ home, joined }: { home: MemberHome; joined: Joined }) {
  const t = useTranslate()
  const [naming, setNaming] = useState(false)
  const { name } = home.member
  const { from } = joined.welcome
  return (
    <Screen back over={naming && <NameSheet onClose={() => setNaming(false)} />}>
      <View className="welcome">
        <View className="h1">{name ? t('welcome.title.name', { name }) : t('welcome.title')}</View>
        <View className="b1 c-ink-2 num welcome__ordinal">
          {t('welcome.ordinal', { shop: home.shop.name, n: countText(joined.ordinal) })}
        </View>
        <NewCard home={home} storeName={from?.kind === 'store' ? from.storeName : null} />
        <View className="h3 welcome__section">{t('welcome.gifts')}</View>
        <WelcomeGifts joined={joined} />
        {!name && <NameRow onPress={() => setNaming(true)} />}
        <ReminderRow topics={topics} className="welcome__reminder" />
      </View>
      <BottomBar>
        <Button id="welcome-code" size={52} label={t('home.code')} onPress={() => open('code')} />
      </BottomBar>
    </Screen>
  )
}
