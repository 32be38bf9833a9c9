import { AwsError } from '../../toolkit/errors';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';

/** A trail and all that CloudTrail keeps with it. */
export interface Trail {
  /** The account in the ARN: of an organization trail the management account, whoever created it. */
  readonly owner: string;
  readonly homeRegion: string;
  readonly arn: string;
  /** What CreateTrail and UpdateTrail answer with. */
  settings: Json;
  logging: boolean;
  startLoggingTime?: number;
  stopLoggingTime?: number;
  /** Basic selectors or advanced ones, as GetEventSelectors answers; undefined for the default. */
  selectors?: Json;
  insightSelectors: readonly Json[];
  tags: readonly Json[];
}

/** The principal of CloudTrail in policies, trusted access and delegation. */
export const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/** All trails of the emulated AWS, and who sees and who may change which. */
export class Trails {
  private readonly byArn = new Map<string, Trail>();

  /** Whether CloudTrail made its service-linked role in the management account. */
  serviceLinkedRole = false;

  constructor(readonly world: World) {}

  all(): readonly Trail[] {
    return [...this.byArn.values()];
  }

  add(trail: Trail): void {
    this.byArn.set(trail.arn, trail);
  }

  delete(trail: Trail): void {
    this.byArn.delete(trail.arn);
  }

  /** Whether the trail shows in the account and region, itself or as its shadow. */
  isVisible({ owner, homeRegion, settings }: Trail, { account, region }: Call): boolean {
    const { organization } = this.world;
    const inAccount = owner === account || (settings.IsOrganizationTrail && organization.isActiveMember(account));
    return inAccount && (homeRegion === region || settings.IsMultiRegionTrail);
  }

  /** A trail by ARN, or by name in the caller's own account: a bare name never reaches another account's trail. */
  tryFind(call: Call, nameOrArn: string): Trail | undefined {
    const byArn = nameOrArn.startsWith('arn:');
    return this.all().find(
      (trail) =>
        this.isVisible(trail, call) &&
        (byArn ? trail.arn === nameOrArn : trail.owner === call.account && trail.settings.Name === nameOrArn),
    );
  }

  find(call: Call, nameOrArn: string): Trail {
    const trail = this.tryFind(call, nameOrArn);
    if (trail === undefined) throw trailNotFound(call, nameOrArn);
    return trail;
  }

  /** A trail that the caller may change: its own, or as delegated administrator the organization's, at home. */
  findToChange(call: Call, nameOrArn: string): Trail {
    const trail = this.find(call, nameOrArn);
    if (trail.owner !== call.account && !this.isDelegatedAdministrator(call.account)) throw notAdministrator();
    if (trail.homeRegion !== call.region) throw notHomeRegion(trail);
    return trail;
  }

  private isDelegatedAdministrator(account: string): boolean {
    const { organization } = this.world;
    return (
      organization.hasTrustedAccess(CLOUDTRAIL) && organization.delegatedAdministrators(CLOUDTRAIL).includes(account)
    );
  }
}

/** The ARN of a trail. */
export const trailArn = (owner: string, region: string, name: string): string =>
  `arn:aws:cloudtrail:${region}:${owner}:trail/${name}`;

/** The error of an organization trail in the hands of an account that is no administrator of the organization. */
export const notAdministrator = (): AwsError =>
  new AwsError(
    'NotOrganizationMasterAccountException',
    'You must be the management account or a delegated administrator of the organization to change an organization trail.',
  );

function trailNotFound({ account, region }: Call, nameOrArn: string): AwsError {
  const arn = nameOrArn.startsWith('arn:') ? nameOrArn : trailArn(account, region, nameOrArn);
  return new AwsError('TrailNotFoundException', `Unknown trail: ${arn} for the user: ${account}`);
}

const notHomeRegion = ({ settings, homeRegion }: Trail): AwsError =>
  new AwsError(
    'InvalidHomeRegionException',
    `The trail ${settings.Name} can be changed only from its home region ${homeRegion}.`,
  );
