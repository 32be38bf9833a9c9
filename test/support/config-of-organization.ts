import { config } from '../../emulator/services/config';
import type { Json } from '../../emulator/toolkit/untyped';
import { type MotoResources, motoWith } from './moto-with';
import { callOf, fakeWorld, MANAGEMENT } from './world';

/** The principal of rules and packs of the organization. */
export const SETUP = 'config-multiaccountsetup.amazonaws.com';
const bucket = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'config.amazonaws.com' }, Action: 's3:*', Resource: '*' }],
};
/** A rule in a template. */
export const ruleNamed = (ConfigRuleName: string) => ({
  Type: 'AWS::Config::ConfigRule',
  Properties: { ConfigRuleName, Source: { Owner: 'AWS', SourceIdentifier: 'ENCRYPTED_VOLUMES' } },
});
/** A template with the rule volumes. */
export const TemplateBody = JSON.stringify({ Resources: { A: ruleNamed('volumes') } });

/** AWS Config for the management account and the members security and work, none of which records yet. */
export async function configOfOrganization() {
  const resources: MotoResources = { buckets: { logs: { policy: bucket } }, roles: {} };
  const world = fakeWorld({ moto: motoWith(resources) });
  const security = await world.vend('security');
  const work = await world.vend('work');
  const service = config(world);
  const call = callOf(service);
  const record = async (...accounts: string[]) => {
    for (const account of accounts) {
      const roleARN = `arn:aws:iam::${account}:role/recorder`;
      resources.roles = { ...resources.roles, [roleARN]: {} };
      await call('PutConfigurationRecorder', { ConfigurationRecorder: { roleARN } }, account);
      await call('PutDeliveryChannel', { DeliveryChannel: { s3BucketName: 'logs' } }, account);
      await call('StartConfigurationRecorder', { ConfigurationRecorderName: 'default' }, account);
    }
  };
  const delegate = async () => {
    await world.organizations('EnableAWSServiceAccess', { ServicePrincipal: SETUP });
    await world.organizations('RegisterDelegatedAdministrator', { AccountId: security, ServicePrincipal: SETUP });
  };
  const deploy = (input: object = {}, account = MANAGEMENT) =>
    call('PutOrganizationConformancePack', { OrganizationConformancePackName: 'ai', TemplateBody, ...input }, account);
  const status = async (account = MANAGEMENT) =>
    (await call('DescribeOrganizationConformancePackStatuses', {}, account)).OrganizationConformancePackStatuses[0];
  const byAccount = async (Filters?: object) =>
    (await call('GetOrganizationConformancePackDetailedStatus', { OrganizationConformancePackName: 'ai', Filters }))
      .OrganizationConformancePackDetailedStatuses;
  const rulesOf = async (account: string) =>
    (await call('DescribeConfigRules', {}, account)).ConfigRules.map(({ ConfigRuleName }: Json) => ConfigRuleName);
  return { world, service, call, security, work, record, delegate, deploy, status, byAccount, rulesOf };
}
