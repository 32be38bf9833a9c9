import type { LakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { ITerraformDependable } from 'cdktf';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import type { Grantee } from '../../../schema/forms/ai/data-lake-grants';
import type { AiContext } from '../context';

/** The lake of one account while it is being built. */
export interface Lake extends AiContext {
  readonly lake: DataLake;
  /** A grantee as Lake Formation calls it: the ARN of a role or an OU, or twelve digits. */
  readonly principal: (grantee: Grantee) => string;
  /** Without them Glue would give each new table to IAM, and nobody may grant. */
  readonly settings: LakeformationDataLakeSettings;
  /** The registered locations: Lake Formation guards no table before its folder is registered. */
  readonly locations: readonly ITerraformDependable[];
}
