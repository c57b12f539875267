import type { Programme } from '../schema'
import { usual } from './usual'

/** P11 of the programme list: points, stored value, a count card and a discount card, all on one account. */
export const carService: Programme = {
  ...usual,
  id: 'car-service',
  name: { zh: '汽车服务会员', en: 'Car service' },
  tiers: [
    {
      id: 'member',
      name: { zh: '会员', en: 'Member' },
      slot: 'silver',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        {
          kind: 'discount',
          code: 'discount-card',
          percent: 10,
          on: { categories: ['service'], name: { zh: '保养服务', en: 'services' } },
        },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  goodsCategories: [{ code: 'service', name: { zh: '保养服务', en: 'services' } }],
  goods: [
    { code: 'wash', name: { zh: '洗车', en: 'Wash' }, category: 'service', listFen: 4_000 },
    { code: 'maintenance', name: { zh: '小保养', en: 'Maintenance' }, category: 'service', listFen: 39_800 },
    { code: 'inspection', name: { zh: '全车检测', en: 'Inspection' }, category: 'service', listFen: 9_900 },
  ],
  storedValue: {
    plans: [
      {
        id: 'deposit-10000',
        name: { zh: '充 10000 得 12000', en: '¥12,000 for ¥10,000' },
        payFen: 1_000_000,
        creditFen: 1_200_000,
      },
      {
        id: 'deposit-5000',
        name: { zh: '充 5000 得 6000', en: '¥6,000 for ¥5,000' },
        payFen: 500_000,
        creditFen: 600_000,
      },
    ],
    spendFirst: 'in-proportion',
    refundDays: 7,
  },
  countCards: [
    {
      id: 'ten-washes',
      name: { zh: '洗车 10 次卡', en: 'Ten washes' },
      priceFen: 30_000,
      uses: 10,
      services: ['wash'],
      lasts: '12 months',
      shared: true,
      atEnd: 'refund',
    },
    {
      id: 'three-services',
      name: { zh: '保养 3 次卡', en: 'Three services' },
      priceFen: 99_900,
      uses: 3,
      services: ['maintenance', 'inspection'],
      lasts: '24 months',
      shared: false,
      atEnd: 'reactivate',
    },
  ],
  rewards: [
    {
      id: 'maintenance',
      name: { zh: '小保养一次', en: 'A maintenance service' },
      gives: { kind: 'described', code: 'maintenance', text: { zh: '小保养一次', en: 'a maintenance service' } },
      price: { points: 4_000 },
    },
    {
      id: 'car-perfume',
      name: { zh: '车载香氛', en: 'Car fragrance' },
      gives: { kind: 'gift', name: { zh: '车载香氛', en: 'a car fragrance' } },
      price: { points: 800 },
    },
  ],
}
