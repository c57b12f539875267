// The area graph: which areas of the shop an area may know, in shared/ and in cloudfunctions/_areas/ alike. `kit` is known to
// all and knows nobody. A new area, or a new arrow, is a line here, so that it is a decision and not an accident. No circles.
module.exports = {
  kit: [],
  programme: [],
  books: ['programme'],
  points: ['books', 'programme'],
  messages: ['books', 'programme'],
  tiers: ['books', 'points', 'programme'],
  shop: ['programme', 'tiers'],
  benefits: ['books', 'programme', 'tiers'],
  checkins: ['books', 'points', 'programme', 'tiers'],
  coupons: ['benefits', 'books', 'points', 'programme', 'tiers'],
  members: ['benefits', 'books', 'checkins', 'points', 'programme', 'shop', 'tiers'],
  acts: ['books', 'checkins', 'members', 'points', 'programme', 'tiers'],
  purchases: ['acts', 'benefits', 'books', 'coupons', 'members', 'points', 'programme', 'tiers'],
  cards: ['books', 'members', 'points', 'programme', 'tiers'],
  insights: ['books', 'members', 'points', 'programme', 'purchases', 'tiers'],
  staff: ['benefits', 'books', 'cards', 'coupons', 'members', 'points', 'programme', 'purchases', 'shop', 'tiers'],
  clock: ['books', 'coupons', 'messages', 'points', 'purchases', 'tiers'],
}
