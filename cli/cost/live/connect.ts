import { callerProblem } from '../../../live/caller';
import type { LiveAws } from '../../../live/live-aws';
import { liveAwsOf } from '../../../live/of-zone';
import { accountsOf, tryByAddress } from '../../../live/readers/organizations';
import type { LandingZone } from '../../../schema/landing-zone';
import { costExplorerRegion, usageOfAws } from './aws-usage';
import type { UsageReader } from './usage-reader';

/**
 * A reader of the organization's usage, with the credentials of the management account that the environment has; in the security account
 * it assumes the deploy role, and reads. Whoever gets it closes it.
 *
 * @throws Error where the credentials are not those of the management account, or the organization does not know the security account
 */
export async function connect(zone: LandingZone, aws: LiveAws = liveAwsOf(zone)): Promise<UsageReader> {
  try {
    const problem = await callerProblem(aws, zone, 'cost --live');
    if (problem !== undefined) throw new Error(problem);
    const id = await securityId(zone, aws);
    return usageOfAws({
      security: (region) => aws.at(id, region),
      billing: () => aws.at(aws.managementAccount, costExplorerRegion),
      close: () => aws.close(),
    });
  } catch (error) {
    aws.close();
    throw error;
  }
}

async function securityId({ securityAccount, homeRegion }: LandingZone, aws: LiveAws): Promise<string> {
  const { name, email, id } = securityAccount;
  if (id !== undefined) return id;
  const found = tryByAddress(await accountsOf(aws.at(aws.managementAccount, homeRegion)), email)?.Id;
  if (found !== undefined) return found;
  throw new Error(
    `The organization has no account with the address ${email}\n  rule: usage is asked in the account ${name}\n  fix:  deploy the stack management, or use credentials of this organization`,
  );
}
