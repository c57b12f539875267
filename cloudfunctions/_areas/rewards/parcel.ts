import type { ParcelAddress } from '../../../shared/rewards/contract'
import type { Effects } from '../../_runtime/effects'
import type { Parcel } from '../../_runtime/stored-account'
import { open, seal } from '../../_runtime/vault'

type Place = { accountId: string; exchangeNo: number }

/** Where a reward goes, sealed for its own place on the member's account; the ledger never carries it. */
export function sealAddress({ secrets }: Effects, place: Place, address: ParcelAddress): Parcel {
  return { exchangeNo: place.exchangeNo, sealed: seal(secrets.vaultKey, JSON.stringify(address), aboutOf(place)) }
}

export function openAddress({ secrets }: Effects, place: Place, { sealed }: Parcel): ParcelAddress {
  return JSON.parse(open(secrets.vaultKey, sealed, aboutOf(place))) as ParcelAddress
}

function aboutOf({ accountId, exchangeNo }: Place): string {
  return `accounts/${accountId}/parcels/${exchangeNo}`
}
