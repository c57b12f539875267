import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { frame } from '@/kit/frame'
import { useTranslate, type Translate } from '@/kit/i18n'
import { ConsentSheet } from './ConsentSheet'
import { DocumentSheet } from './DocumentSheet'
import { JoinFoot } from './JoinFoot'
import { JoinGifts } from './JoinGifts'
import { JoinPerks } from './JoinPerks'
import { PlayedSheet } from './PlayedSheet'
import { TypedSheet } from './TypedSheet'
import type { useJoin } from './useJoin'
import type { Welcome } from './useWelcome'
import './JoinLanding.scss'

type Join = ReturnType<typeof useJoin>

/** What a visitor sees: who invited them, what there is to get in figures, an unticked box, one button. */
export function JoinLanding({
  welcome,
  sceneKnown,
  join,
  links,
}: {
  welcome: Welcome
  sceneKnown: boolean
  join: Join
  /** Ways past joining, beside the one with another number. */
  links: ReactNode
}) {
  const t = useTranslate()
  const { statusBar, bar } = frame()
  return (
    <View
      className="join"
      style={{ minHeight: `calc(100vh - ${statusBar + bar + 32}px - env(safe-area-inset-bottom))` }}
    >
      <View className="join__hero" />
      <View className="join__head">
        {welcome.from && <From from={welcome.from} />}
        <View className="join__title">{t('join.title', { shop: welcome.shop.name })}</View>
        <View className="join__free b1">{t('join.free')}</View>
      </View>
      <JoinGifts welcome={welcome} />
      {!sceneKnown && <Notice text={t('join.unknown')} className="join__unknown" />}
      <JoinPerks welcome={welcome} />
      <JoinFoot welcome={welcome} join={join} links={links} />
    </View>
  )
}

function From({ from }: { from: NonNullable<Welcome['from']> }) {
  const t = useTranslate()
  return (
    <View id="join-from" className="join__store s1">
      <Icon name={from.kind === 'store' ? 'pin' : 'person-add'} size={15} className="join__pin" />
      {fromWords(from, t)}
    </View>
  )
}

function fromWords(from: NonNullable<Welcome['from']>, t: Translate): string {
  if (from.kind === 'friend') return from.name ? t('join.friend', { name: from.name }) : t('join.friend.unnamed')
  const { storeName, staffName } = from
  return staffName ? t('join.from', { store: storeName, name: staffName }) : storeName
}

/** What stands over the landing page; a text of the shop lies on top, so that closing it leads back to where it was opened. */
export function JoinSheets({ welcome, join }: { welcome: Welcome; join: Join }) {
  const { sheet, document, enrol } = join
  return (
    <>
      {sheet === 'consent' && (
        <ConsentSheet welcome={welcome} onRead={join.read} onAgree={join.agree} onDecline={join.decline} />
      )}
      {sheet === 'typed' && (
        <TypedSheet
          instead={join.refusedByPhone}
          busy={enrol.busy}
          refusal={enrol.refusal}
          onJoin={(proof) => void enrol.send(proof)}
          onClose={join.close}
        />
      )}
      {process.env.TARO_ENV === 'h5' && sheet === 'played' && (
        <PlayedSheet onCode={(code) => join.phoneAnswered({ code })} onClose={join.close} />
      )}
      {document && <DocumentSheet document={document} onClose={() => join.read(null)} />}
    </>
  )
}
