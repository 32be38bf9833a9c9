import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidence } from '../../../cli/evidence';
import type { Artifact } from '../../../cli/evidence/artifact-client';
import { Bundle, type BundleFile } from '../../../cli/evidence/bundle';
import { digestOfFiles } from '../../../cli/evidence/cover';
import { findingsSection } from '../../../cli/evidence/findings';
import { run } from '../../../cli/evidence/run';
import type { Surroundings } from '../../../cli/evidence/surroundings';
import { waysToCheck } from '../../../cli/evidence/view';
import type { LiveAws, Place } from '../../../live/live-aws';
import { thisProject } from '../../../project/place';
import { fakeAthena } from '../../support/fake-athena';
import { runCli } from '../../support/run-cli';
import { writtenQueries } from '../../support/written-queries';
import { zoneOf } from '../../support/zone';
import { madeFinding, madeVerification } from './made-verification';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = `wJalrXUtnFEMI/K7MDENG/${'bPxRfiCYEXAMPLEKEY'}`;

/** Replies of AWS by the name of the command; every other call is refused. */
const replies: Readonly<Record<string, object>> = {
  DescribeConfigurationAggregators: {
    ConfigurationAggregators: [{ ConfigurationAggregatorName: 'a', OrganizationAggregationSource: {} }],
  },
  DescribeAggregateComplianceByConformancePacks: {
    AggregateComplianceByConformancePacks: [
      {
        ConformancePackName: 'OrgConformsPack-acme-ai-all-accounts-1-abcd1234',
        Compliance: { ComplianceType: 'COMPLIANT', CompliantRuleCount: 3, TotalRuleCount: 3 },
        AccountId: '777788889999',
        AwsRegion: 'eu-central-1',
      },
    ],
  },
  GetFindings: {
    Findings: [
      {
        ProductName: 'Macie',
        Severity: { Label: 'HIGH' },
        AwsAccountId: '777788889999',
        Region: 'eu-west-1',
        Title: 'Jane Doe',
      },
      {
        ProductName: 'Macie',
        Severity: { Label: 'HIGH' },
        AwsAccountId: '777788889999',
        Region: 'eu-west-1',
        Title: 'John Doe',
      },
    ],
  },
};

const place = (region: string) => {
  const answer = (name: string) => {
    const found = replies[name];
    if (!found) throw Object.assign(new Error(`${name} is not for you`), { name: 'AccessDeniedException' });
    return found;
  };
  return {
    region,
    ask: async (_: unknown, command: object) => answer(command.constructor.name.replace(/Command$/, '')),
    pages: async (_: unknown, paginate: { readonly name: string }) => [
      answer(pageNames.get(paginate) ?? paginate.name),
    ],
  };
};
/** The SDK does not call its paginators by their names. */
const pageNames = new Map<object, string>(
  ['@aws-sdk/client-config-service', '@aws-sdk/client-securityhub', '@aws-sdk/client-guardduty'].flatMap((client) =>
    Object.entries(require(client) as Record<string, object>)
      .filter(([name]) => name.startsWith('paginate'))
      .map(([name, paginate]): [object, string] => [paginate, name.replace(/^paginate/, '')]),
  ),
);

const artifactOf = (asked: string[] = []): Artifact => ({
  async get(path, query) {
    asked.push(`${path}?${new URLSearchParams(query)}`);
    if (path === '/v1/report/list')
      return {
        reports: [
          {
            id: 'report-abcdefghijklmnop',
            name: 'SOC 2',
            version: 3,
            periodStart: '2026-01-01',
            periodEnd: '2026-06-30',
          },
        ],
      };
    if (path === '/v1/report/getTermForReport')
      return { termToken: 'secret-token', documentPresignedUrl: 'https://terms.example.com/t' };
    if (path === '/v1/report/get') return { documentPresignedUrl: 'https://documents.example.com/d' };
    if (path === '/v1/report/getMetadata') return { reportDetails: { version: 3 } };
    throw new Error('AWS Artifact refused it');
  },
  fetch: async () => Buffer.from('the report'),
});

