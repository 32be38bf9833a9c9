import { arnOf } from '../../toolkit/arn';
import type { Scope } from '../../toolkit/call';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Input, Output } from './api';
import { notAdministrator, notHomeRegion, trailNotFound } from './errors';

/** What CreateTrail and UpdateTrail answer with. */
export type TrailSettings = Output<'CreateTrail'> & { readonly Name: string; readonly S3BucketName: string };

/** Basic selectors or advanced ones, as GetEventSelectors answers. */
export type Selectors = Omit<Output<'GetEventSelectors'>, 'TrailARN'>;

/** A trail and all that CloudTrail keeps with it. */
export interface Trail {
  /** The account in the ARN: of an organization trail the management account, whoever created it. */
  readonly owner: string;
  readonly homeRegion: string;
  readonly arn: string;
  settings: TrailSettings;
  logging: boolean;
  /** Seconds since 1970. */
  startLoggingTime?: number;
  stopLoggingTime?: number;
  /** Undefined for the default. */
  selectors?: Selectors;
  insightSelectors: NonNullable<Input<'PutInsightSelectors'>['InsightSelectors']>;
  readonly tags: Tags;
}

/** The principal of CloudTrail in policies, trusted access and delegation. */
export const principal = 'cloudtrail.amazonaws.com';

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
  isVisible({ owner, homeRegion, settings }: Trail, { account, region }: Scope): boolean {
    const { IsOrganizationTrail = false, IsMultiRegionTrail = false } = settings;
    const inAccount = owner === account || (IsOrganizationTrail && this.world.organization.isActiveMember(account));
    return inAccount && (homeRegion === region || IsMultiRegionTrail);
  }

  /** A trail by ARN, or by name in the caller's own account: a bare name never reaches another account's trail. */
  tryFind(scope: Scope, nameOrArn: string): Trail | undefined {
    const byArn = nameOrArn.startsWith('arn:');
    return this.all().find(
      (trail) =>
        this.isVisible(trail, scope) &&
        (byArn ? trail.arn === nameOrArn : trail.owner === scope.account && trail.settings.Name === nameOrArn),
    );
  }

  find(scope: Scope, nameOrArn = ''): Trail {
    const trail = this.tryFind(scope, nameOrArn);
    if (trail === undefined)
      throw trailNotFound(scope, nameOrArn.startsWith('arn:') ? nameOrArn : trailArn(scope, nameOrArn));
    return trail;
  }

  /** A trail that the caller may change: its own, or as delegated administrator the organization's, at home. */
  findToChange(scope: Scope, nameOrArn: string | undefined): Trail {
    const trail = this.find(scope, nameOrArn);
    if (trail.owner !== scope.account && !this.isDelegatedAdministrator(scope.account)) throw notAdministrator();
    if (trail.homeRegion !== scope.region) throw notHomeRegion(trail.settings.Name, trail.homeRegion);
    return trail;
  }

  private isDelegatedAdministrator(account: string): boolean {
    const { organization } = this.world;
    return (
      organization.hasTrustedAccess(principal) && organization.delegatedAdministrators(principal).includes(account)
    );
  }
}

/** The ARN of a trail, where its owner has it at home. */
export const trailArn = (home: Scope, name: string): string => arnOf('cloudtrail', home, `trail/${name}`);
