import { conformancePacks } from '../../policy/conformance/conformance-packs';
import { readProject } from '../../project/read-project';
import { awsRemediation, detectiveControl, ownRemediation, zoneWith } from '../support/detective-control';
import { sampleSettings, zoneOf } from '../support/zone';
import { describeWith, lint } from './programs';

jest.setTimeout(60_000);

/** The landing zone as it stands, the sample, one with every option that a rule takes, and one with every form of a rule. */
const zones = () => [
  readProject(),
  zoneOf(),
  zoneOf({
    settings: {
      services: {
        ...sampleSettings().services,
        config: { sagemakerEndpointKmsKeyArns: ['arn:aws:kms:eu-central-1:111122223333:key/1234'] },
      },
    },
  }),
  zoneWith(
    detectiveControl('managed-rule', {
      detect: { managed: 'SOME_RULE', parameters: { maxAge: '90' } },
      respond: awsRemediation,
    }),
    detectiveControl('guard-rule', {
      detect: { guard: 'rule on { configuration.enabled == true }', resourceTypes: ['AWS::S3::Bucket'] },
      respond: ownRemediation,
    }),
    detectiveControl('custom-rule', {
      detect: { lambda: 'some-check', frequency: 'One_Hour', resourceTypes: ['AWS::S3::Bucket'] },
    }),
  ),
];

describeWith('cfn-lint', 'cfn-lint on the conformance packs', () => {
  test('accepts the template of every conformance pack', () => {
    const templates = new Set(
      zones()
        .flatMap(conformancePacks)
        .map(({ template }) => template),
    );
    expect(templates.size).toBeGreaterThan(2);
    expect(lint([...templates])).toEqual({ status: 0, said: '' });
  });

  test('refuses one with a rule that has no source', () => {
    const [pack] = conformancePacks(zoneWith(detectiveControl('made-rule')));
    const { status, said } = lint([pack?.template.replace('"Source":', '"Sauce":') ?? '']);
    expect(said).toContain("'Source' is a required property");
    expect(status).not.toBe(0);
  });
});
