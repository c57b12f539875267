import { useState } from 'react'
import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { couponTabs } from '@shared/coupons/contract'
import { ListRow } from '@/components/ListRow'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { CodeField } from '@/features/coupons/CodeField'
import { NoCoupons } from '@/features/coupons/NoCoupons'
import { useWallet, type CouponTab, type Wallet } from '@/features/coupons/useWallet'
import { Tickets, WalletEnd } from '@/features/coupons/Wallet'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import './coupons.scss'

/** The member's coupons: those to be used, what became of the others, and the ways to more. */
export default function CouponsPage() {
  const t = useTranslate()
  const asked = useParams()['tab'] as CouponTab | undefined
  const [tab, setTab] = useState<CouponTab>(asked && couponTabs.includes(asked) ? asked : 'usable')
  return (
    <Screen back title={t('coupon.title')}>
      <CouponsOf key={tab} tab={tab} onTab={setTab} />
    </Screen>
  )
}

function CouponsOf({ tab, onTab }: { tab: CouponTab; onTab: (tab: CouponTab) => void }) {
  const t = useTranslate()
  const wallet = useWallet(tab)
  const { head, refusal, loading, again, at } = wallet
  usePullDownRefresh(() => void afterPull(wallet))
  useReachBottom(wallet.more)
  const labels = {
    usable: t('coupon.tab.usable', { n: head?.usable ?? '' }),
    used: t('coupon.tab.used'),
    over: t('coupon.tab.over'),
  }
  return (
    <View className="wallet">
      <Tabs tabs={couponTabs.map((value) => ({ value, label: labels[value].trim() }))} chosen={tab} onChoose={onTab} />
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {!head && !refusal && <Waiting />}
      {head && (
        <View className="wallet__list">
          {refusal && !wallet.moreFailed && (
            <View className="wallet__notice">
              <ReadStale refusal={refusal} at={at} onRetry={() => void again()} />
            </View>
          )}
          <Filled tab={tab} wallet={wallet} />
        </View>
      )}
    </View>
  )
}

function Filled({ tab, wallet }: { tab: CouponTab; wallet: Wallet }) {
  const t = useTranslate()
  const [typing, setTyping] = useState(false)
  const { head, known, coupons } = wallet
  if (!head || !known) return null
  const empty = coupons.length === 0
  return (
    <>
      {tab === 'usable' && (!empty || typing) && <CodeField />}
      {tab !== 'usable' && !empty && <View className="s1 c-ink-3 wallet__past">{t('coupon.past')}</View>}
      {empty && <NoCoupons tab={tab} claimable={head.claimable} onCode={() => setTyping(true)} />}
      <Tickets coupons={coupons} now={head.serverAt} known={known} />
      <WalletEnd hasMore={wallet.hasMore} failed={wallet.moreFailed} onMore={wallet.more} />
      {tab === 'usable' && !empty && <Centre claimable={head.claimable} />}
    </>
  )
}

function Centre({ claimable }: { claimable: number }) {
  const t = useTranslate()
  return (
    <View className="card wallet__centre">
      <ListRow
        id="coupon-centre"
        icon="ticket-add"
        tile="brand"
        height={66}
        title={t('centre.title')}
        {...(claimable > 0 ? { value: t('centre.row', { n: claimable }) } : {})}
        onPress={() => open('couponCentre')}
      />
    </View>
  )
}

/** Tickets in grey, of the size that they will have. */
function Waiting() {
  return (
    <View className="wallet__list">
      {[1, 2, 3, 4].map((one) => (
        <Skeleton key={one} className="wallet__bone" />
      ))}
    </View>
  )
}
