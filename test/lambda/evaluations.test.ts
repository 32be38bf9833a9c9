import type { Verdict } from '../../lambda/check';
import { putEvaluations, settled } from '../../lambda/evaluations';
import type { Invocation } from '../../lambda/event';
import { type Answers, fakeClients, inPages } from './fake-clients';

const time = new Date('2026-10-05T21:50:00.373Z');
const invocation: Invocation = {
  ruleName: 'model-card-present-conformance-pack-a1b2c3d4e',
  accountId: '111122223333',
  resultToken: 'token',
  parameters: {},
  time,
};
const resourceType = 'AWS::SageMaker::ModelPackageGroup';
const verdict = (resourceId: string, annotation?: string): Verdict => ({
  resourceType,
  resourceId,
  compliance: 'COMPLIANT',
  annotation,
});

describe('results', () => {
  const put = async (verdicts: readonly Verdict[], given = invocation, answer: object = {}) => {
    const { clients, requests } = fakeClients({ PutEvaluations: () => answer });
    await putEvaluations(clients.config, given, verdicts);
    return requests.map(({ input }) => input);
  };

  it.each([
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('are put in batches of at most 100, here %d of them', async (count, sizes) => {
    const batches = await put(Array.from({ length: count }, (_, n) => verdict(`group-${n}`)));
    const evaluations = batches.map((batch) => batch.Evaluations as { ComplianceResourceId: string }[]);
    expect(evaluations.map(({ length }) => length)).toEqual(sizes);
    expect(new Set(evaluations.flat().map((each) => each.ComplianceResourceId)).size).toBe(count);
  });

  it('that Config refuses fail the run, by name', async () => {
    const refusal = { FailedEvaluations: [{ ComplianceResourceId: 'group-7' }] };
    await expect(put([verdict('group-7')], invocation, refusal)).rejects.toThrow('Config refused results for group-7');
  });

  it.each([
    ['token', false],
    ['TESTMODE', true],
  ])('with the token %s are put with TestMode %s', async (resultToken, TestMode) => {
    expect(await put([verdict('group')], { ...invocation, resultToken })).toMatchObject([{ TestMode }]);
  });

  it('have at most the 256 characters of explanation that Config takes', async () => {
    const texts = ['a'.repeat(256), 'a'.repeat(257)];
    const [batch] = await put(texts.map((text) => verdict('group', text)));
    expect(batch?.Evaluations).toMatchObject([{ Annotation: texts[0] }, { Annotation: texts[0] }]);
  });
});

describe('earlier results', () => {
  const earlier = (...resources: readonly [type: string, id: string][]): Answers => ({
    GetComplianceDetailsByConfigRule: inPages(
      'EvaluationResults',
      resources.map(([ResourceType, ResourceId]) => ({
        EvaluationResultIdentifier: { EvaluationResultQualifier: { ResourceType, ResourceId } },
      })),
    ),
  });
  /** What is reported after the verdicts of the run, or in their place. */
  const takenBack = async (answers: Answers, ...current: readonly Verdict[]) => {
    const { clients, requests } = fakeClients(answers);
    const reported = await settled(clients.config, invocation.ruleName, current);
    return { reported, verdicts: reported.slice(current.length), requests };
  };

  it('of resources that are not judged any more are taken back, page by page, and no others', async () => {
    const answers = earlier([resourceType, 'a'], [resourceType, 'gone'], ['AWS::::Account', 'a'], [resourceType, 'b']);
    const { verdicts } = await takenBack(answers, verdict('a'), verdict('b'));
    expect(verdicts).toMatchObject([
      { resourceType, resourceId: 'gone', compliance: 'NOT_APPLICABLE' },
      { resourceType: 'AWS::::Account', resourceId: 'a', compliance: 'NOT_APPLICABLE' },
    ]);
  });

  it('of a change that Config told under a name, and not under the ARN, give their name to the schedule', async () => {
    const arn = 'arn:aws:sagemaker:eu-central-1:111122223333:endpoint-config/fraud';
    const changed: [string, string][] = [[resourceType, 'fraud']];
    const { reported } = await takenBack(earlier(...changed), verdict(arn));
    expect(reported).toEqual([verdict('fraud')]);
    // A run before the first change has reported the ARN.
    const both = await takenBack(earlier(...changed, [resourceType, arn]), verdict(arn));
    expect(both.reported).toMatchObject([
      { resourceId: 'fraud', compliance: verdict('fraud').compliance },
      { resourceId: arn, compliance: 'NOT_APPLICABLE' },
    ]);
    const others: [string, string][] = [
      ['AWS::SageMaker::Endpoint', 'fraud'],
      [resourceType, 'fraud-2'],
    ];
    expect((await takenBack(earlier(...others), verdict(arn))).reported[0]).toEqual(verdict(arn));
  });

  it('are those of the same rule which say whether something complies', async () => {
    const { verdicts, requests } = await takenBack(earlier());
    expect(verdicts).toEqual([]);
    expect(requests).toMatchObject([
      { input: { ConfigRuleName: invocation.ruleName, ComplianceTypes: ['COMPLIANT', 'NON_COMPLIANT'] } },
    ]);
  });
});
