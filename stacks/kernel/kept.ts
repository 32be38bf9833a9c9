/** Protected resources of a stack by their addresses, each with its companions. */
export type Protected = Readonly<Record<string, readonly string[]>>;

/**
 * What leaves the model although it is protected, with the companions that leave with it: Terraform forgets both and destroys neither.
 *
 * @param isThere whether an address is in the model
 */
export function keptOf(known: Protected, isThere: (address: string) => boolean): Protected {
  return Object.fromEntries(
    Object.entries(known)
      .filter(([address]) => !isThere(address))
      .map(([address, companions]) => [address, companions.filter((companion) => !isThere(companion))]),
  );
}
