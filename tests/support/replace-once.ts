/** Replaces a text that must stand in the source exactly once; anything else means that the fault is planted nowhere. */
export function replaceOnce(source: string, fault: { file: string; find: string; replace: string }): string {
  const count = source.split(fault.find).length - 1
  if (count !== 1) throw new Error(`«${fault.find}» stands ${count} times in ${fault.file}, not once`)
  return source.replace(fault.find, () => fault.replace)
}
