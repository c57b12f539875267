import { useState } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'

/** The last six characters of an order's number, which is enough to find it today; a tap shows and copies the whole. */
export function OrderNo({ orderId }: { orderId: string }) {
  const t = useTranslate()
  const [whole, setWhole] = useState(false)
  const short = shortNo(orderId)
  const show = () => {
    setWhole(true)
    // The platform itself says that it was copied.
    void Taro.setClipboardData({ data: orderId }).catch(() => undefined)
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
