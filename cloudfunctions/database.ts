import { dutyCollections } from './database-duties'

/**
 * Collections and indexes of the cloud database: the one list that production deploys and the local cloud builds its
 * typed columns from. The platform allows 100 collections and 100 indexes a collection; every query on a collection that
 * can grow past 1,000 documents needs an index named here.
 */
export const database: DatabaseSchema = {
  collections: [
    ...dutyCollections,
    {
      name: 'accounts',
      indexes: [
        { name: 'memberNo', fields: [{ field: 'memberNo', direction: 'asc' }], unique: true },
        { name: 'cardNo', fields: [{ field: 'cardNo', direction: 'asc' }], unique: true },
        { name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false },
        {
          name: 'sendAt',
          fields: [
            { field: 'sendAt', direction: 'asc' },
            { field: '_id', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'broughtBy',
          fields: [
            { field: 'source.staffId', direction: 'asc' },
            { field: 'enrolledAt', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'referrer',
          fields: [
            { field: 'source.referrerId', direction: 'asc' },
            { field: 'enrolledAt', direction: 'desc' },
            { field: '_id', direction: 'desc' },
          ],
          unique: false,
        },
        { name: 'installation', fields: [{ field: 'source.installation', direction: 'asc' }], unique: false },
        { name: 'network', fields: [{ field: 'source.network', direction: 'asc' }], unique: false },
        { name: 'review', fields: [{ field: 'review', direction: 'asc' }], unique: false },
        {
          name: 'tier',
          fields: [
            { field: 'tierId', direction: 'asc' },
            { field: '_id', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'entries',
      indexes: [
        {
          name: 'account',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'seq', direction: 'desc' },
          ],
          unique: true,
        },
        {
          name: 'actor',
          fields: [
            { field: 'actor', direction: 'asc' },
            { field: 'recordedAt', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'holder',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'cardId', direction: 'asc' },
            { field: 'seq', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'coupon',
          fields: [
            { field: 'couponId', direction: 'asc' },
            { field: 'seq', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'exchange',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'exchangeNo', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'kind',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'kind', direction: 'asc' },
            { field: 'seq', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'recordedAt',
          fields: [
            { field: 'recordedAt', direction: 'asc' },
            { field: '_id', direction: 'asc' },
          ],
          unique: false,
        },
        { name: 'at', fields: [{ field: 'at', direction: 'asc' }], unique: false },
        { name: 'reverses', fields: [{ field: 'reverses', direction: 'asc' }], unique: false },
        { name: 'refundNo', fields: [{ field: 'refundNo', direction: 'asc' }], unique: false },
      ],
    },
    { name: 'identities', indexes: [] },
    { name: 'profiles', indexes: [] },
    { name: 'details', indexes: [] },
    { name: 'reviews', indexes: [] },
    { name: 'textCodes', indexes: [] },
    { name: 'scenes', indexes: [] },
    { name: 'scenePictures', indexes: [] },
    {
      name: 'visitors',
      indexes: [
        {
          name: 'broughtBy',
          fields: [
            { field: 'firstTouch.referrerId', direction: 'asc' },
            { field: 'firstTouch.at', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'acceptances',
      indexes: [
        {
          name: 'unspent',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'spentBy', direction: 'asc' },
            { field: 'topic', direction: 'asc' },
            { field: 'at', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'notices',
      indexes: [
        {
          name: 'account',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'order', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'state',
          fields: [
            { field: 'state', direction: 'asc' },
            { field: 'order', direction: 'desc' },
          ],
          unique: false,
        },
        { name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false },
        {
          name: 'accountDue',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'dueAt', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'promoted',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'promotedAt', direction: 'desc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'preferences',
      indexes: [
        {
          name: 'account',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'seq', direction: 'desc' },
          ],
          unique: true,
        },
      ],
    },
    {
      name: 'staff',
      indexes: [
        { name: 'active', fields: [{ field: 'active', direction: 'asc' }], unique: false },
        { name: 'handOverAt', fields: [{ field: 'handOverAt', direction: 'asc' }], unique: false },
      ],
    },
    { name: 'posKeys', indexes: [] },
    {
      name: 'programmes',
      indexes: [
        { name: 'version', fields: [{ field: 'version', direction: 'desc' }], unique: true },
        { name: 'spreadAt', fields: [{ field: 'spreadAt', direction: 'asc' }], unique: false },
        { name: 'request', fields: [{ field: 'published.requestId', direction: 'asc' }], unique: false },
        {
          name: 'standing',
          fields: [
            { field: 'withdrawnAt', direction: 'asc' },
            { field: 'version', direction: 'desc' },
          ],
          unique: false,
        },
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
      indexes: [
        { name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false },
        { name: 'awaited', fields: [{ field: 'awaited', direction: 'asc' }], unique: false },
      ],
    },
    {
      name: 'waiting',
      indexes: [
        {
          name: 'reward',
          fields: [
            { field: 'rewardId', direction: 'asc' },
            { field: 'toldAt', direction: 'asc' },
            { field: 'askedAt', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'eventLists',
      indexes: [{ name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false }],
    },
    {
      name: 'votes',
      indexes: [
        {
          name: 'event',
          fields: [
            { field: 'eventId', direction: 'asc' },
            { field: 'option', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    { name: 'boards', indexes: [] },
    {
      name: 'journeys',
      indexes: [
        { name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false },
        {
          name: 'member',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'begunAt', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'store',
          fields: [
            { field: 'storeId', direction: 'asc' },
            { field: 'state', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'under',
          fields: [
            { field: 'state', direction: 'asc' },
            { field: 'under', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'tasks',
      indexes: [
        {
          name: 'assignee',
          fields: [
            { field: 'assigneeId', direction: 'asc' },
            { field: 'state', direction: 'asc' },
            { field: 'dueAt', direction: 'asc' },
            { field: '_id', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'head',
          fields: [
            { field: 'storeId', direction: 'asc' },
            { field: 'forHead', direction: 'asc' },
            { field: 'dueAt', direction: 'asc' },
            { field: '_id', direction: 'asc' },
          ],
          unique: false,
        },
        {
          name: 'store',
          fields: [
            { field: 'storeId', direction: 'asc' },
            { field: 'dueAt', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'journeyRecords',
      indexes: [
        {
          name: 'member',
          fields: [
            { field: 'accountId', direction: 'asc' },
            { field: 'at', direction: 'desc' },
          ],
          unique: false,
        },
      ],
    },
    { name: 'jobs', indexes: [] },
    { name: 'rollups', indexes: [] },
    {
      name: 'findings',
      indexes: [
        {
          name: 'open',
          fields: [
            { field: 'goneAt', direction: 'asc' },
            { field: 'firstAt', direction: 'asc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'draws',
      indexes: [
        { name: 'until', fields: [{ field: 'until', direction: 'asc' }], unique: false },
        { name: 'revealAt', fields: [{ field: 'revealAt', direction: 'asc' }], unique: false },
      ],
    },
    {
      name: 'drawNumbers',
      indexes: [
        {
          name: 'number',
          fields: [
            { field: 'roundId', direction: 'asc' },
            { field: 'number', direction: 'desc' },
          ],
          unique: false,
        },
        { name: 'takeKey', fields: [{ field: 'takeKey', direction: 'asc' }], unique: true },
        {
          name: 'holder',
          fields: [
            { field: 'holder', direction: 'asc' },
            { field: 'at', direction: 'desc' },
          ],
          unique: false,
        },
      ],
    },
    {
      name: 'drawResults',
      indexes: [
        {
          name: 'place',
          fields: [
            { field: 'roundId', direction: 'asc' },
            { field: 'place', direction: 'desc' },
          ],
          unique: false,
        },
        { name: 'numberId', fields: [{ field: 'numberId', direction: 'asc' }], unique: true },
        {
          name: 'winners',
          fields: [
            { field: 'roundId', direction: 'asc' },
            { field: 'won', direction: 'asc' },
            { field: 'place', direction: 'desc' },
          ],
          unique: false,
        },
        {
          name: 'member',
          fields: [
            { field: 'roundId', direction: 'asc' },
            { field: 'member', direction: 'asc' },
          ],
          unique: false,
        },
        { name: 'unclaimedBy', fields: [{ field: 'unclaimedBy', direction: 'asc' }], unique: false },
        { name: 'dueAt', fields: [{ field: 'dueAt', direction: 'asc' }], unique: false },
      ],
    },
  ],
}

export type DatabaseSchema = { collections: { name: string; indexes: CollectionIndex[] }[] }
export type CollectionIndex = { name: string; fields: IndexedField[]; unique: boolean }
export type IndexedField = { field: string; direction: 'asc' | 'desc' }
