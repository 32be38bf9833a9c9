import { detectiveRules } from '../../../policy/conformance/detective-rules';
import type { ControlSpec } from '../../../schema/forms/control';
import type { SourceFile } from '../../../schema/problems/problem';
import { awsRemediation, detectiveControl, zoneWith } from '../../support/detective-control';
import { zoneOf } from '../../support/zone';

const bucketRule = {
  managed: 'BUCKET_RULE',
  parameters: { a: '1', b: '2' },
  resourceTypes: ['AWS::S3::Bucket', 'AWS::S3::AccessPoint'],
};
const sandbox = { organizationalUnits: ['Sandbox'] };
const workloads = { organizationalUnits: ['Workloads'] };

/** The rules of two controls, each with the controls it detects for. */
const rulesOf = (first: Partial<ControlSpec>, second: Partial<ControlSpec>) =>
  detectiveRules(
    zoneWith(
      detectiveControl('a', { detect: bucketRule, ...first }),
      detectiveControl('b', { detect: bucketRule, ...second }),
    ),
  ).map(({ name, controls }) => [name, controls]);

const both = [
  ['a', ['a']],
  ['b', ['b']],
];

describe('the rules of the controls', () => {
  it('are those of controls that are on or only detect', () => {
    const controls = ['made-on', 'made-detect', 'made-off'].map((id) => detectiveControl(id));
    const modes = {
      'made-detect': { mode: 'detect', reason: 'rollout' },
      'made-off': { mode: 'off', reason: 'no use' },
    } as const;
    const zone = zoneOf({ controls, settings: { controls: modes } });
    expect(detectiveRules(zone).map(({ name }) => name)).toEqual(['made-detect', 'made-on']);
  });

  it('are one for two controls that look at the same thing in the same place, by the first id', () => {
    expect(rulesOf({}, {})).toEqual([['a', ['a', 'b']]]);
  });

  it('are the same whatever the order of parameters and resource types', () => {
    const turned = {
      managed: 'BUCKET_RULE',
      parameters: { b: '2', a: '1' },
      resourceTypes: bucketRule.resourceTypes.toReversed(),
    };
    expect(rulesOf({}, { detect: turned })).toEqual([['a', ['a', 'b']]]);
  });

  it.each<[string, ControlSpec['detect']]>([
    ['another source', { ...bucketRule, managed: 'OTHER_RULE' }],
    ['other parameters', { ...bucketRule, parameters: { a: '1', b: '3' } }],
    ['other resource types', { ...bucketRule, resourceTypes: ['AWS::S3::Bucket'] }],
  ])('are two where one has %s', (_difference, detect) => {
    expect(rulesOf({}, { detect })).toEqual(both);
  });

  it('are one in the wider place, which is enough for the narrower one', () => {
    expect(rulesOf({ where: sandbox }, {})).toEqual([['b', ['a', 'b']]]);
    expect(rulesOf({}, { where: sandbox })).toEqual([['a', ['a', 'b']]]);
  });

  it('are two in two places of which none is the wider', () => {
    expect(rulesOf({ where: sandbox }, { where: workloads })).toEqual(both);
  });

  it('are one in the greater number of regions, which is enough for fewer', () => {
    expect(rulesOf({ detect: { ...bucketRule, regions: 'home' } }, {})).toEqual([['b', ['a', 'b']]]);
    expect(rulesOf({ detect: { ...bucketRule, regions: 'home' } }, { where: sandbox })).toEqual(both);
  });

  it('keep every remediation, also of a narrower place', () => {
    expect(rulesOf({ where: sandbox, respond: awsRemediation }, {})).toEqual(both);
    expect(rulesOf({ where: sandbox }, { respond: awsRemediation })).toEqual([['b', ['a', 'b']]]);
    expect(rulesOf({ respond: awsRemediation }, { respond: awsRemediation })).toEqual([['a', ['a', 'b']]]);
  });

  it('say what they are for by title, and for whom where there are two', () => {
    const described = (...controls: readonly SourceFile[]) =>
      detectiveRules(zoneWith(...controls)).map(({ description }) => description);
    expect(described(detectiveControl('a'))).toEqual(['Nobody breaks a']);
    const same = ['a', 'b'].map((id) => detectiveControl(id, { detect: bucketRule }));
    expect(described(...same)).toEqual(['Nobody breaks a (a, b)']);
  });

  it('say it in 256 characters, which is all that Config takes', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `${'x'.repeat(36)}-${index}`);
    const [rule] = detectiveRules(zoneWith(...ids.map((id) => detectiveControl(id, { detect: bucketRule }))));
    expect(rule?.controls).toHaveLength(20);
    expect(rule?.description).toHaveLength(256);
    expect(rule?.description).toMatch(/\.\.\.$/);
  });
});
