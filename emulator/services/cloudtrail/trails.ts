import type { Trail as TrailDescription } from '@aws-sdk/client-cloudtrail';
import { required, type Scope } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { CloudTrailCall, CloudTrailOperations, Input, Shape } from './api';
import { resolveDestinations, type Wish } from './delivery';
import { notAdministrator } from './errors';
import { requireOrganizationTrailRights } from './organization';
import { isDefault } from './selectors';
import { type Trail, type TrailSettings, type Trails, trailArn } from './state';

const mostTrails = 5;

/** The trails of accounts and of the organization. */
export const trailOperations = (trails: Trails): CloudTrailOperations => ({
  CreateTrail: (call) => create(trails, call),
  UpdateTrail: (call) => update(trails, call),
  DeleteTrail: (call) => {
    trails.delete(trails.findToChange(call, call.input.Name));
    return {};
  },
  GetTrail: (call) => ({ Trail: shown(trails.find(call, call.input.Name)) }),
  DescribeTrails: (call) => ({ trailList: described(trails, call, call.input).map(shown) }),
  ListTrails: (call) => ({
    Trails: trails
      .all()
      .filter((trail) => trails.isVisible(trail, { ...call, region: trail.homeRegion }))
      .map(({ arn, settings, homeRegion }) => ({ TrailARN: arn, Name: settings.Name, HomeRegion: homeRegion })),
  }),
});

const defaults = {
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: false,
  EnableLogFileValidation: false,
  IsOrganizationTrail: false,
};

async function create(trails: Trails, call: CloudTrailCall<'CreateTrail'>): Promise<TrailSettings> {
  const { TagsList, Name, ...wanted } = required(call.input, 'Name', 'S3BucketName');
  checkName(Name);
  if (wanted.IsOrganizationTrail) await requireOrganizationTrailRights(trails, call);
  const owner = wanted.IsOrganizationTrail ? trails.world.organization.managementAccount : call.account;
  const home = { account: owner, region: call.region };
  const arn = trailArn(home, Name);
  const settings = await settingsOf(trails, call, arn, { ...defaults, ...wanted });
  checkRoom(trails, home, settings);
  trails.add({
    ...{ owner, homeRegion: call.region, arn, settings },
    ...{ logging: false, insightSelectors: [], tags: tagMap(TagsList) },
  });
  return settings;
}

async function update(trails: Trails, call: CloudTrailCall<'UpdateTrail'>): Promise<TrailSettings> {
  const trail = trails.findToChange(call, call.input.Name);
  const { Name: _, ...changes } = call.input;
  const wasOfOrganization = trail.settings.IsOrganizationTrail;
  if ((changes.IsOrganizationTrail ?? wasOfOrganization) !== wasOfOrganization) {
    if (call.account !== trails.world.organization.managementAccount) throw notAdministrator();
    if (changes.IsOrganizationTrail) await requireOrganizationTrailRights(trails, call);
  }
  const { S3BucketName = trail.settings.S3BucketName } = changes;
  const wish = { ...asWish(trail.settings), ...changes, S3BucketName };
  trail.settings = await settingsOf(trails, call, trail.arn, wish);
  return trail.settings;
}

/** A name that is not there is left out, and is no error. */
function described(
  trails: Trails,
  scope: Scope,
  { trailNameList: names = [], includeShadowTrails = true }: Input<'DescribeTrails'>,
): readonly Trail[] {
  const found =
    names.length > 0
      ? names.flatMap((name) => trails.tryFind(scope, name) ?? [])
      : trails.all().filter((trail) => trails.isVisible(trail, scope));
  const isShadow = ({ owner, homeRegion }: Trail) => owner !== scope.account || homeRegion !== scope.region;
  return found.filter((trail) => includeShadowTrails || !isShadow(trail));
}

const shown = ({ settings, homeRegion, selectors, insightSelectors }: Trail): Shape<TrailDescription> => ({
  ...settings,
  HomeRegion: homeRegion,
  HasCustomEventSelectors: !isDefault(selectors),
  HasInsightSelectors: insightSelectors.length > 0,
});

/** The settings that a request asks for, once all destinations are known to take what CloudTrail sends. */
async function settingsOf(trails: Trails, scope: Scope, arn: string, wish: Wish): Promise<TrailSettings> {
  if (wish.IsMultiRegionTrail && !wish.IncludeGlobalServiceEvents)
    throw new AwsError(
      'InvalidParameterCombinationException',
      'Multi-Region trail must include global service events.',
    );
  const { EnableLogFileValidation, SnsTopicName: _, S3BucketName, ...rest } = wish;
  const destinations = await resolveDestinations(trails.world, scope, arn, wish);
  const settings = { ...rest, ...destinations, TrailARN: arn, LogFileValidationEnabled: EnableLogFileValidation };
  return { Name: nameOf(arn), S3BucketName, ...withoutEmpty(settings) };
}

/** An empty string takes a setting away. */
const withoutEmpty = <T extends object>(settings: T): Partial<T> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '')) as Partial<T>;

const asWish = ({ Name, TrailARN, LogFileValidationEnabled, SnsTopicARN, ...settings }: TrailSettings): Wish => ({
  ...settings,
  EnableLogFileValidation: LogFileValidationEnabled,
  SnsTopicName: SnsTopicARN,
});

const nameOf = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

function checkName(name: string): void {
  const valid = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/.test(name) && !/^\d+(\.\d+){3}$/.test(name);
  if (valid && name.length >= 3 && name.length <= 128) return;
  throw new AwsError(
    'InvalidTrailNameException',
    'A trail name has 3 to 128 letters, numbers, periods, underscores or dashes, with no two signs side by side.',
  );
}

function checkRoom(trails: Trails, { account, region }: Scope, { Name, IsMultiRegionTrail }: TrailSettings): void {
  const own = trails.all().filter(({ owner }) => owner === account);
  const here = own.filter(({ homeRegion, settings }) => homeRegion === region || settings.IsMultiRegionTrail);
  const clashing = IsMultiRegionTrail ? own : here;
  if (clashing.some(({ settings }) => settings.Name === Name))
    throw new AwsError('TrailAlreadyExistsException', `Trail ${Name} already exists for customer: ${account}`);
  if (here.length >= mostTrails)
    throw new AwsError(
      'MaximumNumberOfTrailsExceededException',
      `User: ${account} already has ${mostTrails} trails in ${region}.`,
    );
}
