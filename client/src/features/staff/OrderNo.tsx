import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { toast } from '@/components/Toast'
import { useTranslate } from '@/kit/i18n'

/** The last six characters of an order's number, which is enough to find it today; a tap shows and copies the whole. */
export function OrderNo({ orderId }: { orderId: string }) {
  const t = useTranslate()
  const [whole, setWhole] = useState(false)
  const short = shortNo(orderId)
  const show = () => {
    setWhole(true)
    void Taro.setClipboardData({ data: orderId })
      .then(() => toast(t('staff.done.order.copied')))
      .catch(() => undefined)
  }
  return (
    <Pressable
      id="order-no"
      label={`${t('staff.done.order')} ${[...short].join(' ')}，${t('staff.done.order.copy')}`}
      className="till__order"
      onPress={show}
    >
      <View>{whole ? orderId : short}</View>
    </Pressable>
  )
}

export function shortNo(orderId: string): string {
  return orderId
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-6)
    .toUpperCase()
}
