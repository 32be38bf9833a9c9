/** Actions that no service control policy denies, and why that breaks no promise. */
interface AllowedWrites {
  /** Of one service, with `*` for what ends or begins alike; never a verb alone. */
  readonly actions: string;
  readonly reason: string;
}

/** By service; each pattern has an action that needs it. */
export type AllowedByService = Readonly<Record<string, readonly AllowedWrites[]>>;

export const tags = 'Nothing of the landing zone is found, allowed or denied by tags of these.';
export const managementOnly =
  'AWS takes it from the management account and delegated administrators of Organizations only; there are none, and no SCP binds the former.';
export const creates = 'It makes something new beside what is there; the guarded halves keep what is there.';
export const endsOwn =
  'It ends what somebody made; nothing is seen, opened or run by that, and what the landing zone made is guarded by name.';
export const adds = 'It makes more be seen, and never less.';
