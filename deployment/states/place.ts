import { resolve } from 'node:path';

/** Where a stack keeps its state, as its JSON says. */
export type StatePlace =
  | { readonly type: 'local'; readonly file: string }
  | { readonly type: 's3'; readonly bucket: string; readonly key: string; readonly region: string }
  | { readonly type: 'hcp'; readonly hostname: string; readonly organization: string; readonly workspace: string };

/** The parts of the `terraform` block that say it. */
interface TerraformBlock {
  readonly backend?: Readonly<Record<string, unknown>>;
  readonly cloud?: unknown;
}

/** @throws Error where the stack keeps its state in a way that no landing zone is written with */
export function placeOf({ backend = {}, cloud }: TerraformBlock, directory: string): StatePlace {
  if (cloud) {
    const { hostname, organization, workspaces } = cloud as Cloud;
    return { type: 'hcp', hostname, organization, workspace: workspaces.name };
  }
  const { local, s3 } = backend as { readonly local?: { readonly path: string }; readonly s3?: S3 };
  if (local) return { type: 'local', file: resolve(directory, local.path) };
  if (s3) return { type: 's3', bucket: s3.bucket, key: s3.key, region: s3.region };
  throw new Error(
    `${directory} keeps its state by ${Object.keys(backend).join(', ') || 'nothing'}\n  rule: a state is read by local, s3 or cloud\n  fix:  run npx landing-zone synth`,
  );
}

interface S3 {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
}

interface Cloud {
  readonly hostname: string;
  readonly organization: string;
  readonly workspaces: { readonly name: string };
}
