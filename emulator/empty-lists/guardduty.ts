import type { EmptyLists } from './empty-list';

/** Source: botocore's model guardduty/2017-11-28. */
export const guardduty: EmptyLists = {
  ListMalwareProtectionPlans: ['malwareProtectionPlans', 'CreateMalwareProtectionPlan', 'GET /malware-protection-plan'],
  ListMalwareScans: ['scans', 'StartMalwareScan', 'POST /malware-scan'],
};
