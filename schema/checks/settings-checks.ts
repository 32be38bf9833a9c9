import { admits, defaultAwsProvider, supportedAwsProviders } from '../facts/provider-constraint';
import { quotas } from '../facts/quotas';
import { knownRegions, optInRegions } from '../facts/regions';
import { type Settings, suspendedUnit } from '../forms/settings';
import { resourceNameOf, withParents } from '../organizational-units';
import type { Problem } from '../problems/problem';
import { useOneOf } from '../problems/problem';
import { problemsIn, repeats } from './subject';

/** Rules of the settings by themselves: regions, OU tree, backend, provider, logs. */
export function settingsProblems(file: string, settings: Settings): Problem[] {
  return [
    ...regionProblems(file, settings),
    ...treeProblems(file, settings.organizationalUnits),
    ...providerProblems(file, settings.awsProvider),
    ...logProblems(file, settings),
    ...tagProblems(file, settings.tags),
  ];
}

function regionProblems(file: string, { regions, retiredRegions, homeRegion, backend }: Settings): Problem[] {
  const problem = problemsIn(file);
  const unknown = (field: string, region: string) => {
    if (knownRegions.includes(region)) return [];
    return optInRegions.includes(region)
      ? [
          problem(
            field,
            region,
            'accounts have to opt in to the region, which the landing zone does not do for them',
            'use a region that is enabled by default',
          ),
        ]
      : [problem(field, region, 'is not a region of the commercial partition', useOneOf(region, knownRegions))];
  };
  return [
    ...regions.flatMap((region, index) => unknown(`regions[${index}]`, region)),
    ...unknown('homeRegion', homeRegion),
    ...retiredRegions.flatMap((region, index) => unknown(`retiredRegions[${index}]`, region)),
    ...retiredRegions.flatMap((region, index) =>
      regions.includes(region)
        ? [
            problem(
              `retiredRegions[${index}]`,
              region,
              'a region is governed or retired',
              'remove it from one of the two',
            ),
          ]
        : [],
    ),
    ...(backend.type === 's3' ? unknown('backend.region', backend.region) : []),
    ...repeats(retiredRegions).map(({ index, value }) =>
      problem(`retiredRegions[${index}]`, value, 'a region is retired once', 'remove the second mention'),
    ),
    ...repeats(regions).map(({ index, value }) =>
      problem(`regions[${index}]`, value, 'a region is governed once', 'remove the second mention'),
    ),
    ...(regions.includes(homeRegion)
      ? []
      : [
          problem(
            'homeRegion',
            homeRegion,
            'the home region is one of the governed regions',
            `add '${homeRegion}' to regions`,
          ),
        ]),
  ];
}

function treeProblems(file: string, paths: readonly string[]): Problem[] {
  const problem = problemsIn(file);
  const problems = repeats(paths).map(({ index, value }) =>
    problem(`organizationalUnits[${index}]`, value, 'an OU stands in the tree once', 'remove the second mention'),
  );
  for (const [index, path] of paths.entries()) {
    const field = `organizationalUnits[${index}]`;
    const names = path.split('/');
    if (names.some((name) => name.trim() === '' || name.length > 128))
      problems.push(problem(field, path, 'each name in the path has 1 to 128 characters', 'write it as Parent/Child'));
    if (names.length > quotas.nesting.value)
      problems.push(
        problem(
          field,
          path,
          `OUs nest at most ${quotas.nesting.value} deep`,
          `remove ${names.length - quotas.nesting.value} level(s) of the path`,
        ),
      );
  }
  const named = new Map<string, string>();
  for (const path of withParents(paths.filter((each) => !each.split('/').includes('')))) {
    const name = resourceNameOf(path);
    const other = named.get(name);
    named.set(name, path);
    if (name === '')
      problems.push(
        problem('organizationalUnits', path, 'an OU has a Latin letter or a digit in its name', 'rename it'),
      );
    else if (other !== undefined)
      problems.push(
        problem(
          'organizationalUnits',
          path,
          `OUs differ in letters or digits, and '${other}' has the same ones`,
          'rename one',
        ),
      );
  }
  if (!paths.includes(suspendedUnit))
    problems.push(
      problem(
        'organizationalUnits',
        paths,
        `accounts that leave move to the OU '${suspendedUnit}'`,
        `add '${suspendedUnit}'`,
      ),
    );
  return problems;
}

function providerProblems(file: string, constraint: string): Problem[] {
  const admitted = supportedAwsProviders.map((version) => admits(constraint, version));
  const rule = admitted.includes(undefined)
    ? 'must be a Terraform version constraint'
    : `must admit a provider that the landing zone is tested with (${supportedAwsProviders.join(' or ')})`;
  if (admitted.includes(true)) return [];
  return [problemsIn(file)('awsProvider', constraint, rule, `write '${defaultAwsProvider}', or '~> 6.25' for v6 only`)];
}

function logProblems(file: string, { logs, protection }: Settings): Problem[] {
  const problem = problemsIn(file);
  const problems: Problem[] = [];
  if (logs.archiveAfterDays >= logs.retentionDays)
    problems.push(
      problem(
        'logs.archiveAfterDays',
        logs.archiveAfterDays,
        `logs are archived before they are deleted (after ${logs.retentionDays} days)`,
        'lower it, or raise logs.retentionDays',
      ),
    );
  const lock = logs.objectLock;
  if (lock && lock.days > logs.retentionDays)
    problems.push(
      problem(
        'logs.objectLock.days',
        lock.days,
        `a log is not locked for longer than it is kept (${logs.retentionDays} days)`,
        'lower it, or raise logs.retentionDays',
      ),
    );
  if (lock?.mode === 'COMPLIANCE' && protection === 'off')
    problems.push(
      problem(
        'logs.objectLock.mode',
        lock.mode,
        'logs under a COMPLIANCE lock cannot be destroyed, so a teardown would stop half-way',
        "use 'GOVERNANCE', or set protection: 'on'",
      ),
    );
  return problems;
}

/** Tags of every resource that a person does not write. */
const ownTags = ['owner'];

/** Tag keys that AWS keeps for itself, or that are there already: IAM takes no two that differ in case alone. */
export function tagProblems(
  file: string,
  tags: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string>> = {},
): Problem[] {
  const keys = [...ownTags, ...Object.keys(tags)].map((key) => key.toLowerCase());
  return Object.entries(tags).flatMap(([key, value]) => {
    const problem = (rule: string) => problemsIn(file)(`tags.${key}`, value, rule, 'rename the key');
    if (/^aws:/i.test(key)) return [problem("AWS keeps tag keys that begin with 'aws:' for itself")];
    const same = keys.filter((other) => other === key.toLowerCase()).length;
    const clash = Object.keys(inherited).some((other) => other !== key && other.toLowerCase() === key.toLowerCase());
    return same > 1 || clash
      ? [problem("a tag key stands once, in whatever case, and 'owner' is the landing zone's")]
      : [];
  });
}
