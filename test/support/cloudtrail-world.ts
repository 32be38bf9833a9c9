import { cloudtrail } from '../../emulator/services/cloudtrail';
import type { WorldSettings } from '../../emulator/world';
import { type MotoResources, motoWith } from './moto-with';
import { callOf, fakeWorld } from './world';

const PRINCIPAL = 'cloudtrail.amazonaws.com';

/** A policy that lets CloudTrail do everything; a test that is about policies replaces it. */
export const OPEN = {
  Statement: [{ Effect: 'Allow', Principal: { Service: PRINCIPAL }, Action: '*', Resource: '*' }],
};

/** CloudTrail for the management account and the members security and work, with a bucket named logs. */
export async function cloudtrailOfOrganization(own: MotoResources = {}, settings: Partial<WorldSettings> = {}) {
  const resources: MotoResources = { buckets: { logs: { policy: OPEN, region: 'eu-west-1' } }, ...own };
  const world = fakeWorld({ moto: motoWith(resources), settings });
  const security = await world.vend('security');
  const work = await world.vend('work');
  const service = cloudtrail(world);
  const ask = callOf(service);
  const call = (operation: string, input: object = {}, account?: string, region = 'eu-west-1') =>
    ask(operation, input, account, region);
  const create = (input: object = {}, account?: string, region?: string) =>
    call('CreateTrail', { Name: 'trail', S3BucketName: 'logs', ...input }, account, region);
  const trust = () => world.organizations('EnableAWSServiceAccess', { ServicePrincipal: PRINCIPAL });
  const delegate = async () => {
    await trust();
    await call('RegisterOrganizationDelegatedAdmin', { MemberAccountId: security });
  };
  return { world, resources, service, call, create, trust, delegate, security, work };
}
