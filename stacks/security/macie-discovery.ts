import { Macie2CustomDataIdentifier } from '@cdktf/provider-aws/lib/macie2-custom-data-identifier';
import { Macie2FindingsFilter } from '@cdktf/provider-aws/lib/macie2-findings-filter';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { isScheduled, type Macie as Settings } from '../../schema/forms/macie';
import { distinctId } from '../kernel/distinct-id';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { literal } from '../kernel/literal';
import { Part } from '../kernel/part';
import { moveDistinct } from '../kernel/state-moves';
import { ClassificationJob, identifierKey, jobId } from '../parts/classification-job';

export interface MacieDiscoveryProps {
  readonly region: string;
  /** What has to be there first. */
  readonly dependsOn: ITerraformDependable[];
}

type Identifier = Settings['customDataIdentifiers'][number];

/** What Macie looks for in one region, how often, and which of its findings are known and accepted. */
export class MacieDiscovery extends Part {
  /** By `identifierKey`. */
  readonly customDataIdentifierIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: MacieDiscoveryProps) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    const { macie } = zone.services;
    const { region, dependsOn } = props;
    const placement = here.in(region);
    const ids = new Map(macie.customDataIdentifiers.map((each) => [each.name, this.identify(each, props)]));
    this.customDataIdentifierIds = Object.fromEntries([...ids].map(([name, id]) => [identifierKey(name, region), id]));
    // A job that runs once waits for the accounts and their buckets: it is in the compliance stack.
    for (const job of macie.jobs.filter(isScheduled))
      new ClassificationJob(this, jobId(job, region), {
        placement,
        region,
        job,
        identifierId: (name) => ids.get(name) ?? name,
        dependsOn,
      });
    // Archives findings on arrival; the reason stands in the filter.
    for (const { name, reason, types, buckets } of macie.suppressions)
      new Macie2FindingsFilter(this, `macie-suppression-${name}-${region}`, {
        ...placement,
        name,
        description: reason,
        action: 'ARCHIVE',
        findingCriteria: {
          criterion: [
            { field: 'type', eq: [...types] },
            { field: 'resourcesAffected.s3Bucket.name', eq: [...buckets] },
          ],
        },
        dependsOn,
      });
  }

  private identify(identifier: Identifier, { region, dependsOn }: MacieDiscoveryProps): string {
    const { name, description, regex, keywords, ignoreWords, maximumMatchDistance } = identifier;
    const ids = distinctId(`macie-identifier-${name}-${region}`);
    const made = new Macie2CustomDataIdentifier(this, ids.id, {
      ...LandingZoneStack.of(this).here.in(region),
      name,
      description,
      regex: literal(regex),
      keywords: keywords.length > 0 ? [...keywords] : undefined,
      ignoreWords: ignoreWords.length > 0 ? [...ignoreWords] : undefined,
      maximumMatchDistance,
      dependsOn,
    });
    moveDistinct(made, ids);
    return made.id;
  }
}
