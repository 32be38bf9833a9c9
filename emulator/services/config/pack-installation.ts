import { allowsPrincipal } from '../../../policy/iam/resource-policy';
import { findBucket } from '../../resource-policy-lookup';
import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { insufficientPermissions } from './errors';
import { putRemediation } from './remediation';
import { noRecorder, putRule, removeRule } from './rules';
import type { ConfigState, Pack, PackDetails } from './state';
import type { Template } from './template';

/** What a request says about a pack beside its template, and who makes it. */
type PackSettings = Pick<
  PackDetails,
  'DeliveryS3Bucket' | 'DeliveryS3KeyPrefix' | 'ConformancePackInputParameters' | 'CreatedBy'
>;

/** Makes the rules of a pack in one account; where that fails the pack stays behind, failed, with the reason. */
export async function installPack(
  state: ConfigState,
  scope: Scope,
  name: string,
  template: Template,
  settings: PackSettings,
): Promise<Pack> {
  const current = state.packs.get(scope.account, scope.region, name)?.details;
  const id = current?.ConformancePackId ?? `conformance-pack-${state.world.newId(9)}`;
  const details = {
    ConformancePackName: name,
    ConformancePackArn: arnOf('config', scope, `conformance-pack/${name}/${id}`),
    ConformancePackId: id,
    DeliveryS3Bucket: settings.DeliveryS3Bucket,
    DeliveryS3KeyPrefix: settings.DeliveryS3KeyPrefix,
    ConformancePackInputParameters: settings.ConformancePackInputParameters ?? [],
    LastUpdateRequestedTime: state.world.clock.seconds(),
    CreatedBy: settings.CreatedBy,
  };
  removeRules(state, scope, name);
  const { rules, remediations } = template.forScope(scope);
  const packed = rules.map((rule) => ({ ...named(rule, id), CreatedBy: 'config-conforms.amazonaws.com' }));
  const outcome = await attempt(async () => {
    if (!state.recorder(scope)?.recording) throw noRecorder();
    await testDelivery(state, scope, settings);
    for (const rule of packed) await putRule(state, scope, rule);
    for (const remediation of remediations) await putRemediation(state, scope, named(remediation, id));
  });
  const pack = { details, rules: packed.map(({ ConfigRuleName }) => ConfigRuleName), ...outcome };
  return state.packs.set(pack, scope.account, scope.region, name);
}

/** Removes a pack with its rules and tags, where it is there. */
export function removePack(state: ConfigState, scope: Scope, name: string): void {
  const pack = state.packs.get(scope.account, scope.region, name);
  if (pack === undefined) return;
  removeRules(state, scope, name);
  state.packs.delete(scope.account, scope.region, name);
  state.tags.delete(pack.details.ConformancePackArn);
}

function removeRules(state: ConfigState, scope: Scope, name: string): void {
  const pack = state.packs.get(scope.account, scope.region, name);
  for (const rule of pack?.rules ?? []) removeRule(state, scope, rule);
}

async function attempt(install: () => Promise<void>): Promise<Pick<Pack, 'state' | 'failure'>> {
  try {
    await install();
    return { state: 'CREATE_COMPLETE' };
  } catch (failure) {
    if (!(failure instanceof AwsError)) throw failure;
    return { state: 'CREATE_FAILED', failure };
  }
}

/** A rule, or the remediation of one, under the name that the rule has in the pack. */
const named = <T extends { readonly ConfigRuleName?: string | undefined }>(properties: T, packId: string) => ({
  ...properties,
  ConfigRuleName: `${properties.ConfigRuleName}-${packId}`,
});

/** The artifacts of a pack go to its bucket in the name of a service-linked role of each account. */
async function testDelivery({ world }: ConfigState, { account }: Scope, settings: PackSettings): Promise<void> {
  const { DeliveryS3Bucket: name, DeliveryS3KeyPrefix: prefix } = settings;
  if (!name) return;
  const bucket = await findBucket(world.moto, name, account);
  const id = world.organization.find()?.id;
  const put = {
    principal: `arn:aws:iam::${account}:role/aws-service-role/config-conforms.amazonaws.com/AWSServiceRoleForConfigConforms`,
    action: 's3:PutObject',
    resource: `arn:aws:s3:::${name}/${prefix ? `${prefix}/` : ''}AWSLogs/${account}/Config/ConfigWritabilityCheckFile`,
    context: { 's3:x-amz-acl': 'bucket-owner-full-control', ...(id && { 'aws:PrincipalOrgID': id }) },
  };
  if (!allowsPrincipal(bucket?.policy, put))
    throw insufficientPermissions(`Unable to write to the conformance pack bucket ${name}.`);
}
