import { sampleLake, zoneWithLake } from '../support/data-lake';
import { resources, type Stack, smallZone, synthOne } from '../support/synth';
import { sampleSettings } from '../support/zone';

const bucketTags = { 'data-domain': 'training' };
const weekly = { schedule: { weekly: 'SUNDAY' as const }, bucketTags };

/** The security stack of a landing zone with identifiers of these names, and with these jobs. */
function security(identifiers: readonly string[], jobs: readonly { name: string; formerly?: string }[]): Stack {
  const customDataIdentifiers = identifiers.map((name) => ({ name, regex: 'PAT-\\d{8}' }));
  const macie = { customDataIdentifiers, jobs: jobs.map((job) => ({ ...weekly, ...job })) };
  const services = { ...sampleSettings().services, macie };
  return synthOne(smallZone({ regions: ['eu-central-1'], services }), 'security');
}

const movedIn = (stack: Stack): readonly { from: string; to: string }[] => stack.json.moved ?? [];

/** What is synthesized of a type: its name in AWS by its name in Terraform. */
const made = (stack: Stack, type: string): readonly [id: string, name: string][] =>
  Object.entries(resources(stack, type)).map(([id, { name }]) => [id, name]);

const identifierType = 'aws_macie2_custom_data_identifier';
const jobType = 'aws_macie2_classification_job';

describe('names that Terraform cannot write', () => {
  const names = ['X (DE)', 'X DE', 'XDE', '患者番号', '社員番号', 'plain-name'];
  const stack = security(
    names,
    names.map((name) => ({ name })),
  );

  it.each([identifierType, jobType])('make each %s, and none in place of another', (type) => {
    const found = made(stack, type);
    expect(found.map(([, name]) => name).sort()).toEqual([...names].sort());
    for (const [id] of found) expect(id).toMatch(/^[\w-]+$/);
  });

  it('leave the others the addresses that they always had', () => {
    const kind = 'macie-identifier';
    expect(Object.fromEntries(made(stack, identifierType).map(([id, name]) => [name, id]))).toMatchObject({
      XDE: `${kind}-XDE-eu-central-1`,
      'plain-name': `${kind}-plain-name-eu-central-1`,
    });
  });

  it('move nothing from an address that another has, or that two may have had', () => {
    expect(movedIn(stack)).toEqual([]);
  });

  it('keep what is in state under the address that was made of them before', () => {
    const alone = security(['Patient number'], [{ name: '患者番号' }]);
    const [[identifier] = []] = made(alone, identifierType);
    const [[job] = []] = made(alone, jobType);
    expect(movedIn(alone)).toEqual([
      { from: `${identifierType}.macie-identifier-Patientnumber-eu-central-1`, to: `${identifierType}.${identifier}` },
      { from: `${jobType}.macie-job--eu-central-1`, to: `${jobType}.${job}` },
    ]);
  });

  it('keep a renamed job, whichever of its earlier addresses it has in state', () => {
    const before = security([], [{ name: '患者番号' }]);
    const [[former] = []] = made(before, jobType);
    const after = security([], [{ name: '社員番号', formerly: '患者番号' }]);
    const [[job] = []] = made(after, jobType);
    expect(movedIn(after)).toEqual([
      { from: `${jobType}.${former}`, to: `${jobType}.${job}` },
      { from: `${jobType}.macie-job--eu-central-1`, to: `${jobType}.${former}` },
    ]);
  });
});

describe('roles of a lake whose names differ only in what Terraform cannot write', () => {
  const names = ['team.Reader', 'team+Reader'];
  const lake = {
    roles: [...sampleLake().roles, ...names.map((name) => ({ name, trusts: 'account' }))],
    grants: names.map((role, index) => ({ name: `grant-${index}`, to: [{ role }], table: 'clinical.wards' })),
    tagGrants: [],
  };
  const stack = synthOne(zoneWithLake(lake), 'ai-models');

  it('are made both, and each is granted what it is granted', () => {
    expect(made(stack, 'aws_iam_role').map(([, name]) => name)).toEqual(expect.arrayContaining(names));
    const described = Object.keys(resources(stack, 'aws_lakeformation_permissions')).filter((id) =>
      id.startsWith('describe-'),
    );
    expect(described).toHaveLength(2);
  });

  it('are found in state under the address of before where it was that of one', () => {
    const [role] = names;
    const alone = synthOne(
      zoneWithLake({
        ...lake,
        roles: [{ name: role, trusts: 'account' }],
        administrators: [],
        clearance: [],
        grants: [],
      }),
      'ai-models',
    );
    expect(movedIn(alone).map(({ from }) => from)).toEqual([
      'aws_iam_role.lake-role-team-Reader',
      'aws_iam_role_policy.lake-role-team-Reader-policy',
    ]);
  });
});