const whole = zoneOf({});
/** Few controls that deny something: proving all of them takes its time, and has its own tests. */
const zone = {
  ...whole,
  controls: whole.controls.filter(
    ({ id, prevent, where }) =>
      /^(organization-leave|detection-(macie|guardduty)|logging-organization-trail)$/.test(id) ||
      (!prevent && where === 'every account'),
  ),
  auditQueries: writtenQueries().slice(0, 2),
};
const surroundings: Surroundings = {
  zone,
  version: '1.0.0',
  connect: () =>
    ({ at: (_: string, region: string) => place(region), close: () => undefined, calls: 3 }) as unknown as LiveAws,
  verify: async () =>
    madeVerification([
      ...madeVerification().findings,
      madeFinding({
        id: 'security/aws_lambda_function.digest',
        controls: [],
        account: 'models',
        accountId: '444455556666',
        raw: [{ call: 'lambda:GetFunction', output: { key: secret, mail: 'jane@example.com' } }],
      }),
    ]),
  lineage: () => {
    throw new Error('SageMaker is closed');
  },
  athena: () =>
    fakeAthena({
      run: () => [{ who: 'arn:aws:sts::111122223333:assumed-role/Auditor/jane', source_ip: '203.0.113.7' }],
    }).athena,
  wait: async () => undefined,
  artifact: () => artifactOf(),
  confirm: async () => false,
};

const asked = (more: Partial<Surroundings> = {}): typeof evidence => ({
  ...evidence,
  run: (values, context) => run(values, { ...context, today: '2026-11-28' }, () => ({ ...surroundings, ...more })),
});

/** Every file of a bundle as text, the cover left out. */
const textsOf = (bundle: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(bundle, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(json|html)$|SHA256SUMS$/.test(file))
      .map((file) => [file, readFileSync(join(bundle, file), 'utf8')]),
  );
const json = <T>(bundle: string, file: string): T => JSON.parse(readFileSync(join(bundle, file), 'utf8')) as T;

