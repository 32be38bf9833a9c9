import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AssetType, TerraformAsset } from 'cdktf';
import type { Construct } from 'constructs';

/** A deployment package. */
export interface FunctionCode {
  /** Absolute. */
  readonly zip: string;
  readonly sha256: Buffer;
}

/** Reads a deployment package, which is the same in every account. */
export const readFunctionCode = (zip: string): FunctionCode => ({
  zip,
  sha256: createHash('sha256').update(readFileSync(zip)).digest(),
});

/** The package beside the stack, as a function takes it. */
export function functionCode(scope: Construct, id: string, { zip, sha256 }: FunctionCode) {
  const { path } = new TerraformAsset(scope, id, {
    path: zip,
    type: AssetType.FILE,
    assetHash: sha256.toString('hex'),
  });
  return { filename: path, sourceCodeHash: sha256.toString('base64') };
}
