// The area graph: which areas of the shop an area may know, in shared/ and in cloudfunctions/_areas/ alike. `kit` is known to
// all and knows nobody. A new area, or a new arrow, is a line here, so that it is a decision and not an accident.
module.exports = {
  kit: [],
  programme: [],
  clock: ['books', 'members', 'points', 'programme', 'purchases', 'shop', 'tiers'],
  books: ['members', 'points', 'programme', 'tiers'],
  members: ['books', 'points', 'programme', 'tiers'],
  points: ['books', 'members', 'programme'],
  pos: ['members', 'programme', 'purchases', 'shop'],
  purchases: ['books', 'members', 'points', 'programme', 'tiers'],
  shop: ['members', 'points', 'programme', 'tiers'],
  tiers: ['books', 'members', 'programme'],
}