describe('evidence of live accounts', () => {
  const out = join(folder, 'live');
  beforeAll(async () => {
    const args = ['--out', out, '--period', '2026-09..2026-11'];
    expect(await runCli(asked(), args)).toMatchObject({ code: 0 });
  });

  it('leads from a control over its promise and check to the reply of AWS and its hash', () => {
    const { controls } = json<{
      controls: { control: string; result: string; checks: { replies: { file: string; sha256: string }[] }[] }[];
    }>(out, 'controls.json');
    const control = controls.find((each) => each.control === 'logging-organization-trail');
    expect(control).toMatchObject({ result: 'holds', checks: [{ status: 'holds', time: '2026-11-28T08:00:01.000Z' }] });
    const [reply] = control?.checks[0]?.replies ?? [];
    expect(reply?.file).toBe(`replies/${reply?.sha256}.json`);
    expect(json(out, reply?.file ?? '')).toMatchObject({ call: 'cloudtrail:DescribeTrails' });
    expect(controls.find((each) => each.control === 'detection-macie')).toMatchObject({ result: 'unknown' });
    expect(controls.find((each) => each.control === 'detection-guardduty')).toMatchObject({ result: 'differs' });
  });

  it('has neither a secret nor a person nor an address in any of its files', () => {
    const texts = textsOf(out);
    expect(Object.keys(texts).length).toBeGreaterThan(15);
    for (const text of Object.values(texts))
      expect(text).not.toMatch(/bPxRfiCY|jane|Jane Doe|203\.0\.113\.7|@example\.com/);
    expect(
      texts['audit/root-use.json'] ?? Object.entries(texts).find(([file]) => file.startsWith('audit/'))?.[1],
    ).toContain('assumed-role/Auditor/<person');
  });

  it('counts findings and keeps what they say to itself', () => {
    expect(json(out, 'findings.json')).toMatchObject({
      open: [{ product: 'Macie', severity: 'HIGH', account: 'security', region: 'eu-west-1', count: 2 }],
    });
  });

  it('names what could not be read, with the part and the reason', () => {
    const { missing } = json<{ missing: { part: string; what: string }[] }>(out, 'scope.json');
    const said = missing.map(({ part, what }) => `${part}: ${what}`).join('\n');
    expect(said).toContain('AccessDenied: Macie is closed');
    expect(said).toContain('Findings: GuardDuty in eu-central-1: AccessDeniedException');
    expect(said).toContain('Lineage: models, triage: SageMaker is closed');
    expect(said).toMatch(/Conformance packs: acme-ai-\S+: the aggregator does not know it of \S+ in \S+/);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Macie is closed');
  });

  it('knows a pack by the name that it was given', () => {
    expect(json(out, 'pack-compliance.json')).toMatchObject({
      packs: [{ pack: 'acme-ai-all-accounts-1', account: 'security', compliance: 'COMPLIANT', rules: 3 }],
    });
  });

  it('names the commit and the ledger as it is checked in', () => {
    const ledger = readFileSync(join(thisProject.root, 'landing-zone.lock.json'));
    expect(json(out, 'versions.json')).toMatchObject({
      commit:
        spawnSync('git', ['rev-parse', 'HEAD'], { cwd: thisProject.root, encoding: 'utf8' }).stdout.trim() || null,
      ledger: { checkedInSha256: createHash('sha256').update(ledger).digest('hex') },
    });
  });

  it('lists reports of AWS by id, version and period', () => {
    expect(json(out, 'artifact-reports.json')).toMatchObject({
      reports: [{ id: 'report-abcdefghijklmnop', version: 3, periodEnd: '2026-06-30', downloadedSha256: null }],
    });
  });

  it('has a page whose links lead to files of the bundle', () => {
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    const links = [...page.matchAll(/href="([^"#][^"]*)"/g)].map(([, file = '']) => file);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((file) => !existsSync(join(out, file)))).toEqual([]);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect([...page.matchAll(/href="#([^"]+)"/g)].filter(([, id]) => !ids.has(id))).toEqual([]);
  });

  it('is checked by sha256sum, and the digest of the cover by what the page says', () => {
    const shell = (command: string) => spawnSync('sh', ['-c', command], { cwd: out, encoding: 'utf8' });
    expect(shell('sha256sum -c --quiet SHA256SUMS')).toMatchObject({ status: 0, stdout: '' });
    const { files } = json<{ files: BundleFile[] }>(out, 'manifest.json');
    const digest = digestOfFiles(files.filter(({ path }) => path !== 'cover.pdf'));
    expect(shell(waysToCheck.cover).stdout.split(' ')[0]).toBe(digest);
    expect(readFileSync(join(out, 'cover.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('evidence without AWS', () => {
  it('is the same bytes for the same landing zone and day, and says that it shows promises only', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    for (const out of [first, second])
      expect(await runCli(asked(), ['--out', out, '--offline', '--at', '2026-11-28'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(second, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(first, 'SHA256SUMS'), 'utf8'));
    expect(readFileSync(join(first, 'index.html'), 'utf8')).toContain('Made offline');
    expect(existsSync(join(first, 'oscal/assessment-results.json'))).toBe(false);
    expect(json(first, 'oscal/component-definition.json')).toHaveProperty('component-definition');
  });
});

describe('a report of AWS', () => {
  const id = 'report-abcdefghijklmnop';
  const args = (name: string) => [
    '--out',
    join(folder, name),
    '--artifact-download',
    id,
    '--artifact-folder',
    join(folder, `${name}-artifact`),
  ];

  it('is not downloaded before somebody has accepted its terms, and no bundle is written', async () => {
    const { code, stderr } = await runCli(asked(), args('refused'));
    expect(code).toBe(1);
    expect(stderr).toContain('https://terms.example.com/t');
    expect(stderr).toContain(`--accept-terms ${id}`);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it.each([
    ['a script says so', ['--accept-terms', id], false],
    ['a person does', [], true],
  ])('lies outside the bundle, which has its hash, once %s', async (name, more, confirmed) => {
    const key = name.replaceAll(' ', '-');
    expect(await runCli(asked({ confirm: async () => confirmed }), [...args(key), ...more])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, `${key}-artifact`, `${id}-3.pdf`), 'utf8')).toBe('the report');
    expect(json(join(folder, key), 'artifact-reports.json')).toMatchObject({
      reports: [{ downloadedSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    expect(JSON.stringify(textsOf(join(folder, key)))).not.toContain('secret-token');
    const again = await runCli(asked({ confirm: async () => confirmed }), [
      ...args(key).map((each) => (each === join(folder, key) ? join(folder, `${key}-again`) : each)),
      ...more,
    ]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(`${id}-3.pdf is there already`);
    expect(existsSync(join(folder, `${key}-again`))).toBe(false);
  });
});

describe('findings of many accounts', () => {
  const counted = async (accounts: number) => {
    const at = (region: string): Place =>
      ({
        region,
        pages: async () => [{ DetectorIds: ['d'] }],
        ask: async (_: unknown, { input }: { readonly input: { readonly GroupBy?: string } }) => {
          if (input.GroupBy === 'SEVERITY')
            return { FindingStatistics: { GroupedBySeverity: [{ Severity: 8, TotalFindings: 1 }] } };
          const GroupedByAccount = Array.from({ length: accounts }, (_each, index) => ({ AccountId: `${index}` }));
          return { FindingStatistics: { GroupedByAccount } };
        },
      }) as unknown as Place;
    const only = { ...zone, regions: ['eu-central-1'], services: { ...zone.services, macie: { enabled: false } } };
    return findingsSection(new Bundle(), only as never, at, () => undefined);
  };

  it('say that accounts may be missing once GuardDuty counted as many as it counts at most', async () => {
    const lacking = 'GuardDuty in eu-central-1: it counts by 100 accounts at most';
    expect((await counted(100)).missing.join('\n')).toContain(lacking);
    const few = await counted(99);
    expect(few.missing.join('\n')).not.toContain(lacking);
    expect(few.summary).toContain('99 open findings in GuardDuty');
  });
});

describe('a request for evidence', () => {
  it('is refused with everything that is wrong, before anything is asked', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, '{}');
    const { code, stderr } = await runCli(asked(), [
      '--out',
      folder,
      '--period',
      '2026-11..2026-09',
      '--sign',
      file,
      '--verification',
      file,
      '--artifact-download',
      'x',
      '--offline',
    ]);
    expect(code).toBe(1);
    for (const option of ['out', 'period', 'sign', 'verification', 'artifact-download', 'artifact-folder'])
      expect(stderr).toContain(`--${option} is`);
  });

  it('refuses a verification that expected nothing any more', async () => {
    const file = join(folder, 'empty.json');
    writeFileSync(file, JSON.stringify({ ...madeVerification(), expectEmpty: true }));
    const out = join(folder, 'of-empty');
    const { code, stderr } = await runCli(asked(), ['--out', out, '--offline', '--verification', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('is of a run that expects nothing any more');
    expect(existsSync(out)).toBe(false);
  });

  it('names what a verification of some accounts, or one without replies, lacks', async () => {
    const file = join(folder, 'part.json');
    const findings = madeVerification().findings.map(({ raw: _, ...finding }) => finding);
    writeFileSync(file, JSON.stringify({ ...madeVerification(), accounts: ['sandbox'], findings }));
    const out = join(folder, 'of-part');
    expect(await runCli(asked(), ['--out', out, '--offline', '--verification', file])).toMatchObject({ code: 0 });
    const { missing } = json<{ missing: readonly { readonly what: string }[] }>(out, 'scope.json');
    const said = missing.map(({ what }) => what);
    expect(said).toContain('every account but sandbox: verify was run with --account');
    expect(said).toContain('the replies of AWS behind the checks: verify was run without --raw');
    expect(json(out, 'checks.json')).toMatchObject({ accounts: ['sandbox'] });
  });

  it('takes what verify printed instead of looking again', async () => {
    const file = join(folder, 'verification.json');
    writeFileSync(file, JSON.stringify(madeVerification()));
    const out = join(folder, 'from-file');
    expect(await runCli(asked(), ['--out', out, '--offline', '--verification', file])).toMatchObject({ code: 0 });
    expect(json(out, 'scope.json')).toMatchObject({ at: '2026-11-28T08:00:09.000Z' });
    expect(existsSync(join(out, 'oscal/assessment-results.json'))).toBe(true);
  });
});
