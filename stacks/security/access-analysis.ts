import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import type { Construct } from 'constructs';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';

/** Access Analyzer over the organization: external access in every governed region, unused access once. */
export class AccessAnalysis extends Part {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = LandingZoneStack.of(this);
    const { zone, here } = stack;
    const { unusedAccessDays, managementAnalyzer } = zone.services.accessAnalyzer;
    // The first analyzer of the management account brings the role through which those of the organization list its accounts.
    const role = managementAnalyzer
      ? [
          new AccessanalyzerAnalyzer(this, 'access-analyzer-management', {
            ...stack.reach(zone.managementAccount).home,
            analyzerName: `${zone.name}-management`,
            type: 'ACCOUNT',
          }),
        ]
      : [];
    for (const region of zone.regions)
      new AccessanalyzerAnalyzer(this, `access-analyzer-${region}`, {
        ...here.in(region),
        analyzerName: `${zone.name}-external-access`,
        type: 'ORGANIZATION',
        dependsOn: role,
      });
    if (unusedAccessDays !== undefined)
      new AccessanalyzerAnalyzer(this, 'access-analyzer-unused', {
        ...here.home,
        analyzerName: `${zone.name}-unused-access`,
        type: 'ORGANIZATION_UNUSED_ACCESS',
        configuration: { unusedAccess: { unusedAccessAge: unusedAccessDays } },
        dependsOn: role,
      });
  }
}
