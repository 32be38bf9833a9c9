/** A state as far as a deployment reads it. Source: Terraform's state format, version 4. */
export interface StateFile {
  readonly terraform_version?: string;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly provider?: string;
    readonly instances?: readonly { readonly status?: 'tainted'; readonly index_key?: string | number }[];
  }[];
}
