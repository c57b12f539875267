import { useState } from 'react'
import Taro, { usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { ShareButton } from '@/components/ShareButton'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { Friends } from '@/features/referrals/Friends'
import { NameRow } from '@/features/referrals/NameRow'
import { OfferCard } from '@/features/referrals/OfferCard'
import type { Poster } from '@/features/referrals/posterCanvas'
import { PosterSheet } from '@/features/referrals/PosterSheet'
import { posterOf } from '@/features/referrals/posterWords'
import { ProgressCard } from '@/features/referrals/ProgressCard'
import { linkAddress, linkPath, useLink, useReferrals, type Link } from '@/features/referrals/useReferrals'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { afterPull } from '@/kit/read'
import { useShopFace } from '@/kit/shop'
import { showInSimulator } from '@/kit/simulator'
import '@/i18n/referrals'
import './referral.scss'

/** Inviting friends: the condition and both sides' reward, how far it is, who came, and the ways to send the link. */
export default function ReferralPage() {
  const t = useTranslate()
  const language = useLanguage()
  const read = useReferrals()
  const { link, ask, busy, refusal } = useLink()
  const shop = useShopFace()
  const [poster, setPoster] = useState<Poster | null>(null)
  const [drawing, setDrawing] = useState(false)
  usePullDownRefresh(() => void afterPull(read))
  useReachBottom(read.more)
  const { head } = read
  useShared(link, head?.shop.name ?? shop.name)
  const retry = () => void read.again()
  const draw = async () => {
    setDrawing(true)
    const made = link?.picture ? link : await ask({ picture: true })
    setDrawing(false)
    if (made?.picture && head) setPoster(posterOf({ link: made, head, brand: shop.brand, language }))
  }
  return (
    <Screen
      back
      title={t('referral.title')}
      over={poster && <PosterSheet poster={poster} onClose={() => setPoster(null)} />}
    >
      {!head && read.refusal && <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={retry} />}
      {!head && !read.refusal && <Skeleton className="referral__waiting" />}
      {head && (
        <View className="page-pad referral">
          {read.refusal && <ReadStale refusal={read.refusal} at={read.at} onRetry={retry} />}
          {head.offer ? <OfferCard offer={head.offer} /> : <Notice text={t('referral.none')} />}
          {head.offer && <ProgressCard head={head} offer={head.offer} />}
          {link && <NameRow link={link} busy={busy} onChange={(showName) => void ask({ showName })} />}
          {refusal && <Notice kind="danger" text={refusal.message || t('referral.link.failed')} />}
          <Friends read={read} />
        </View>
      )}
      <BottomBar>
        <View className="referral__foot">
          <Button
            id="referral-poster"
            kind="outline"
            size={52}
            label={t('referral.poster')}
            busy={drawing || (busy && link !== null)}
            disabled={!head}
            className="referral__poster"
            onPress={() => void draw()}
          />
          <Send link={link} onAsk={() => void ask()} />
        </View>
      </BottomBar>
    </Screen>
  )
}

/** What goes out when the member shares the page, from its own button or from WeChat's menu. */
function useShared(link: Link | null, shop: string): void {
  const t = useTranslate()
  useShareAppMessage(() => {
    if (!link) return { title: shop, path: '/pages/home/index' }
    const { name } = link
    const title = name ? t('referral.message', { name, shop }) : t('referral.message.unnamed', { shop })
    return { title, path: linkPath(link) }
  })
}

/** In WeChat a friend is chosen from the contacts; a browser has none, so the link is copied there. */
function Send({ link, onAsk }: { link: Link | null; onAsk: () => void }) {
  const t = useTranslate()
  if (process.env.TARO_ENV === 'weapp' && link)
    return <ShareButton id="referral-share" label={t('referral.share')} className="referral__send" />
  const copy = () => {
    if (!link) return onAsk()
    showInSimulator(linkAddress(link))
    void Taro.setClipboardData({ data: linkAddress(link) })
      .then(() => toast(t('referral.copied')))
      .catch(() => undefined)
  }
  const label = t(process.env.TARO_ENV === 'weapp' ? 'referral.share' : 'referral.copy')
  return <Button id="referral-copy" size={52} icon="send" label={label} className="referral__send" onPress={copy} />
}
