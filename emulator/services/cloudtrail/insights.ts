import type { InsightType } from '@aws-sdk/client-cloudtrail';
import { required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { CloudTrailOperations } from './api';
import { recordsManagementEvents } from './selectors';
import type { Trail, Trails } from './state';

const types: readonly InsightType[] = ['ApiCallRateInsight', 'ApiErrorRateInsight'];

/** The insights that CloudTrail draws from the management events of a trail. */
export const insightOperations = (trails: Trails): CloudTrailOperations => ({
  PutInsightSelectors: (call) => {
    const { InsightSelectors: selectors } = required(call.input, 'InsightSelectors');
    const trail = trails.findToChange(call, call.input.TrailName);
    for (const { InsightType: type } of selectors) checkType(trail, type);
    trail.insightSelectors = selectors;
    return { TrailARN: trail.arn, InsightSelectors: selectors };
  },
  GetInsightSelectors: (call) => {
    const { arn, settings, insightSelectors } = trails.find(call, call.input.TrailName);
    if (insightSelectors.length === 0) throw notEnabled(settings.Name);
    return { TrailARN: arn, InsightSelectors: insightSelectors };
  },
});

function checkType({ selectors }: Trail, type: InsightType | undefined): void {
  if (type === undefined || !types.includes(type)) throw invalid(`The InsightType ${type} is not valid.`);
  const writing = type === 'ApiCallRateInsight';
  if (!recordsManagementEvents(selectors, writing))
    throw invalid(`${type} needs a trail that logs ${writing ? 'write ' : ''}management events.`);
}

const invalid = (message: string): AwsError => new AwsError('InvalidInsightSelectorsException', message);

const notEnabled = (name: string): AwsError =>
  new AwsError(
    'InsightNotEnabledException',
    `Trail ${name} does not have Insights enabled. Edit the trail settings to enable Insights, and then try the operation again.`,
  );
