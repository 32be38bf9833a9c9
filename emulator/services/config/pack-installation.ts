import { allowsPrincipal } from '../../../policy/iam/resource-policy';
import { findBucket } from '../../resource-policy-lookup';
import { AwsError } from '../../toolkit/errors';
import type { Json } from '../../toolkit/untyped';
import { putRemediation } from './remediation';
import { noRecorder, putRule, removeRule } from './rules';
import { type ConfigState, configArn, now, type Pack, type Place } from './state';
import type { Template } from './template';

/** Makes the rules of a pack in one place; where that fails the pack stays behind, failed, with the reason. */
export async function installPack(
  state: ConfigState,
  place: Place,
  name: string,
  template: Template,
  settings: Json,
): Promise<Pack> {
  const current = state.packs.get(place.account, place.region, name)?.details;
  const id = current?.ConformancePackId ?? `conformance-pack-${state.world.newId(9)}`;
  const details = {
    ConformancePackName: name,
    ConformancePackArn: configArn(place, `conformance-pack/${name}/${id}`),
    ConformancePackId: id,
    DeliveryS3Bucket: settings.DeliveryS3Bucket,
    DeliveryS3KeyPrefix: settings.DeliveryS3KeyPrefix,
    ConformancePackInputParameters: settings.ConformancePackInputParameters ?? [],
    LastUpdateRequestedTime: now(),
    CreatedBy: settings.CreatedBy,
  };
  removeRules(state, place, name);
  const { rules, remediations } = template.forPlace(place);
  const pack = await attempt(async () => {
    if (!state.recorder(place)?.recording) throw noRecorder();
    await testDelivery(state, place, settings);
    for (const rule of rules) await putRule(state, place, packed(rule, id));
    for (const remediation of remediations) await putRemediation(state, place, renamed(remediation, id));
  });
  const made = rules.map((rule) => packed(rule, id).ConfigRuleName);
  return state.packs.set({ details, rules: made, ...pack }, place.account, place.region, name);
}

/** Removes a pack with its rules and tags, where it is there. */
export function removePack(state: ConfigState, place: Place, name: string): void {
  const pack = state.packs.get(place.account, place.region, name);
  if (pack === undefined) return;
  removeRules(state, place, name);
  state.packs.delete(place.account, place.region, name);
  state.tags.delete(pack.details.ConformancePackArn);
}

function removeRules(state: ConfigState, place: Place, name: string): void {
  const pack = state.packs.get(place.account, place.region, name);
  for (const rule of pack?.rules ?? []) removeRule(state, place, rule);
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

const renamed = (properties: Json, packId: string): Json => ({
  ...properties,
  ConfigRuleName: `${properties.ConfigRuleName}-${packId}`,
});

const packed = (rule: Json, packId: string): Json => ({
  ...renamed(rule, packId),
  CreatedBy: 'config-conforms.amazonaws.com',
});

/** The artifacts of a pack go to its bucket in the name of a service-linked role of each account. */
async function testDelivery({ world }: ConfigState, { account }: Place, settings: Json): Promise<void> {
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
  if (!allowsPrincipal(bucket?.policy, put)) {
    throw new AwsError('InsufficientPermissionsException', `Unable to write to the conformance pack bucket ${name}.`);
  }
}
