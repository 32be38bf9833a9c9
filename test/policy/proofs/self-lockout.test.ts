import { actionsOf } from '../../../emulator/authorization/action';
import { actionProblems } from '../../../policy/iam/vocabulary';
import { folders } from '../../../project/folders';
import { readFolder } from '../../../project/read-folder';
import { lockouts, type NeededCall } from '../../../rehearsal/lockout';
import type { ControlSpec } from '../../../schema/forms/control';
import type { LandingZone } from '../../../schema/landing-zone';
import type { SourceFile } from '../../../schema/problems/problem';
import { controlsDenying, evaluatorOf, unlistedCalls, writtenZone } from '../../support/proofs';
import { zoneOf } from '../../support/zone';
// What the landing zone asks of AWS from the first deployment to the last destroy. The rehearsal names a call that the
// list lacks: add it here.
import deployCalls from './deploy-calls.json';

const operations = deployCalls.map((call) => {
  const [service = '', operation = ''] = call.split(':');
  return { service, operation };
});

/** Every call in every region, because the log of one rehearsal shows only where that one landing zone made it. */
const neededIn = ({ regions }: LandingZone): readonly NeededCall[] =>
  operations.flatMap((call) => regions.map((region) => ({ ...call, region })));

/** The catalog with one control that binds the deploy role too. */
const withoutExemption = (id: string): readonly SourceFile[] =>
  readFolder(folders.controls).files.map((source) =>
    source.file.endsWith(`/${id}.ts`) ? { ...source, value: bindAll(source.value) } : source,
  );

const bindAll = (control: unknown): unknown =>
  typeof control === 'function'
    ? (...context: unknown[]) => bindAll(control(...context))
    : { ...(control as ControlSpec), prevent: { ...(control as ControlSpec).prevent, exempt: [] } };

describe('the deploy role', () => {
  it('keeps every call that the landing zone needs, in every account and region', () => {
    const zone = writtenZone();
    expect(lockouts(zone, neededIn(zone))).toEqual([]);
  });

  it('may lack a call that is made in an account outside the organization alone, which no policy binds', () => {
    const zone = zoneOf();
    const call = { service: 'ec2', operation: 'DisableSnapshotBlockPublicAccess', region: zone.homeRegion };
    expect(lockouts(zone, [{ ...call, account: '333344445555' }])).toEqual([]);
    expect(lockouts(zone, [call]).map(({ controls }) => controls)).toContainEqual(['data-snapshot-no-public']);
  });

  it('is the role that the settings name, and no other', () => {
    const zone = zoneOf({ settings: { deployRole: 'Terraform' } });
    expect(lockouts(zone, neededIn({ ...zone, regions: [zone.homeRegion] }))).toEqual([]);
    const evaluator = evaluatorOf(zone);
    const stop = { account: 'models', action: 'config:StopConfigurationRecorder' };
    expect(controlsDenying(evaluator, { ...stop, principal: 'Terraform' })).toEqual([]);
    expect(controlsDenying(evaluator, { ...stop, principal: 'OrganizationAccountAccessRole' })).toEqual([
      'logging-config-recorder',
    ]);
    const read = { account: 'models', action: 'lakeformation:GetDataAccess' };
    expect(controlsDenying(evaluator, { ...read, principal: 'Terraform' })).toEqual(['data-lake-deployer-reads-none']);
    expect(controlsDenying(evaluator, { ...read, principal: 'OrganizationAccountAccessRole' })).toEqual([]);
  });
});

describe('a control that forgets to exempt the deploy role', () => {
  it.each([
    ['detection-guardduty', 'guardduty:UpdateDetector'],
    ['identity-protected-roles', 'iam:CreateRole'],
    ['logging-audit-queries', 'athena:UpdateWorkGroup'],
    ['logging-config-recorder', 'config:PutConfigurationRecorder'],
    ['logging-log-buckets', 's3:PutBucketPolicy'],
    ['sagemaker-governance-tags', 'sagemaker:CreateModelPackageGroup'],
  ])('is found: %s', (id, action) => {
    const zone = zoneOf({ controls: withoutExemption(id) });
    const [service = '', operation = ''] = action.split(':');
    const found = lockouts(zone, [{ service, operation, region: zone.homeRegion }]);
    expect(found.map((each) => each.action)).toContain(action);
    expect(new Set(found.flatMap(({ controls }) => controls))).toEqual(new Set([id]));
  });
});

describe('the list of calls', () => {
  it('names actions that AWS has', async () => {
    const problems = operations.flatMap(actionsOf).map((action) => actionProblems('deploy-calls.json', action, action));
    expect((await Promise.all(problems)).flat()).toEqual([]);
  });

  it('is sorted and names each call once', () => {
    expect(deployCalls).toEqual([...new Set(deployCalls)].sort());
  });

  it('lacks what a rehearsal does and it does not name', () => {
    const log = [
      '{"n":1,"service":"iam","operation":"CreateRole","region":"eu-central-1"}',
      '{"n":2,"service":"lambda","operation":"InvokeAsync","region":"eu-central-1"}',
      '{"n":3,"service":"lambda","operation":"InvokeAsync","region":"eu-west-1"}',
    ].join('\n');
    expect(unlistedCalls(`${log}\n`, deployCalls)).toEqual(['lambda:InvokeAsync']);
  });
});
