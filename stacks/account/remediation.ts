import { SsmDocument } from '@cdktf/provider-aws/lib/ssm-document';
import type { Construct } from 'constructs';
import { type PlacedRemediation, tryAutomationDocument } from '../../policy/conformance/remediations';
import type { Statement } from '../../policy/iam/statement';
import type { Remediation } from '../../schema/forms/control';
import { literal } from '../kernel/literal';
import type { Places } from '../kernel/places';
import { ServiceRole } from '../parts/service-role';

/**
 * What the conformance packs' remediations need in an account: a role for each, and the documents that AWS does not have.
 *
 * @returns ARNs of the roles by control
 */
export function allowRemediation(
  scope: Construct,
  here: Places,
  remediations: readonly PlacedRemediation[],
): Readonly<Record<string, string>> {
  const roles = remediations.flatMap(({ control, name, remediation, regions }) => {
    const ofAccount = regions.get(here.account.name);
    if (!ofAccount) return [];
    const content = tryAutomationDocument(remediation);
    if (content)
      for (const region of ofAccount)
        new SsmDocument(scope, `remediation-${control}-${region}`, {
          ...here.at(region),
          name,
          documentType: 'Automation',
          documentFormat: 'JSON',
          content: literal(content),
        });
    const role = new ServiceRole(scope, `remediation-${control}`, {
      place: here.home,
      name,
      description: `Lets Systems Manager repair what ${control} reports`,
      service: 'ssm.amazonaws.com',
      accountId: here.accountId,
      statements: statementsOf(remediation, here.accountId),
    });
    return [[control, role.arn] as const];
  });
  return Object.fromEntries(roles);
}

/** Nothing of another account, where there is a resource that can belong to one. */
const statementsOf = ({ permissions }: Remediation, accountId: string): Statement[] =>
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
