import { useState } from 'react'
import { cardsMine } from '@shared/cards/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { rewardsList, rewardsMine, rewardsRedeem, type ParcelAddress, type RewardOffer } from '@shared/rewards/contract'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { queryClient } from '@/kit/query'
import { outdated } from '@/kit/read'
import { useShopFace } from '@/kit/shop'
import { recall, remember } from '@/kit/storage'
import { costOf } from './rewardWords'

export type Stores = readonly { id: string; name: string }[]
export const nowhere: ParcelAddress = { name: '', phone: '', region: '', street: '' }

/** A swap in the making: how many, how it reaches the member, and the command. */
export function useSwap(
  reward: RewardOffer,
  about: { stores: Stores; paying: { cardId?: string }; onDone: () => void },
) {
  const { stores, paying, onDone } = about
  const t = useTranslate()
  const command = useCommand(rewardsRedeem)
  const [count, setCount] = useState(1)
  const [way, setWay] = useState<'store' | 'post'>(reward.ways[0] ?? 'store')
  const usual = useShopFace(({ storeName }) => stores.find(({ name }) => name === storeName))
  const [storeId, setStoreId] = useState(recall<string>('mall-store') ?? usual?.id ?? '')
  const [address, setAddress] = useState<ParcelAddress>(nowhere)
  const store = stores.find(({ id }) => id === storeId) ?? stores[0]
  const cost = costOf(reward, count)
  const isAddressed = way === 'store' || isWhole(address)

  async function send() {
    const handing = way === 'post' ? { way, address: trimmed(address) } : { way, storeId: store?.id ?? '' }
    const answer = await command.run({ rewardId: reward.rewardId, count, handing, ...paying, ...cost })
    // What was refused may have changed meanwhile: the mall is read again, and shows why.
    void queryClient.invalidateQueries({ queryKey: [rewardsList.name] })
    if (!answer?.ok) return
    if (store) remember('mall-store', store.id)
    for (const operation of [homeRead, pointsStatement, rewardsMine, cardsMine]) outdated(operation)
    toast(t('swap.done'))
    onDone()
    open('exchanges')
  }
  return { command, count, setCount, way, setWay, store, setStoreId, address, setAddress, cost, isAddressed, send }
}

/** Whether a parcel would find its way by it. */
export function isWhole(address: ParcelAddress): boolean {
  const { name, phone, region, street } = trimmed(address)
  return name !== '' && /^1[3-9]\d{9}$/.test(phone) && region !== '' && street.length >= 2
}

export function trimmed({ name, phone, region, street }: ParcelAddress): ParcelAddress {
  return { name: name.trim(), phone: phone.trim(), region: region.trim(), street: street.trim() }
}
