import type { configFrequencies } from '../../schema/facts/schedules';
import type { Landscape, Resource } from './landscape';
import { fixed, reading, settings, used } from './line';
import { exactly, times } from './usage';

interface Recorder extends Resource {
  readonly recording_mode?: { readonly recording_frequency: string };
}

/** Each change of a resource is recorded; rules look at it where a pack reaches the account. Which of them do, nobody knows before. */
export const recorder = reading<Recorder>(({ resource, usage, account, region, isJudged }) => {
  const daily = resource.recording_mode?.recording_frequency === 'DAILY';
  const changes = usage('changes', account, region);
  return [
    used(daily ? 'dailyConfigurationItem' : 'configurationItem', changes, { setting: settings('services.config') }),
    ...(isJudged(account, region)
      ? [used('packEvaluation', times(changes, usage('rules-per-change', account)), { setting: settings('controls') })]
      : []),
  ];
});

interface Pack extends Resource {
  readonly template_body: string;
  readonly excluded_accounts?: readonly string[];
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: ConfigRule }>>;
}

interface ConfigRule {
  readonly ConfigRuleName: string;
  readonly Source: {
    readonly Owner: 'AWS' | 'CUSTOM_POLICY' | 'CUSTOM_LAMBDA';
    readonly SourceDetails?: readonly { readonly MaximumExecutionFrequency?: Frequency }[];
  };
  readonly Scope?: object;
}

type Frequency = (typeof configFrequencies)[number];

/** How often a rule by the clock runs in a month of 730 hours. */
const runs: Readonly<Record<Frequency, number>> = {
  One_Hour: 730,
  Three_Hours: 243,
  Six_Hours: 122,
  Twelve_Hours: 61,
  TwentyFour_Hours: 30,
};

/** A managed rule that names no types runs by the clock, once a day: AWS knows the types of a few, which are counted so all the same. */
function runsOf({ Source: { Owner, SourceDetails = [] }, Scope }: ConfigRule): number {
  if (Owner === 'AWS') return Scope ? 0 : runs.TwentyFour_Hours;
  const frequency = SourceDetails.find((each) => each.MaximumExecutionFrequency)?.MaximumExecutionFrequency;
  return frequency ? runs[frequency] : 0;
}

const rulesIn = ({ template_body }: Pack): readonly ConfigRule[] =>
  Object.values((JSON.parse(template_body) as Template).Resources)
    .filter(({ Type }) => Type === 'AWS::Config::ConfigRule')
    .map(({ Properties }) => Properties);

/** Accounts that a pack does not reach: AWS deploys it wherever it is not excluded. */
export const excludedFrom = (pack: Resource, { tryKey }: Landscape): ReadonlySet<string | undefined> =>
  new Set((pack as Pack).excluded_accounts?.map(tryKey));

/** One evaluation for each run of a rule by the clock is certain; each further resource that it looks at is one more. */
export const pack = reading<Pack>(({ resource, landscape, members, regionsOf, usage, region }) => {
  const clocked = rulesIn(resource)
    .map((rule) => ({ setting: settings(`controls.${rule.ConfigRuleName}`), count: runsOf(rule) }))
    .filter(({ count }) => count > 0);
  const excluded = excludedFrom(resource, landscape);
  return members
    .filter(({ key }) => regionsOf(key).includes(region) && !excluded.has(key))
    .flatMap(({ key: account }) => {
      const more = usage('resources-per-rule', account, region);
      return clocked.flatMap(({ setting, count }) => [
        fixed('packEvaluation', count, { account, setting, byClock: true }),
        used('packEvaluation', times(more, exactly(count)), { account, setting, byClock: true }),
      ]);
    });
});
