import type { DatabaseSchema } from './database'

/** What promises, training, groups and lists of customers are kept in. */
export const dutyCollections: DatabaseSchema['collections'] = [
  { name: 'training', indexes: [] },
  { name: 'groups', indexes: [] },
  { name: 'groupLog', indexes: [] },
  {
    name: 'groupPlaces',
    indexes: [
      {
        name: 'group',
        fields: [
          { field: 'groupId', direction: 'asc' },
          { field: '_id', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'customer',
        fields: [
          { field: 'accountId', direction: 'asc' },
          { field: 'groupId', direction: 'asc' },
        ],
        unique: false,
      },
    ],
  },
  {
    name: 'customers',
    indexes: [
      { name: 'place', fields: [{ field: 'place', direction: 'asc' }], unique: false },
      {
        name: 'stage-place',
        fields: [
          { field: 'stage', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'tierId-place',
        fields: [
          { field: 'tierId', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'stage-tierId-place',
        fields: [
          { field: 'stage', direction: 'asc' },
          { field: 'tierId', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'origin-place',
        fields: [
          { field: 'origin', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'stage-origin-place',
        fields: [
          { field: 'stage', direction: 'asc' },
          { field: 'origin', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'tierId-origin-place',
        fields: [
          { field: 'tierId', direction: 'asc' },
          { field: 'origin', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'stage-tierId-origin-place',
        fields: [
          { field: 'stage', direction: 'asc' },
          { field: 'tierId', direction: 'asc' },
          { field: 'origin', direction: 'asc' },
          { field: 'place', direction: 'asc' },
        ],
        unique: false,
      },
    ],
  },
  {
    name: 'obligations',
    indexes: [
      {
        name: 'reviewAt',
        fields: [{ field: 'reviewAt', direction: 'asc' }],
        unique: false,
      },
      {
        name: 'owed',
        fields: [
          { field: 'accountId', direction: 'asc' },
          { field: 'closedAt', direction: 'asc' },
          { field: 'dueAt', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'month',
        fields: [
          { field: 'month', direction: 'asc' },
          { field: 'standing', direction: 'asc' },
          { field: '_id', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'store',
        fields: [
          { field: 'storeId', direction: 'asc' },
          { field: 'month', direction: 'asc' },
          { field: 'standing', direction: 'asc' },
          { field: '_id', direction: 'asc' },
        ],
        unique: false,
      },
      {
        name: 'employee',
        fields: [
          { field: 'staffId', direction: 'asc' },
          { field: 'month', direction: 'asc' },
          { field: 'standing', direction: 'asc' },
          { field: '_id', direction: 'asc' },
        ],
        unique: false,
      },
    ],
  },
]
