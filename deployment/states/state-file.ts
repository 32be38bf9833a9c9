/** A state as far as a deployment reads it: without attributes, which are large, and may be secret. Source: Terraform's state format, version 4. */
export interface StateFile {
  readonly terraform_version?: string;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly provider?: string;
    readonly instances?: readonly {
      readonly status?: 'tainted';
      readonly deposed?: string;
      /** Where there are several, by `for_each` or `count`. */
      readonly index_key?: string | number;
    }[];
  }[];
}

/** What a deployment reads of a state. */
export const briefly = ({ terraform_version, outputs, resources }: StateFile): StateFile => ({
  terraform_version,
  outputs,
  resources: resources?.map(({ mode, type, name, provider, instances = [] }) => ({
    mode,
    type,
    name,
    provider,
    instances: instances.map(({ status, deposed, index_key }) => ({ status, deposed, index_key })),
  })),
});
