import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';

/** Account and region of a resource, as the arguments that put it there: `new S3Bucket(this, id, { ...placement, … })`. */
export interface Placement {
  readonly provider: AwsProvider;
  /** Set where one provider serves every region (AWS provider v6); the provider's own region otherwise. */
  readonly region?: string;
}
