import type { Programme } from '../schema'

/** P2 of the programme list: tiers by cumulative spend, a rate and a discount per tier, points that never expire. */
export const expressCourier: Programme = {
  id: 'express-courier',
  name: { zh: '快递会员', en: 'Express courier' },
  tiers: [
    {
      id: 'regular',
      name: { zh: '普通', en: 'Regular' },
      slot: 'regular',
      qualification: null,
      pointsPerYuan: 1,
      benefits: [
        { kind: 'discount', percent: 5 },
        { kind: 'described', code: 'activities', text: { zh: '会员活动', en: 'Member activities' } },
      ],
    },
    {
      id: 'silver',
      name: { zh: '银卡', en: 'Silver' },
      slot: 'silver',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 50_000 }] },
      pointsPerYuan: 1.5,
      benefits: [
        { kind: 'discount', percent: 10 },
        { kind: 'gift', code: 'welcome-gift', name: { zh: '升级欢迎礼', en: 'Welcome gift' }, when: 'on-reaching' },
      ],
    },
    {
      id: 'gold',
      name: { zh: '金卡', en: 'Gold' },
      slot: 'gold',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 100_000 }] },
      pointsPerYuan: 2,
      benefits: [
        { kind: 'discount', percent: 15 },
        { kind: 'gift', code: 'gift', name: { zh: '金卡升级礼', en: 'Gold gift' }, when: 'on-reaching' },
        { kind: 'described', code: 'first-access', text: { zh: '新服务优先体验', en: 'First access to new services' } },
      ],
    },
    {
      id: 'platinum',
      name: { zh: '铂金', en: 'Platinum' },
      slot: 'platinum',
      qualification: { match: 'any', conditions: [{ kind: 'spend', atLeastFen: 300_000 }] },
      pointsPerYuan: 2.5,
      benefits: [
        { kind: 'discount', percent: 20 },
        { kind: 'gift', code: 'platinum-gift', name: { zh: '铂金升级礼', en: 'Platinum gift' }, when: 'on-reaching' },
        { kind: 'described', code: 'agent', text: { zh: '专属客服', en: 'A service agent of your own' } },
      ],
    },
  ],
  expiry: { kind: 'never' },
  cards: {
    holders: ['adult', 'organisation'],
    transferable: false,
    lost: { reportBy: ['mini-program', 'hotline'], checks: ['id-card', 'passport', 'phone', 'known'] },
  },
  redemption: null,
  refundShortfall: 'debt',
  enrolment: { points: 0, phone: 'optional' },
  terms: { termsVersion: '2026-01', privacyVersion: '2026-01' },
}
