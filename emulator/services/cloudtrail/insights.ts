import { AwsError } from '../../toolkit/errors';
import type { Handler } from '../../toolkit/untyped';
import { recordsManagementEvents } from './selectors';
import type { Trails } from './state';

const TYPES: readonly string[] = ['ApiCallRateInsight', 'ApiErrorRateInsight'];

/** The insights that CloudTrail draws from the management events of a trail. */
export function insightOperations(trails: Trails): Record<string, Handler> {
  return {
    PutInsightSelectors: (call) => {
      const { TrailName, InsightSelectors: selectors } = call.input;
      const trail = trails.findToChange(call, TrailName);
      for (const { InsightType: type } of selectors) {
        if (!TYPES.includes(type)) throw invalid(`The InsightType ${type} is not valid.`);
        const writing = type === 'ApiCallRateInsight';
        if (!recordsManagementEvents(trail.selectors, writing)) {
          throw invalid(`${type} needs a trail that logs ${writing ? 'write ' : ''}management events.`);
        }
      }
      trail.insightSelectors = selectors;
      return { TrailARN: trail.arn, InsightSelectors: selectors };
    },
    GetInsightSelectors: (call) => {
      const { arn, settings, insightSelectors } = trails.find(call, call.input.TrailName);
      if (insightSelectors.length === 0) throw notEnabled(settings.Name);
      return { TrailARN: arn, InsightSelectors: insightSelectors };
    },
  };
}

const invalid = (message: string): AwsError => new AwsError('InvalidInsightSelectorsException', message);

const notEnabled = (name: string): AwsError =>
  new AwsError(
    'InsightNotEnabledException',
    `Trail ${name} does not have Insights enabled. Edit the trail settings to enable Insights, and then try the operation again.`,
  );
