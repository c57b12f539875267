/** How often something limited was had in the last window in which it was had, by its code, such as `coupon:tea-10`. */
export type Taken = { readonly [code: string]: { window: string; times: number } }

/** One more of something limited: what, and in which window it counts. */
export type Take = { code: string; window: string }

/** How often it was had in this window. An account that never had anything limited carries nothing. */
export function timesTaken(taken: Taken | undefined, { code, window }: Take): number {
  const last = taken?.[code]
  return last?.window === window ? last.times : 0
}

/** A later window takes the place of an earlier one, since only the window that runs is ever asked about. */
export function withTakes(taken: Taken | undefined, takes: readonly Take[]): Taken {
  return takes.reduce<Taken>((all, take) => {
    const { code, window } = take
    return { ...all, [code]: { window, times: timesTaken(all, take) + 1 } }
  }, taken ?? {})
}

/** Gives them back, as far as their windows still run. */
export function withoutTakes(taken: Taken | undefined, takes: readonly Take[]): Taken {
  return takes.reduce<Taken>((all, take) => {
    const times = timesTaken(all, take)
    return times === 0 ? all : { ...all, [take.code]: { window: take.window, times: times - 1 } }
  }, taken ?? {})
}
