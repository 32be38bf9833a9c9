import type { StackResult } from '../../deployment/result';
import { stackNames } from '../../schema/facts/stack-names';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { goesBack } from './goes-back';
import { isDestroyed } from './is-destroyed';
import type { Kept } from './keepings';

/** What a teardown does not do, each a sentence. */
export interface Staying {
  readonly stays: readonly string[];
  readonly goesBack: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface About {
  readonly zone: LandingZone;
  readonly results: readonly StackResult[];
  readonly kept: readonly Kept[];
  readonly withLogs: boolean;
  /** Accounts of the organization that have no file. */
  readonly undeclared: readonly string[];
  /** `2026-01-31` */
  readonly today: string;
}

/** What AWS keeps by itself, what goes back to what AWS begins with, and what is left to a person. */
export function stayingOf(about: About): Staying {
  const { zone, results, kept } = about;
  const types = new Set(results.flatMap(({ changes }) => changes.filter(isDestroyed).map(({ type }) => type)));
  const outliving = accountsThatStay(zone, kept);
  return {
    stays: staysOf(about, types, outliving),
    goesBack: goesBackIn(results),
    before: beforeOf(about),
    after: afterOf(about),
  };
}

/** Of accounts that are not closed: nobody sees the settings of the others again. */
function goesBackIn(results: readonly StackResult[]): readonly string[] {
  const gone = results.flatMap(({ stack, changes }) =>
    changes.filter(isDestroyed).map((change) => ({ stack, ...change })),
  );
  const closed = gone.flatMap(({ address }) => /^aws_organizations_account\.account-(.+)$/.exec(address)?.[1] ?? []);
  const stays = ({ stack }: { readonly stack: string }): boolean =>
    !closed.some((key) => stack === stackNames.account({ key }) || stack === stackNames.ai({ key }));
  const types = new Set(gone.filter(stays).map(({ type }) => type));
  return Object.entries(goesBack).flatMap(([type, line]) => (types.has(type) ? [line] : []));
}

/** Members that are not closed, and accounts outside: what is left on in them goes on, and is billed. */
const accountsThatStay = ({ accounts }: LandingZone, kept: readonly Kept[]): readonly Account[] =>
  accounts.filter(
    ({ key, origin }) =>
      origin === 'external' || kept.some(({ address }) => address === `aws_organizations_account.account-${key}`),
  );

/** A day later, in UTC. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Organizations User Guide, "Closing a member account": the days in which AWS keeps it. */
export const daysOfClosedAccounts = 90;

function staysOf({ zone, results, today, kept }: About, types: ReadonlySet<string>, outliving: readonly Account[]) {
  const closed = results
    .flatMap(({ changes }) => changes.filter(isDestroyed))
    .filter(({ type }) => type === 'aws_organizations_account');
  const named = outliving.map(({ name }) => name).join(', ');
  const runs = zone.services.macie.jobs.some(({ schedule }) => typeof schedule === 'object' && 'once' in schedule);
  const left = Object.entries(zone.ledger.securityHub?.regions ?? {}).flatMap(([region, where]) =>
    where === 'left' ? [region] : [],
  );
  const before = Object.entries(zone.ledger.kept).flatMap(([stack, known]) =>
    Object.keys(known)
      .filter((address) => !kept.some((each) => each.stack === stack && each.address === address))
      .map((address) => `${stack} ${address}`),
  );
  return [
    ...(closed.length > 0
      ? [
          `${closed.length} closed accounts, until ${daysAfter(today, daysOfClosedAccounts)} where they are closed today, and until then their OUs and the organization: run it again after that. Their resources go with them, and a last bill comes`,
        ]
      : []),
    ...(types.has('aws_kms_key')
      ? [
          'keys that are destroyed wait 30 days for their deletion, without charge; until then aws kms cancel-key-deletion brings one back',
        ]
      : []),
    ...(outliving.length > 0 && types.has('aws_guardduty_member')
      ? [`GuardDuty's detectors in ${named}: on, alone and billed. There: aws guardduty delete-detector`]
      : []),
    ...(outliving.length > 0 && types.has('aws_macie2_member')
      ? [`Macie in ${named}: on, alone and billed. There: aws macie2 disable-macie`]
      : []),
    ...(outliving.length > 0 && types.has('aws_securityhub_configuration_policy_association')
      ? [`Security Hub in ${named}: on, alone and billed. There: aws securityhub disable-security-hub`]
      : []),
    ...(runs
      ? ['jobs of Macie that ran once: AWS neither cancels nor deletes them (terraform-provider-aws#27242)']
      : []),
    ...(left.length > 0 ? [`Security Hub and its administrator in ${left.join(', ')}, which were retired before`] : []),
    ...before.map((each) => `${each}, which was kept before and is in no state`),
    ...(types.has('aws_lakeformation_data_lake_settings')
      ? ['databases that Lake Formation took from IAMAllowedPrincipals: nobody gets that back but by a grant']
      : []),
    'service-linked roles, without charge; and the states, which hold nothing any more',
  ];
}

function beforeOf({ zone, withLogs, kept, undeclared }: About): readonly string[] {
  const { managementAccount, protection, logs } = zone;
  const unarchived = zone.accounts.filter(({ ai }) => {
    const logging = ai?.bedrock?.invocationLogging;
    return logging?.on === true && !logging.archive;
  });
  const locked = withLogs && logs.objectLock?.mode === 'COMPLIANCE';
  return [
    ...(protection === 'on' ? ["write protection: 'off' in accounts/landing-zone.ts, and check it in"] : []),
    `be an administrator of ${managementAccount.name} who is not its root user: the deploy role is assumed from there`,
    ...undeclared.map(
      (account) =>
        `${account} is in the organization and has no file: move it to the root, for AWS deletes no OU with an account in it`,
    ),
    ...unarchived.map(
      ({ name }) =>
        `prompts of ${name} are in that account alone and go with it: copy them, if anybody will ask for them`,
    ),
    ...(locked && kept.some(({ because }) => because.includes('nobody can delete'))
      ? ['trails under Object Lock COMPLIANCE go with their account alone: nobody deletes them before their time']
      : []),
    ...(withLogs ? ['logs go for good: nobody can ask the audit about anything before today'] : []),
  ];
}

function afterOf({ zone, kept }: About): readonly string[] {
  const units = kept.some(({ because }) => because === 'has logs that are kept');
  return [
    ...(units
      ? [
          'no service control policy guards the logs that are kept: their bucket and key policies still do. docs/teardown.md says how they are read, and taken up again',
        ]
      : []),
    'the ledger: docs/teardown.md says what becomes of landing-zone.lock.json',
    ...(zone.backend.type === 'local' ? [] : ['delete the place of the states by hand, once everything is gone']),
  ];
}
