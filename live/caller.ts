import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { LandingZone } from '../schema/landing-zone';
import { reasonOf } from './answer';
import type { LiveAws } from './live-aws';

/**
 * Why the credentials of the environment do not do, with what to do; undefined where they are those of the management account.
 *
 * @param command the command that asks, as a person calls it
 */
export async function callerProblem(aws: LiveAws, zone: LandingZone, command: string): Promise<string | undefined> {
  const { id = '', name } = zone.managementAccount;
  try {
    const { Account, Arn } = await aws.at(id, zone.homeRegion).ask(STSClient, new GetCallerIdentityCommand({}));
    if (Account !== id)
      return `The credentials are of ${Arn}\n  rule: ${command} begins in the management account, ${name} (${id})\n  fix:  use credentials of that account`;
    return Arn?.endsWith(':root')
      ? `The credentials are of the root user of ${name}\n  rule: a root user can assume no role\n  fix:  use a role or a user of that account`
      : undefined;
  } catch (error) {
    return `AWS does not accept the credentials: ${reasonOf(error)}\n  rule: ${command} needs credentials of the management account, ${name} (${id})\n  fix:  set AWS_PROFILE, or log in again`;
  }
}
