import type { Programme } from '../schema'
import { annualAndFrequency } from './annual-and-frequency'
import { basicToPrestige } from './basic-to-prestige'
import { bronzeToDiamond } from './bronze-to-diamond'
import { carService } from './car-service'
import { clubButler } from './club-butler'
import { demoTea } from './demo-tea'
import { earlyEducation } from './early-education'
import { expressCourier } from './express-courier'
import { newStore } from './new-store'
import { onlineShop } from './online-shop'
import { pharmacy } from './pharmacy'
import { photoStudio } from './photo-studio'
import { restaurant } from './restaurant'
import { silverToDiamond } from './silver-to-diamond'
import { spendAndTenure } from './spend-and-tenure'
import { teaHouse } from './tea-house'
import { teaMerchant } from './tea-merchant'

const all: readonly Programme[] = [
  teaHouse,
  expressCourier,
  pharmacy,
  bronzeToDiamond,
  basicToPrestige,
  silverToDiamond,
  spendAndTenure,
  photoStudio,
  restaurant,
  onlineShop,
  carService,
  earlyEducation,
  clubButler,
  annualAndFrequency,
  newStore,
  teaMerchant,
  demoTea,
]

/** Every programme that a merchant can start from, by id. */
export const presets: Readonly<Record<string, Programme>> = Object.fromEntries(all.map((one) => [one.id, one]))
