import { AwsError } from '../../toolkit/errors';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { resolveDestinations } from './delivery';
import { requireOrganizationTrailRights } from './organization';
import { isDefault } from './selectors';
import { notAdministrator, type Trail, type Trails, trailArn } from './state';

const MAX_TRAILS = 5;

/** The trails of accounts and of the organization. */
export function trailOperations(trails: Trails): Record<string, Handler> {
  return {
    CreateTrail: async (call) => {
      const { TagsList = [], ...wanted } = call.input;
      checkName(wanted.Name);
      if (wanted.IsOrganizationTrail) await requireOrganizationTrailRights(trails, call);
      const owner = wanted.IsOrganizationTrail ? trails.world.organization.managementAccount : call.account;
      const arn = trailArn(owner, call.region, wanted.Name);
      const settings = await settingsOf(trails, call, arn, { ...DEFAULTS, ...wanted });
      checkRoom(trails, owner, call);
      const home = { owner, homeRegion: call.region, arn };
      trails.add({ ...home, settings, logging: false, insightSelectors: [], tags: TagsList });
      return settings;
    },
    UpdateTrail: async (call) => {
      const trail = trails.findToChange(call, call.input.Name);
      const { Name: _, ...changes } = call.input;
      const wasOfOrganization = trail.settings.IsOrganizationTrail;
      if ((changes.IsOrganizationTrail ?? wasOfOrganization) !== wasOfOrganization) {
        if (call.account !== trails.world.organization.managementAccount) throw notAdministrator();
        if (changes.IsOrganizationTrail) await requireOrganizationTrailRights(trails, call);
      }
      trail.settings = await settingsOf(trails, call, trail.arn, { ...asInput(trail.settings), ...changes });
      return trail.settings;
    },
    DeleteTrail: (call) => {
      trails.delete(trails.findToChange(call, call.input.Name));
      return {};
    },
    GetTrail: (call) => ({ Trail: shown(trails.find(call, call.input.Name)) }),
    DescribeTrails: (call) => ({ trailList: described(trails, call).map(shown) }),
    ListTrails: (call) => ({
      Trails: trails
        .all()
        .filter((trail) => trails.isVisible(trail, { ...call, region: trail.homeRegion }))
        .map(({ arn, settings, homeRegion }) => ({ TrailARN: arn, Name: settings.Name, HomeRegion: homeRegion })),
    }),
  };
}

const DEFAULTS: Json = {
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: false,
  EnableLogFileValidation: false,
  IsOrganizationTrail: false,
};

/** A name that is not there is left out, and is no error. */
function described(trails: Trails, call: Call): Trail[] {
  const { trailNameList: names = [], includeShadowTrails = true } = call.input;
  const found: Trail[] =
    names.length > 0
      ? names.flatMap((name: string) => trails.tryFind(call, name) ?? [])
      : trails.all().filter((trail) => trails.isVisible(trail, call));
  const isShadow = ({ owner, homeRegion }: Trail) => owner !== call.account || homeRegion !== call.region;
  return found.filter((trail) => includeShadowTrails || !isShadow(trail));
}

const shown = (trail: Trail): Json => ({
  ...trail.settings,
  HomeRegion: trail.homeRegion,
  HasCustomEventSelectors: !isDefault(trail.selectors),
  HasInsightSelectors: trail.insightSelectors.length > 0,
});

/** The settings that a request asks for, once all destinations are known to take what CloudTrail sends. */
async function settingsOf(trails: Trails, call: Call, arn: string, wanted: Json): Promise<Json> {
  if (wanted.IsMultiRegionTrail && !wanted.IncludeGlobalServiceEvents) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      'Multi-Region trail must include global service events.',
    );
  }
  const { EnableLogFileValidation, SnsTopicName: _, ...rest } = wanted;
  const destinations = await resolveDestinations(trails.world, call, arn, wanted);
  const settings = { ...rest, ...destinations, TrailARN: arn, LogFileValidationEnabled: EnableLogFileValidation };
  // An empty string takes a setting away.
  return Object.fromEntries(Object.entries({ ...settings, Name: nameOf(arn) }).filter(([, value]) => value !== ''));
}

function asInput({ LogFileValidationEnabled, SnsTopicARN, ...settings }: Json): Json {
  return { ...settings, EnableLogFileValidation: LogFileValidationEnabled, SnsTopicName: SnsTopicARN };
}

const nameOf = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

function checkName(name: string): void {
  const valid = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/.test(name) && !/^\d+(\.\d+){3}$/.test(name);
  if (valid && name.length >= 3 && name.length <= 128) return;
  throw new AwsError(
    'InvalidTrailNameException',
    'A trail name has 3 to 128 letters, numbers, periods, underscores or dashes, with no two signs side by side.',
  );
}

function checkRoom(trails: Trails, owner: string, { region, input }: Call): void {
  const own = trails.all().filter((trail) => trail.owner === owner);
  const here = own.filter(({ homeRegion, settings }) => homeRegion === region || settings.IsMultiRegionTrail);
  const clashing = input.IsMultiRegionTrail ? own : here;
  if (clashing.some(({ settings }) => settings.Name === input.Name)) {
    throw new AwsError('TrailAlreadyExistsException', `Trail ${input.Name} already exists for customer: ${owner}`);
  }
  if (here.length >= MAX_TRAILS) {
    throw new AwsError(
      'MaximumNumberOfTrailsExceededException',
      `User: ${owner} already has ${MAX_TRAILS} trails in ${region}.`,
    );
  }
}
