import { SsmDocument } from '@cdktf/provider-aws/lib/ssm-document';
import type { Construct } from 'constructs';
import { tryAutomationDocument } from '../../policy/conformance/remediations';
import type { Statement } from '../../policy/iam/statement';
import type { Remediation as Repair } from '../../schema/forms/control';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';
import { ServiceRole } from '../parts/service-role';
import type { AccountRemediation } from './pack-needs';

/** What a remediation of the conformance packs needs in an account: its role, and its document where AWS has none. */
export class Remediation extends Part {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { control, name, remediation, regions }: AccountRemediation) {
    super(scope, id);
    const { here } = LandingZoneStack.of(this);
    const content = tryAutomationDocument(remediation);
    if (content)
      for (const region of regions)
        new SsmDocument(this, `${id}-${region}`, {
          ...here.in(region),
          name,
          documentType: 'Automation',
          documentFormat: 'JSON',
          content: literal(content),
        });
    this.roleArn = new ServiceRole(this, id, {
      name,
      description: `Lets Systems Manager repair what ${control} reports`,
      service: 'ssm.amazonaws.com',
      statements: statementsOf(remediation, here.id),
    }).arn;
  }
}

/** Nothing of another account, where there is a resource that can belong to one. */
const statementsOf = ({ permissions }: Repair, accountId: string): Statement[] =>
  permissions.map(({ Action, Resource }, index) => {
    const resources = [Resource].flat();
    return {
      Sid: `Repair${index + 1}`,
      Effect: 'Allow',
      Action,
      Resource: resources.map(literal),
      ...(!resources.includes('*') && { Condition: { StringEquals: { 'aws:ResourceAccount': accountId } } }),
    };
  });
