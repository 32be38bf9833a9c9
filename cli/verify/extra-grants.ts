import { reasonOf } from '../../live/answer';
import type { Finding } from '../../live/finding';
import { checkSeesAllGrants, grantsOf, resourceOf, told } from '../../live/grants';
import type { LiveAws } from '../../live/live-aws';
import type { Named } from './names';
import type { Resolver } from './resolver';
import { type Stacks, type Written, writtenResources } from './written-stacks';

type Base = Omit<Finding, 'status'>;

/** Grants of Lake Formation that no stack writes: a resource says only what must be there, and a further grant opens data all the same. */
export async function extraGrants(
  stacks: Stacks,
  resolver: Resolver,
  aws: LiveAws,
  names: Named,
): Promise<readonly Finding[]> {
  const lakes = writtenResources(stacks).filter(({ type }) => type === 'aws_lakeformation_data_lake_settings');
  const found = await Promise.all(lakes.map((lake) => ofLake(stacks, resolver, aws, names, lake)));
  return found.flat();
}

async function ofLake(
  stacks: Stacks,
  resolver: Resolver,
  aws: LiveAws,
  names: Named,
  lake: Written,
): Promise<readonly Finding[]> {
  const base: Base = {
    id: `${lake.stack}/grants`,
    controls: [],
    promise: 'Nobody has a grant on the data lake that is not written',
    ...names.byResource(lake),
    resource: 'Lake Formation',
    expected: 'no other grant than those of the stack',
    deviations: [],
    raw: [],
    time: new Date().toISOString(),
  };
  try {
    const { account, region, wanted } = await resolver.look(lake);
    const at = aws.at(account, region);
    const own = writtenResources(stacks).filter(
      ({ stack, type }) => stack === lake.stack && type === 'aws_lakeformation_permissions',
    );
    const written = await Promise.all(own.map(async (grant) => (await resolver.look(grant)).wanted));
    const known = new Set(written.map((grant) => `${grant.principal} ${told(resourceOf(at, grant))}`));
    // Who makes a thing, and who administers the lake, has everything on it without a grant of ours.
    const admins = [wanted.admins].flat().map(String);
    const extra = (await grantsOf(at)).flatMap(({ Principal, Resource, Permissions }) => {
      const principal = Principal?.DataLakePrincipalIdentifier ?? '';
      const key = `${principal} ${told(Resource)}`;
      return known.has(key) || admins.includes(principal)
        ? []
        : [{ path: `grant to ${principal}`, found: `${Permissions?.join(', ')} on ${told(Resource)}` }];
    });
    if (extra.length === 0) {
      await checkSeesAllGrants(at);
      return [{ ...base, status: 'holds', raw: at.replies }];
    }
    const mend = 'revoke it with lakeformation revoke-permissions, or write it into the account’s file';
    return [{ ...base, status: 'differs', deviations: extra, found: extra, mend, raw: at.replies }];
  } catch (error) {
    return [{ ...base, status: 'unknown', reason: reasonOf(error), mend: mendOf(error) }];
  }
}

const mendOf = (error: unknown): string =>
  /does not administer/.test(reasonOf(error))
    ? 'make the role a read-only administrator of the data lake, or verify with a role that administers it: --role'
    : 'mend what it refers to, then verify again';
