import type { AccessAnalyzer } from '@aws-sdk/client-accessanalyzer';
import type { CallOf, OperationOf, Operations, Wire } from '../../toolkit/operations';
import type { Routes } from '../../toolkit/routes';

/** Access Analyzer writes dates as ISO 8601. */
type Instant = string;

/** Handlers of IAM Access Analyzer. */
export type AnalyzerOperations = Operations<AccessAnalyzer, Instant>;

export type AnalyzerCall<Operation extends OperationOf<AccessAnalyzer>> = CallOf<AccessAnalyzer, Operation, Instant>;

/** A shape of the SDK's as Access Analyzer writes it. */
export type Shape<T> = Wire<T, Instant>;

/** The requests that name Access Analyzer's operations. Source: botocore's model accessanalyzer/2019-11-01. */
export const routes: Routes<AccessAnalyzer> = {
  CreateAnalyzer: 'PUT /analyzer',
  ListAnalyzers: ['GET /analyzer', { maxResults: 'number' }],
  GetAnalyzer: 'GET /analyzer/:analyzerName',
  UpdateAnalyzer: 'PUT /analyzer/:analyzerName',
  DeleteAnalyzer: 'DELETE /analyzer/:analyzerName',
  CreateArchiveRule: 'PUT /analyzer/:analyzerName/archive-rule',
  ListArchiveRules: ['GET /analyzer/:analyzerName/archive-rule', { maxResults: 'number' }],
  GetArchiveRule: 'GET /analyzer/:analyzerName/archive-rule/:ruleName',
  UpdateArchiveRule: 'PUT /analyzer/:analyzerName/archive-rule/:ruleName',
  DeleteArchiveRule: 'DELETE /analyzer/:analyzerName/archive-rule/:ruleName',
  ListAccessPreviews: ['GET /access-preview', { maxResults: 'number' }],
  ListAnalyzedResources: 'POST /analyzed-resource',
  ListFindings: 'POST /finding',
  ListFindingsV2: 'POST /findingv2',
  ListTagsForResource: 'GET /tags/:resourceArn',
  TagResource: 'POST /tags/:resourceArn',
  UntagResource: ['DELETE /tags/:resourceArn', { tagKeys: 'list' }],
};
