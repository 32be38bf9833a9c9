import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { EmulatedAws } from '../../emulator/emulated-aws';
import type { DeniedAnyway } from './denied-anyway';
import { type DeployedRule, deployedRules } from './deployed-rules';
import { tryExemption } from './exemptions';
import type { Finding } from './judge';
import { tryTypesMadeNowhere } from './made-nowhere';
import { managedJudges } from './managed';
import { notJudged } from './not-judged';
import { policyJudges, runCheck } from './own-rules';
import { type Entry, Place } from './place';

/** A resource that a rule reports. */
interface Report {
  readonly resource: string;
  readonly fault: string;
  /** Why it stays so. @default - it has to be mended */
  readonly because?: string;
}

/**
 * What came of one rule in one account and region: it `passed` what there is, there was `nothing` to judge, everything that it reports is
 * `exempt`, it `failed`, or it was `not judged`.
 */
export interface RuleResult {
  readonly account: string;
  readonly region: string;
  readonly rule: string;
  readonly outcome: 'passed' | 'nothing' | 'exempt' | 'failed' | 'not judged';
  readonly reports: readonly Report[];
  /** Why it was not judged. */
  readonly reason?: string;
  /** Whether the reason is written down, and no surprise. */
  readonly isExpected: boolean;
}

export interface JudgedZone {
  /** The governed regions. */
  readonly regions: readonly string[];
  /** Name of the role that reads in member accounts. */
  readonly role: string;
  /** Types of all that is deployed: `madeTypes`. */
  readonly types: readonly string[];
  readonly deniedAnyway: DeniedAnyway;
}

/**
 * Judges what stands in an emulated AWS by every rule of the conformance packs that are deployed there: where AWS Config would ask the
 * services of an account, this asks them. Managed rules by their pages in the AWS Config Developer Guide, custom ones by their own code.
 */
export async function judgeZone(
  aws: Pick<EmulatedAws, 'accounts' | 'environment' | 'managementAccount'>,
  zone: JudgedZone,
): Promise<readonly RuleResult[]> {
  const results: RuleResult[] = [];
  const accounts = aws.accounts().filter(({ status }) => status === 'ACTIVE');
  for (const { id, name } of accounts.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const entry = await enter(aws, id, zone.role);
    for (const region of zone.regions) {
      const place = new Place(name, id, region, entry);
      const rules = await deployedRules(place);
      results.push(...(await Promise.all(rules.map((rule) => judge(place, rule, zone)))));
      place.close();
    }
  }
  return results;
}

async function enter(
  { environment, managementAccount }: Pick<EmulatedAws, 'environment' | 'managementAccount'>,
  account: string,
  role: string,
): Promise<Entry> {
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  if (account === managementAccount) return { endpoint, credentials };
  const sts = new STSClient({ endpoint, credentials, region: environment.AWS_DEFAULT_REGION, maxAttempts: 25 });
  const RoleArn = `arn:aws:iam::${account}:role/${role}`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'rules' }));
  sts.destroy();
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '', SessionToken } = Credentials ?? {};
  return {
    endpoint,
    credentials: { accessKeyId, secretAccessKey, ...(SessionToken && { sessionToken: SessionToken }) },
  };
}

/** What came of one rule in one place. */
export async function judge(
  place: Place,
  rule: DeployedRule,
  { types, deniedAnyway }: Pick<JudgedZone, 'types' | 'deniedAnyway'>,
): Promise<RuleResult> {
  const result = (outcome: RuleResult['outcome'], others: Partial<RuleResult> = {}): RuleResult => ({
    account: place.accountName,
    region: place.region,
    rule: rule.control,
    outcome,
    reports: [],
    isExpected: true,
    ...others,
  });
  const reason = notJudged[rule.code];
  if (reason !== undefined) return result('not judged', { reason });
  const nowhere = tryTypesMadeNowhere(rule.code);
  if (nowhere) {
    const made = types.filter((type) => nowhere.test(type));
    return made.length === 0
      ? result('nothing')
      : result('not judged', { reason: `nothing here judges ${made.join(', ')}`, isExpected: false });
  }
  try {
    const findings = await findingsOf(place, rule);
    const denied = deniedAnyway(rule.control, place.accountName, place.region);
    const reports = findings.flatMap(({ resource, fault }) =>
      fault === undefined ? [] : [{ resource, fault, because: tryExemption(rule.control, resource) ?? denied }],
    );
    if (reports.length === 0) return result(findings.length === 0 ? 'nothing' : 'passed');
    return result(reports.every(({ because }) => because !== undefined) ? 'exempt' : 'failed', { reports });
  } catch (error) {
    return result('not judged', { reason: String(error), isExpected: false });
  }
}

async function findingsOf(place: Place, { name, owner, code, parameters }: DeployedRule): Promise<readonly Finding[]> {
  if (owner === 'CUSTOM_LAMBDA') return runCheck(place, name, parameters);
  const judge = owner === 'AWS' ? managedJudges[code] : policyJudges[code];
  if (judge === undefined) throw new Error(`nothing here judges ${code}`);
  return judge(place, parameters);
}
