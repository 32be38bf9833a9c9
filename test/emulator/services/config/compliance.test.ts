import { configOfOrganization, TemplateBody } from '../../../support/config-of-organization';
import { MANAGEMENT, refusal } from '../../../support/world';

/** AWS Config that records, with a conformance pack of one rule. */
async function setUp() {
  const { call, record, rulesOf } = await configOfOrganization();
  await record(MANAGEMENT);
  await call('PutConformancePack', { ConformancePackName: 'own', TemplateBody });
  const [rule = ''] = await rulesOf(MANAGEMENT);
  return { call, rule };
}

describe('what comes of rules that never ran', () => {
  it('is nothing about any of them', async () => {
    const { call, rule } = await setUp();
    const { ConfigRulesEvaluationStatus } = await call('DescribeConfigRuleEvaluationStatus');
    expect(ConfigRulesEvaluationStatus).toMatchObject([{ ConfigRuleName: rule, FirstEvaluationStarted: false }]);
    expect(await call('GetComplianceDetailsByConfigRule', { ConfigRuleName: rule })).toEqual({ EvaluationResults: [] });
    for (const operation of ['DescribeConfigRuleEvaluationStatus', 'GetComplianceDetailsByConfigRule'])
      await expect(call(operation, { ConfigRuleName: 'other', ConfigRuleNames: ['other'] })).rejects.toEqual(
        refusal('NoSuchConfigRuleException'),
      );
  });

  it('is nothing about any resource', async () => {
    const { call } = await setUp();
    expect(await call('DescribeComplianceByResource')).toEqual({ ComplianceByResources: [] });
    const bucket = { ResourceType: 'AWS::S3::Bucket', ResourceId: 'logs' };
    expect(await call('GetComplianceDetailsByResource', bucket)).toEqual({ EvaluationResults: [] });
    await expect(call('GetComplianceDetailsByResource')).rejects.toEqual(refusal('InvalidParameterValueException'));
    expect(await call('GetDiscoveredResourceCounts')).toEqual({ totalDiscoveredResources: 0, resourceCounts: [] });
    expect(await call('ListDiscoveredResources', { resourceType: 'AWS::S3::Bucket' })).toEqual({
      resourceIdentifiers: [],
    });
  });

  it('is a summary of none', async () => {
    const { call } = await setUp();
    const none = { CappedCount: 0, CapExceeded: false };
    const summary = { CompliantResourceCount: none, NonCompliantResourceCount: none };
    expect(await call('GetComplianceSummaryByConfigRule')).toMatchObject({ ComplianceSummary: summary });
    const ResourceTypes = ['AWS::S3::Bucket'];
    const byType = await call('GetComplianceSummaryByResourceType', { ResourceTypes });
    expect(byType.ComplianceSummariesByResourceType).toMatchObject([{ ComplianceSummary: summary }]);
  });

  it('leaves a conformance pack without a score', async () => {
    const { call, rule } = await setUp();
    expect(await call('DescribeConformancePackCompliance', { ConformancePackName: 'own' })).toMatchObject({
      ConformancePackRuleComplianceList: [{ ConfigRuleName: rule, ComplianceType: 'INSUFFICIENT_DATA' }],
    });
    const { ConformancePackComplianceSummaryList: summaries } = await call('GetConformancePackComplianceSummary', {
      ConformancePackNames: ['own'],
    });
    expect(summaries).toEqual([{ ConformancePackName: 'own', ConformancePackComplianceStatus: 'INSUFFICIENT_DATA' }]);
    expect((await call('ListConformancePackComplianceScores')).ConformancePackComplianceScores).toEqual([
      { ConformancePackName: 'own', Score: 'INSUFFICIENT_DATA' },
    ]);
    expect(await call('GetConformancePackComplianceDetails', { ConformancePackName: 'own' })).toEqual({
      ConformancePackName: 'own',
      ConformancePackRuleEvaluationResults: [],
    });
    await expect(call('DescribeConformancePackCompliance', { ConformancePackName: 'other' })).rejects.toEqual(
      refusal('NoSuchConformancePackException'),
    );
  });
});
