/**
 * A request that the platform answers with an error code. The SDK turns the code into its numeric `errCode` by a table of its own;
 * a code outside that table becomes -501001.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const collectionMissing = (collection: string) =>
  new Refused('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${collection}`)

export const requestFailed = (message: string) => new Refused('DATABASE_REQUEST_FAILED', message)

export const invalidParameter = (message: string) => new Refused('INVALID_PARAM', message)

/** Spelt as the SDK's table spells it, else its numeric code would be lost. */
export const invalidOperator = (message: string) => new Refused('DATABASE_INVALID_OPERRATOR', message)

export const transactionConflict = (what: string) =>
  new Refused(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict: ${what}`,
  )

export const transactionGone = (id: string) =>
  new Refused(
    'DATABASE_TRANSACTION_NOT_EXIST',
    `[ResourceNotFound.TransactionNotExist] Transaction ${id} does not exist, has ended, or was aborted after 30 s`,
  )

/** For a writer that was waiting for a transaction when the environment was reset or restored. */
export const environmentReplaced = () =>
  requestFailed('the environment was reset or restored while the request waited for a transaction')

/** What the local cloud refuses although the platform might let it pass, because it would hurt there. */
export const strictRefusal = (message: string) => new Refused('LOCAL_STRICT_MODE', `[strict] ${message}`)
