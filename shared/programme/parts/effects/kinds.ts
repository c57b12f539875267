import { cashBack } from './cash-back'
import { chance } from './chance'
import { coupon } from './coupon'
import { described } from './described'
import { earningTimes } from './earning-times'
import { freeDelivery } from './free-delivery'
import { gift } from './gift'
import { moneyOff } from './money-off'
import { percentOff } from './percent-off'
import { points } from './points'
import { price } from './price'

/** Every kind of effect that there is. */
export const kinds = [
  points,
  earningTimes,
  coupon,
  gift,
  chance,
  described,
  percentOff,
  moneyOff,
  price,
  cashBack,
  freeDelivery,
] as const
