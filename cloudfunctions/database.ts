/**
 * Collections and indexes of the cloud database: the one list that production deploys and the local cloud builds its
 * typed columns from. The platform allows 100 collections and 100 indexes a collection; every query on a collection that
 * can grow past 1,000 documents needs an index named here.
 */
export const database: DatabaseSchema = {
  collections: [
    { name: 'training', indexes: [] },
    { name: 'groups', indexes: [] },
    { name: 'groupLog', indexes: [] },
    {
      name: 'groupPlaces',
      indexes: [index('group', 'groupId', '_id'), index('customer', 'accountId', 'groupId')],
    },
    {
      name: 'customers',
      indexes: [
        index('place', 'place'),
        index('stage-place', 'stage', 'place'),
        index('tierId-place', 'tierId', 'place'),
        index('stage-tierId-place', 'stage', 'tierId', 'place'),
        index('origin-place', 'origin', 'place'),
        index('stage-origin-place', 'stage', 'origin', 'place'),
        index('tierId-origin-place', 'tierId', 'origin', 'place'),
        index('stage-tierId-origin-place', 'stage', 'tierId', 'origin', 'place'),
      ],
    },
    {
      name: 'obligations',
      indexes: [
        index('reviewAt', 'reviewAt'),
        index('countAt', 'countAt'),
        index('late', 'state', 'dueAt'),
        index('storeLate', 'storeId', 'state', 'dueAt'),
        index('owed', 'accountId', 'closedAt', 'dueAt'),
        index('month', 'month', 'standing', '_id'),
        index('store', 'storeId', 'month', 'standing', '_id'),
        index('employee', 'staffId', 'month', 'standing', '_id'),
      ],
    },
    { name: 'promiseCounts', indexes: [] },
    {
      name: 'accounts',
      indexes: [
        unique('memberNo', 'memberNo'),
        unique('cardNo', 'cardNo'),
        index('dueAt', 'dueAt'),
        index('putOffAt', 'putOffAt'),
        index('sendAt', 'sendAt', '_id'),
        index('broughtBy', 'source.staffId', 'enrolledAt'),
        index('referrer', 'source.referrerId', '-enrolledAt', '-_id'),
        index('installation', 'source.installation'),
        index('network', 'source.network'),
        index('review', 'review'),
        index('tier', 'tierId', '_id'),
      ],
    },
    {
      name: 'entries',
      indexes: [
        unique('account', 'accountId', '-seq'),
        index('actor', 'actor', 'recordedAt'),
        index('holder', 'accountId', 'cardId', '-seq'),
        index('coupon', 'couponId', '-seq'),
        index('exchange', 'accountId', '-exchangeNo'),
        index('kind', 'accountId', 'kind', '-seq'),
        index('recordedAt', 'recordedAt', '_id'),
        index('at', 'at'),
        index('reverses', 'reverses'),
        index('refundNo', 'refundNo'),
      ],
    },
    { name: 'identities', indexes: [] },
    { name: 'profiles', indexes: [] },
    { name: 'details', indexes: [] },
    { name: 'reviews', indexes: [] },
    {
      name: 'textCodes',
      indexes: [index('sweepAt', 'sweepAt')],
    },
    { name: 'scenes', indexes: [] },
    { name: 'scenePictures', indexes: [] },
    {
      name: 'visitors',
      indexes: [index('broughtBy', 'firstTouch.referrerId', 'firstTouch.at')],
    },
    {
      name: 'acceptances',
      indexes: [index('unspent', 'accountId', 'spentBy', 'templateId', 'at')],
    },
    {
      name: 'notices',
      indexes: [
        index('account', 'accountId', '-order'),
        index('waits', '-waitsSince', '-_id'),
        index('group', 'state', 'channel', '-waitsSince', '-_id'),
        index('tries', 'state', 'tries', 'channel'),
        index('handled', 'handled.requestId'),
        index('dueAt', 'dueAt'),
        index('accountDue', 'accountId', 'dueAt'),
        index('promoted', 'accountId', '-promotedAt'),
      ],
    },
    {
      name: 'preferences',
      indexes: [unique('account', 'accountId', '-seq')],
    },
    {
      name: 'staff',
      indexes: [index('active', 'active'), index('handOverAt', 'handOverAt')],
    },
    { name: 'posKeys', indexes: [] },
    {
      name: 'programmes',
      indexes: [
        unique('version', '-version'),
        index('spreadAt', 'spreadAt'),
        index('request', 'published.requestId'),
        index('standing', 'withdrawnAt', '-version'),
      ],
    },
    { name: 'shop', indexes: [] },
    { name: 'scans', indexes: [] },
    { name: 'wrongCodes', indexes: [] },
    { name: 'invitations', indexes: [] },
    { name: 'cardInvitations', indexes: [] },
    { name: 'cardNumbers', indexes: [] },
    { name: 'couponCodes', indexes: [] },
    { name: 'requests', indexes: [] },
    {
      name: 'stocks',
      indexes: [index('dueAt', 'dueAt'), index('backAt', 'backAt')],
    },
    {
      name: 'waiting',
      indexes: [index('reward', 'rewardId', 'tellAt')],
    },
    {
      name: 'eventLists',
      indexes: [index('dueAt', 'dueAt')],
    },
    {
      name: 'votes',
      indexes: [index('event', 'eventId', 'option')],
    },
    { name: 'boards', indexes: [] },
    {
      name: 'journeys',
      indexes: [
        index('dueAt', 'dueAt'),
        index('member', 'accountId', '-begunAt'),
        index('store', 'storeId', 'state'),
        index('under', 'state', 'under'),
        index('countAt', 'countAt'),
      ],
    },
    { name: 'taskCounts', indexes: [] },
    {
      name: 'tasks',
      indexes: [
        index('assignee', 'assigneeId', 'state', 'place'),
        index('part', 'assigneeId', 'role'),
        index('head', 'storeId', 'forHead', 'place'),
        index('store', 'storeId', 'dueAt'),
      ],
    },
    {
      name: 'journeyRecords',
      indexes: [index('member', 'accountId', '-at')],
    },
    { name: 'jobs', indexes: [] },
    { name: 'rollups', indexes: [] },
    {
      name: 'findings',
      indexes: [index('open', 'goneAt', 'firstAt')],
    },
    {
      name: 'draws',
      indexes: [index('until', 'until'), index('revealAt', 'revealAt')],
    },
    {
      name: 'drawNumbers',
      indexes: [index('number', 'roundId', '-number'), unique('takeKey', 'takeKey'), index('holder', 'holder', '-at')],
    },
    {
      name: 'drawResults',
      indexes: [
        index('place', 'roundId', '-place'),
        unique('numberId', 'numberId'),
        index('winners', 'roundId', 'won', '-place'),
        index('member', 'roundId', 'member'),
        index('unclaimedBy', 'unclaimedBy'),
        index('dueAt', 'dueAt'),
      ],
    },
  ],
}

export type DatabaseSchema = { collections: { name: string; indexes: CollectionIndex[] }[] }
export type CollectionIndex = { name: string; fields: IndexedField[]; unique: boolean }
export type IndexedField = { field: string; direction: 'asc' | 'desc' }

function index(name: string, ...fields: string[]): CollectionIndex {
  return { name, fields: fields.map(fieldOf), unique: false }
}

function unique(name: string, ...fields: string[]): CollectionIndex {
  return { ...index(name, ...fields), unique: true }
}

/** A minus before its name: the greatest first. */
function fieldOf(text: string): IndexedField {
  return text.startsWith('-') ? { field: text.slice(1), direction: 'desc' } : { field: text, direction: 'asc' }
}
