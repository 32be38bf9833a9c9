import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import type { App } from 'cdktf';
import { names } from '../../schema/facts/names';
import type { LandingZone } from '../../schema/landing-zone';
import type { Contract, Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/log-archive-stack';
import type { managementContract } from '../management/management-stack';
import { makeAuditable } from './audit';
import { administerGuardDuty } from './guardduty';
import { administerMacie } from './macie';
import { notify } from './notifications';
import { aggregateConfig, analyzeAccess } from './posture';
import { administerSecurityHub } from './security-hub';

export const securityContract = {
  /** The GuardDuty administrator's detector of each governed region. */
  detectorIds: 'map',
  /** Macie's custom data identifiers, by `identifierKey`. */
  customDataIdentifierIds: 'map',
  /** The EventBridge bus that findings of every account meet on. */
  findingsBusArn: 'text',
  findingsTopicArn: 'text',
} as const satisfies Contract;

export interface SecurityStackProps {
  readonly zone: LandingZone;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
}

/** What the security account does for the whole organization, as delegated administrator. */
export class SecurityStack extends LandingZoneStack<typeof securityContract> {
  constructor(app: App, { zone, management, logArchive }: SecurityStackProps) {
    super(app, 'security', securityContract, { zone, account: zone.securityAccount, management });
    const { here } = this;
    const { organizationId } = this.read(management);
    const logs = this.read(logArchive);
    const administration = { zone, here, management: this.reach(zone.managementAccount) };
    const detectorIds = administerGuardDuty(this, { ...administration, ...logs });
    const customDataIdentifierIds = administerMacie(this, { ...administration, ...logs });
    if (zone.services.securityHub.enabled) administerSecurityHub(this, administration);
    analyzeAccess(this, administration);
    aggregateConfig(this, zone, here);
    makeAuditable({
      scope: this,
      zone,
      here,
      organizationId,
      accountId: (account) => this.accountId(account),
      ...logs,
      keep: this.keep,
    });
    if (zone.services.cloudTrail.organizationTrail) this.recordOrganization(logs.trailBucket, logs.trailKeyArn);
    const { busArn, topicArn } = notify(this, { zone, here, organizationId });
    this.publish({ detectorIds, customDataIdentifierIds, findingsBusArn: busArn, findingsTopicArn: topicArn });
  }

  /** One trail for the management events of every account and region. */
  private recordOrganization(s3BucketName: string, kmsKeyId: string): void {
    new Cloudtrail(this, 'organization-trail', {
      ...this.here.home,
      name: names.organizationTrail(this.zone),
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName,
      kmsKeyId,
    });
  }
}
