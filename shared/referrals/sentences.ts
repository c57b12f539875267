/** Refusals about referrals, in both languages. */
export const referralSentences = {
  referral_not_in_review: {
    zh: '这条推荐不在待核对名单里：已处理过，或订单已退款。请刷新名单',
    en: 'This referral no longer waits for you: it was settled, or its order was refunded. Refresh the list',
  },
}
