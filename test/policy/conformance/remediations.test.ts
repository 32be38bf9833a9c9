import { conformancePacks } from '../../../policy/conformance/conformance-packs';
import { remediations, tryAutomationDocument } from '../../../policy/conformance/remediations';
import type { SourceFile } from '../../../schema/problems/problem';
import { awsRemediation, detectiveControl, ownRemediation, zoneWith } from '../../support/detective-control';

function remediationsOf(...controls: readonly SourceFile[]) {
  const zone = zoneWith(...controls);
  return remediations(zone, conformancePacks(zone));
}

const sandbox = { organizationalUnits: ['Sandbox'] };

describe('remediations', () => {
  it('are those of the rules that have one, by the name of their role', () => {
    const made = remediationsOf(
      detectiveControl('b', { respond: ownRemediation }),
      detectiveControl('a', { respond: awsRemediation }),
      detectiveControl('c'),
    );
    expect(made.map(({ control, name }) => [control, name])).toEqual([
      ['a', 'acme-ai-a'],
      ['b', 'acme-ai-b'],
    ]);
  });

  it('are needed in each account and region that their rule runs in', () => {
    const [remediation] = remediationsOf(detectiveControl('a', { respond: awsRemediation, where: sandbox }));
    expect(Object.fromEntries(remediation?.regions ?? [])).toEqual({
      acquired: ['eu-central-1', 'eu-west-1', 'us-east-1'],
      sandbox: ['eu-central-1', 'eu-west-1'],
    });
  });

  it('are not needed for a rule that another one stands for', () => {
    const detect = { managed: 'SOME_RULE' };
    const made = remediationsOf(
      detectiveControl('a', { detect, respond: awsRemediation, where: sandbox }),
      detectiveControl('b', { detect, respond: awsRemediation }),
    );
    expect(made.map(({ control }) => control)).toEqual(['b']);
  });
});

describe('a document of ours', () => {
  it('takes the resource, its other parameters and the role that it assumes', () => {
    const [made] = remediationsOf(
      detectiveControl('a', { respond: { ...ownRemediation, parameters: { Reason: 'policy' } } }),
    );
    expect(JSON.parse((made && tryAutomationDocument(made.remediation)) ?? '')).toEqual({
      schemaVersion: '0.3',
      description: 'Stops a notebook instance',
      assumeRole: '{{ AutomationAssumeRole }}',
      parameters: {
        AutomationAssumeRole: { type: 'AWS::IAM::Role::Arn' },
        ResourceId: { type: 'String' },
        Reason: { type: 'String' },
      },
      mainSteps: ownRemediation.document.mainSteps,
    });
  });

  it('is not made where AWS has one', () => {
    const [made] = remediationsOf(detectiveControl('a', { respond: awsRemediation }));
    expect(made && tryAutomationDocument(made.remediation)).toBeUndefined();
  });
});
