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
  members: ['books', 'points', 'programme', 'shop', 'tiers'],
  rewards: ['books', 'points', 'programme', 'tiers'],
  purchases: ['benefits', 'books', 'members', 'points', 'programme', 'rewards', 'tiers'],
  cards: ['books', 'members', 'points', 'programme', 'tiers'],
  insights: ['books', 'members', 'points', 'programme', 'purchases', 'tiers'],
  staff: ['books', 'cards', 'members', 'points', 'programme', 'purchases', 'rewards', 'shop', 'tiers'],
  clock: ['books', 'messages', 'points', 'purchases', 'rewards', 'tiers'],
}
