/** A resource that a call is about. */
export interface JudgedResource {
  /** ARN, with `*` for each part that the request does not tell; `*` for an action that AWS authorises on no resource. */
  readonly arn: string;
  /** The account that owns it; undefined where no account does or where it is not known. */
  readonly account: string | undefined;
  /**
   * Whether nothing is missing of the ARN. Otherwise an Allow has to cover all that it may be, and a Deny whose Resource may be it
   * applies: what cannot be read denies.
   */
  readonly known: boolean;
}

/** The account that an ARN names, where it names one. */
export const accountOf = (arn: string): string | undefined => /^\d{12}$/.exec(arn.split(':')[4] ?? '')?.[0];
