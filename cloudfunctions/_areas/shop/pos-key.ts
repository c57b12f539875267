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
