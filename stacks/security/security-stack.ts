import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import type { App } from 'cdktf';
import { names } from '../../schema/facts/names';
import { isOn } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import type { Producer } from '../kernel/contract';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import type { logArchiveContract } from '../log-archive/contract';
import type { managementContract } from '../management/contract';
import { AccessAnalysis } from './access-analysis';
import { Audit } from './audit/audit';
import { ConfigAggregator } from './config-aggregator';
import { securityContract } from './contract';
import { GuardDuty } from './guardduty';
import { securityInputs } from './inputs';
import { Macie } from './macie';
import { Notifications } from './notifications';
import { SecurityHub } from './security-hub';

export interface SecurityStackProps {
  readonly zone: LandingZone;
  readonly management: Producer<typeof managementContract>;
  readonly logArchive: Producer<typeof logArchiveContract>;
}

/** What the security account does for the whole organization, as delegated administrator. */
export class SecurityStack extends LandingZoneStack<typeof securityContract> {
  constructor(app: App, { zone, management, logArchive }: SecurityStackProps) {
    super(app, 'security', securityContract, {
      zone,
      account: zone.securityAccount,
      management,
      inputs: () => securityInputs(zone),
    });
    const { organizationId } = this.read(management);
    const logs = this.read(logArchive);
    const { guardDuty, macie, accessAnalyzer } = zone.services;
    const { detectorIds } = guardDuty.enabled ? new GuardDuty(this, 'guardduty', logs) : { detectorIds: {} };
    const { customDataIdentifierIds } = macie.enabled
      ? new Macie(this, 'macie', logs)
      : { customDataIdentifierIds: {} };
    if (isOn(zone.services, 'securityHub')) new SecurityHub(this, 'security-hub');
    if (accessAnalyzer.enabled) new AccessAnalysis(this, 'access-analysis');
    new ConfigAggregator(this, 'config-aggregator');
    new Audit(this, 'audit', { organizationId, ...logs });
    if (zone.services.cloudTrail.organizationTrail) this.recordOrganization(logs.trailBucket, logs.trailKeyArn);
    const { busArn, topicArn } = new Notifications(this, 'notifications', { organizationId });
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
