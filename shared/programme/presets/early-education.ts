import type { Programme } from '../schema'
import { newFamily } from './early-education-journey'
import { earlyEducationTraining } from './early-education-training'
import { usual } from './usual'

/** P12 of the programme list: a family from the contract until three months after the first lesson. */
export const earlyEducation: Programme = {
  ...usual,
  id: 'early-education',
  name: { zh: '早教会员', en: 'Early education' },
  tiers: [
    {
      id: 'member',
      name: { zh: '会员家庭', en: 'Member' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 0,
      benefits: [
        { kind: 'described', code: 'ambassador', text: { zh: '家长大使', en: 'A parent ambassador' } },
        { kind: 'described', code: 'monthly-event', text: { zh: '每月中心活动', en: 'A centre event each month' } },
      ],
    },
  ],
  expiry: { kind: 'never' },
  redemption: null,
  cards: { holders: ['adult', 'child-with-guardian'], transferable: false },
  profile: {
    fields: [
      { code: 'third-adult', name: { zh: '陪同的第三位大人', en: 'A third accompanying adult' }, kind: 'person' },
    ],
    children: {
      guardianConsent: true,
      fields: [
        { code: 'nickname', name: { zh: '小名', en: 'Nickname' }, kind: 'text', sensitive: true, needed: true },
        { code: 'birthday', name: { zh: '生日', en: 'Birthday' }, kind: 'day', sensitive: true },
        { code: 'allergies', name: { zh: '过敏', en: 'Allergies' }, kind: 'text', sensitive: true },
      ],
    },
  },
  journeys: [newFamily],
  training: earlyEducationTraining,
}
