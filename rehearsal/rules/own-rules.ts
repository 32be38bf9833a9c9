import {
  GetGuardrailCommand,
  ListTagsForResourceCommand,
  paginateListInferenceProfiles,
  type Tag,
} from '@aws-sdk/client-bedrock';
import { type Evaluation, PutEvaluationsCommand } from '@aws-sdk/client-config-service';
import { guardrails as listGuardrails } from '../../lambda/checks/guardrails';
import type { Clients } from '../../lambda/clients';
import { evaluate } from '../../lambda/evaluate';
import { type Finding, finding, type Judge, type Parameters, unless } from './judge';
import type { Place } from './place';

/** Runs the function of the custom rules, its own code, as AWS Config does by the clock, and takes what it would report. */
export async function runCheck(place: Place, ruleName: string, parameters: Parameters): Promise<readonly Finding[]> {
  const reported: Evaluation[] = [];
  const { config } = place.ask;
  const send: Clients['config']['send'] = async (command: object) => {
    if (!(command instanceof PutEvaluationsCommand)) return config.send(command as never);
    reported.push(...(command.input.Evaluations ?? []));
    return { FailedEvaluations: [] } as never;
  };
  const event = {
    invokingEvent: JSON.stringify({
      messageType: 'ScheduledNotification',
      notificationCreationTime: '2026-01-01T00:00:00.000Z',
    }),
    ruleParameters: JSON.stringify(parameters),
    resultToken: 'rehearsal',
    eventLeftScope: false,
    configRuleName: ruleName,
    accountId: place.accountId,
  };
  await evaluate(event, { ...place.ask, config: { send } });
  return reported
    .filter(({ ComplianceType }) => ComplianceType !== 'NOT_APPLICABLE')
    .map(({ ComplianceResourceId = '?', ComplianceType, Annotation = 'no reason given' }) =>
      finding(ComplianceResourceId, ComplianceType === 'COMPLIANT' ? undefined : Annotation),
    );
}

const guardrails = async ({ ask: { bedrock } }: Place) => {
  const found: { readonly id: string; readonly arn: string }[] = [];
  for await (const { id = '?', arn = '?' } of listGuardrails(bedrock)) found.push({ id, arn });
  return found;
};

const profiles = async ({ ask: { bedrock } }: Place) => {
  const found: string[] = [];
  for await (const { inferenceProfileSummaries = [] } of paginateListInferenceProfiles(
    { client: bedrock },
    { typeEquals: 'APPLICATION' },
  ))
    for (const { inferenceProfileArn = '?' } of inferenceProfileSummaries) found.push(inferenceProfileArn);
  return found;
};

const hasOwner = (tags: readonly Tag[] = []): boolean => tags.some(({ key }) => key === 'owner');

/** The custom policies of controls that look at what is deployed. Nothing here reads the language of Guard: each says its clauses again. */
export const policyJudges: Readonly<Record<string, Judge>> = {
  // configuration.Status in ['READY', 'VERSIONED']
  'bedrock-guardrail-state': async (place) =>
    Promise.all(
      (await guardrails(place)).map(async ({ id, arn }) => {
        const { status } = await place.ask.bedrock.send(new GetGuardrailCommand({ guardrailIdentifier: id }));
        return finding(arn, unless(['READY', 'VERSIONED'].includes(String(status)), `it is ${status}`));
      }),
    ),
  // some configuration.Tags[*].Key == 'owner'
  'bedrock-owner-tag': async (place) => {
    const arns = [...(await guardrails(place)).map(({ arn }) => arn), ...(await profiles(place))];
    return Promise.all(
      arns.map(async (resourceARN) => {
        const { tags } = await place.ask.bedrock.send(new ListTagsForResourceCommand({ resourceARN }));
        return finding(resourceARN, unless(hasOwner(tags), 'nobody owns it'));
      }),
    );
  },
};
