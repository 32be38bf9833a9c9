/** Findings by the events that announce them, as EventBridge patterns of all that reach the findings bus. */

export const guardDutyFindings = { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] };

export const macieFindings = { source: ['aws.macie'], 'detail-type': ['Macie Finding'] };

/** Access from outside and access that nobody uses: one event for each finding and each change of its status. EventBridge Reference, events-ref-access-analyzer. */
export const accessFindings = {
  source: ['aws.access-analyzer'],
  'detail-type': ['Access Analyzer Finding', 'Internal Access Finding', 'Unused Access Finding for IAM entities'],
};

/**
 * Controls of Security Hub that failed and that nobody has dealt with. What other services report to it reaches the bus from themselves.
 * Security Hub User Guide, securityhub-cwe-integration-types: each new finding and each update.
 */
export const failedControls = {
  source: ['aws.securityhub'],
  'detail-type': ['Security Hub Findings - Imported'],
  detail: {
    findings: {
      ProductName: ['Security Hub'],
      Compliance: { Status: ['FAILED'] },
      RecordState: ['ACTIVE'],
      Workflow: { Status: ['NEW'] },
    },
  },
};
