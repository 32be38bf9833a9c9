import { resolve } from 'node:path';

/** Where a stack keeps its state, as its JSON says. */
export type StatePlace =
  | { readonly type: 'local'; readonly file: string }
  | {
      readonly type: 's3';
      readonly bucket: string;
      readonly key: string;
      readonly region: string;
      /** The key that encrypts it. @default - the bucket's default encryption */
      readonly kmsKeyId?: string;
    }
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
  if (s3) {
    const { bucket, key, region, kms_key_id: kmsKeyId } = s3;
    return { type: 's3', bucket, key, region, ...(kmsKeyId !== undefined && { kmsKeyId }) };
  }
  throw new Error(
    `${directory} keeps its state by ${Object.keys(backend).join(', ') || 'nothing'}\n  rule: a state is read by local, s3 or cloud\n  fix:  run npx landing-zone synth`,
  );
}

interface S3 {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly kms_key_id?: string;
}

interface Cloud {
  readonly hostname: string;
  readonly organization: string;
  readonly workspaces: { readonly name: string };
}

/** A place as a person reads it: a path, `s3://bucket/key`, `acme/landing-zone-management at app.terraform.io`. */
export function placeText(place: StatePlace): string {
  switch (place.type) {
    case 'local':
      return place.file;
    case 's3':
      return `s3://${place.bucket}/${place.key}`;
    case 'hcp':
      return `${place.organization}/${place.workspace} at ${place.hostname}`;
  }
}
