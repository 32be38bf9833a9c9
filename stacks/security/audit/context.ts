import type { TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import type { Account, LandingZone } from '../../../schema/landing-zone';
import type { Places } from '../../kernel/places';

/** What every part of the audit is made from. */
export interface AuditContext {
  readonly scope: Construct;
  readonly zone: LandingZone;
  /** The security account. */
  readonly here: Places;
  readonly organizationId: string;
  /** Twelve digits or their token. */
  readonly accountId: (account: Account) => string;
  readonly trailBucket: string;
  readonly trailKeyArn: string;
  readonly keep: TerraformResourceLifecycle | undefined;
}
