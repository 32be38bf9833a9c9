import {
  type Evaluation,
  GetComplianceDetailsByConfigRuleCommand,
  PutEvaluationsCommand,
} from '@aws-sdk/client-config-service';
import type { Verdict } from './check';
import type { Clients } from './clients';
import type { Invocation } from './event';
import { pages } from './pages';

/** AWS Config API, `PutEvaluations`: at most this many evaluations per request. */
const batchSize = 100;

/** AWS Config API, `Evaluation`: at most this many characters in an annotation. */
const annotationLength = 256;

/** What the AWS Config Rule Development Kit sends in place of a token when somebody tries a function out. */
const testToken = 'TESTMODE';

/** Reports verdicts to Config in batches. Throws where Config refuses one, and names it. */
export async function putEvaluations(
  config: Clients['config'],
  { resultToken, time }: Invocation,
  verdicts: readonly Verdict[],
): Promise<void> {
  for (let start = 0; start < verdicts.length; start += batchSize) {
    const { FailedEvaluations: failed = [] } = await config.send(
      new PutEvaluationsCommand({
        Evaluations: verdicts.slice(start, start + batchSize).map((verdict) => evaluation(verdict, time)),
        ResultToken: resultToken,
        TestMode: resultToken === testToken,
      }),
    );
    if (failed.length > 0)
      throw new Error(`Config refused results for ${failed.map((one) => one.ComplianceResourceId).join(', ')}`);
  }
}

/**
 * The verdicts of a scheduled run, and others that take back what the rule said earlier of resources that are not among them. Config keeps
 * the last result of a deleted resource for ever where it does not see the deletion itself. (The AWS Config Rule Development Kit calls
 * this `clean_up_old_evaluations`.)
 */
export async function settled(
  config: Clients['config'],
  ruleName: string,
  current: readonly Verdict[],
): Promise<readonly Verdict[]> {
  const earlier = await earlierResources(config, ruleName);
  const named = current.map((verdict) => asJudgedByName(verdict, earlier));
  const judged = new Set(named.map(keyOf));
  const stale = [...earlier]
    .filter(([key]) => !judged.has(key))
    .map(
      ([, resource]): Verdict => ({
        ...resource,
        compliance: 'NOT_APPLICABLE',
        annotation: 'It was deleted or is no longer in use.',
      }),
    );
  return [...named, ...stale];
}

type Resource = Pick<Verdict, 'resourceType' | 'resourceId'>;

const keyOf = ({ resourceType, resourceId }: Resource): string => `${resourceType} ${resourceId}`;

/**
 * Config calls a resource by its name or by its ARN, and only an event of a change says by which. Where a change was judged under the
 * name, a scheduled run that knows the ARN takes the name too: one resource would have two results otherwise.
 */
function asJudgedByName(verdict: Verdict, earlier: ReadonlyMap<string, Resource>): Verdict {
  const [, name] = /^arn:.*\/([^/]+)$/.exec(verdict.resourceId) ?? [];
  const byName = name === undefined ? undefined : earlier.get(keyOf({ ...verdict, resourceId: name }));
  return byName ? { ...verdict, resourceId: byName.resourceId } : verdict;
}

/** What the rule says of which resources, by type and id. */
async function earlierResources(config: Clients['config'], ruleName: string): Promise<ReadonlyMap<string, Resource>> {
  const found = new Map<string, Resource>();
  const results = pages((NextToken) =>
    config.send(
      new GetComplianceDetailsByConfigRuleCommand({
        ConfigRuleName: ruleName,
        ComplianceTypes: ['COMPLIANT', 'NON_COMPLIANT'],
        Limit: 100,
        NextToken,
      }),
    ),
  );
  for await (const { EvaluationResults = [] } of results)
    for (const { EvaluationResultIdentifier: identifier } of EvaluationResults) {
      const { ResourceType: resourceType, ResourceId: resourceId } = identifier?.EvaluationResultQualifier ?? {};
      if (resourceType && resourceId) found.set(keyOf({ resourceType, resourceId }), { resourceType, resourceId });
    }
  return found;
}

const evaluation = ({ resourceType, resourceId, compliance, annotation }: Verdict, time: Date): Evaluation => ({
  ComplianceResourceType: resourceType,
  ComplianceResourceId: resourceId,
  ComplianceType: compliance,
  Annotation: annotation?.slice(0, annotationLength),
  OrderingTimestamp: time,
});
