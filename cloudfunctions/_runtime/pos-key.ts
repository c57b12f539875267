/** A till's or shop system's key. The secret is kept sealed; `revokedAt` ends it at once. */
export type PosKey = {
  _id: string
  label: string
  storeIds: string[]
  sealedSecret: string
  issuedAt: string
  issuedBy: string
  revokedAt: string | null
}

/** The place that a key's secret is sealed for: it opens nowhere else. */
export function placeOf(keyId: string): string {
  return `posKeys/${keyId}/secret`
}
