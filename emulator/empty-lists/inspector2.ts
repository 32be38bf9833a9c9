import type { EmptyLists } from './empty-list';

/** Source: botocore's model inspector2/2020-06-08. */
export const inspector2: EmptyLists = {
  ListCisScanConfigurations: ['scanConfigurations', 'CreateCisScanConfiguration', 'POST /cis/scan-configuration/list'],
  ListCisScans: ['scans', 'CreateCisScanConfiguration', 'POST /cis/scan/list'],
  ListCodeSecurityIntegrations: [
    'integrations',
    'CreateCodeSecurityIntegration',
    'POST /codesecurity/integration/list',
  ],
  ListCodeSecurityScanConfigurations: [
    'configurations',
    'CreateCodeSecurityScanConfiguration',
    'POST /codesecurity/scan-configuration/list',
  ],
  ListCoverage: ['coveredResources', 'Enable', 'POST /coverage/list'],
  ListFilters: ['filters', 'CreateFilter', 'POST /filters/list'],
  ListFindings: ['findings', 'Enable', 'POST /findings/list'],
  ListUsageTotals: ['totals', 'Enable', 'POST /usage/list'],
};
