import { managedRuleProblems } from '../../../policy/conformance/managed-rule-problems';
import { managedRules } from '../../../schema/facts/managed-rules';
import { type ControlSpec, controlForm } from '../../../schema/forms/control';
import { detectiveControl, zoneWith } from '../../support/detective-control';
import { zoneOf } from '../../support/zone';

const problemsOf = (detect: ControlSpec['detect']) =>
  managedRuleProblems(zoneWith(detectiveControl('made-control', { detect })).controls);

describe('the catalog', () => {
  it('names managed rules that AWS Config has, with what they need', () => {
    expect(managedRuleProblems(zoneOf().controls)).toEqual([]);
  });
});

describe('the list of managed rules', () => {
  it('has identifiers that the form of a control takes, in order, hundreds of them', () => {
    const identifiers = Object.keys(managedRules);
    const taken = (managed: string) => controlForm.shape.detect.safeParse({ managed }).success;
    expect(identifiers.filter((each) => !taken(each))).toEqual([]);
    expect(identifiers).toEqual([...identifiers].sort());
    expect(identifiers.length).toBeGreaterThan(800);
  });
});

describe('a managed rule', () => {
  it.each([
    ['S3_BUCKET_VERSIONING_ENABLE', 'S3_BUCKET_VERSIONING_ENABLED'],
    ['SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCES', 'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS'],
    ['MULTI_REGION_CLOUDTRAIL_ENABLED', 'MULTI_REGION_CLOUD_TRAIL_ENABLED'],
  ])('that is misspelt, %s, is refused with file, field and the nearest name', (managed, nearest) => {
    expect(problemsOf({ managed })).toEqual([
      {
        file: 'controls/made/made-control.ts',
        field: 'detect.managed',
        value: managed,
        rule: expect.stringContaining('must be the identifier of a rule that AWS Config manages'),
        fix: expect.stringContaining(`did you mean '${nearest}'? If AWS has it since`),
      },
    ]);
  });

  it('of which no known one is near is refused with the way to use it all the same', () => {
    expect(problemsOf({ managed: 'Q_X' })).toMatchObject([
      { fix: expect.stringMatching(/^If .*write announced: true/) },
    ]);
  });

  it('that is newer than the list may be named where the control says that it was announced', () => {
    expect(problemsOf({ managed: 'BEDROCK_FLOW_ENCRYPTED', announced: true })).toEqual([]);
  });

  it('has a page whose name it does not always share', () => {
    for (const managed of ['INCOMING_SSH_DISABLED', 'INSTANCES_IN_VPC', 'MULTI_REGION_CLOUD_TRAIL_ENABLED'])
      expect(problemsOf({ managed })).toEqual([]);
  });

  it('is refused with a parameter that it does not take', () => {
    expect(problemsOf({ managed: 'ACCESS_KEYS_ROTATED', parameters: { maxAccessKeysAge: '90' } })).toMatchObject([
      {
        field: 'detect.parameters.maxAccessKeysAge',
        rule: 'must be a parameter of ACCESS_KEYS_ROTATED: maxAccessKeyAge',
        fix: "did you mean 'maxAccessKeyAge'?",
      },
      { field: 'detect.parameters.maxAccessKeyAge', value: undefined, rule: expect.stringContaining('needs it') },
    ]);
    expect(problemsOf({ managed: 'IAM_USER_MFA_ENABLED', parameters: { days: '1' } })).toMatchObject([
      { field: 'detect.parameters.days', rule: 'IAM_USER_MFA_ENABLED takes no parameter', fix: 'remove it' },
    ]);
  });

  it('is refused without a parameter that it needs, and taken without one that it does not', () => {
    expect(problemsOf({ managed: 'REQUIRED_TAGS' })).toMatchObject([
      { field: 'detect.parameters.tag1Key', fix: 'add it' },
    ]);
    expect(problemsOf({ managed: 'REQUIRED_TAGS', parameters: { tag1Key: 'owner' } })).toEqual([]);
  });

  it('whose parameters nobody knows takes some where the control says so, and gets a pack of its own then', () => {
    const managed = 'BEDROCK_DATA_SOURCE_ENCRYPTION_ENABLED';
    expect(managedRules[managed]).toBeNull();
    expect(problemsOf({ managed })).toEqual([]);
    expect(problemsOf({ managed, parameters: { any: '1' } })).toMatchObject([
      {
        field: 'detect.parameters.any',
        rule: expect.stringContaining('not known here'),
        fix: expect.stringContaining('announced: true'),
      },
    ]);
    expect(problemsOf({ managed, parameters: { any: '1' }, announced: true })).toEqual([]);
  });
});
