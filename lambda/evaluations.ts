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
 * Verdicts that take back what the rule said earlier of resources that are not among the current ones. Config keeps the last
 * result of a deleted resource for ever where it does not see the deletion itself. (The AWS Config Rule Development Kit calls
 * this `clean_up_old_evaluations`.)
 */
export async function withdrawn(
  config: Clients['config'],
  ruleName: string,
  current: readonly Verdict[],
): Promise<Verdict[]> {
  const judged = new Set(current.map(({ resourceType, resourceId }) => `${resourceType} ${resourceId}`));
  const stale: Verdict[] = [];
  const earlier = pages((NextToken) =>
    config.send(
      new GetComplianceDetailsByConfigRuleCommand({
        ConfigRuleName: ruleName,
        ComplianceTypes: ['COMPLIANT', 'NON_COMPLIANT'],
        Limit: 100,
        NextToken,
      }),
    ),
  );
  for await (const { EvaluationResults: results = [] } of earlier)
    for (const { EvaluationResultIdentifier: identifier } of results) {
      const { ResourceType: resourceType, ResourceId: resourceId } = identifier?.EvaluationResultQualifier ?? {};
      if (resourceType && resourceId && !judged.has(`${resourceType} ${resourceId}`))
        stale.push({
          resourceType,
          resourceId,
          compliance: 'NOT_APPLICABLE',
          annotation: 'It was deleted or is no longer in use.',
        });
    }
  return stale;
}

const evaluation = ({ resourceType, resourceId, compliance, annotation }: Verdict, time: Date): Evaluation => ({
  ComplianceResourceType: resourceType,
  ComplianceResourceId: resourceId,
  ComplianceType: compliance,
  Annotation: annotation?.slice(0, annotationLength),
  OrderingTimestamp: time,
});
