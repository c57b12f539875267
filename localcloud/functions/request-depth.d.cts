/** Makes requests of the SDK in this process tell how deep they lie in their invocation. */
export function tellDepth(runOf: () => object | undefined): void
/** From now on the requests of this invocation are work after its reply. */
export function markReplied(run: object): void
