import { flag, text, texts } from '../kit/option';

export const options = {
  id: text({ value: 'ID', describe: 'the name of the control and of its file, in controls/own/; never used again' }),
  title: text({ value: 'TEXT', describe: 'what holds, one sentence' }),
  why: text({ value: 'TEXT', describe: 'the harm that it stops, one sentence for an auditor' }),
  fix: text({ value: 'TEXT', describe: 'what somebody does who is stopped by it, one sentence' }),
  severity: text({ value: 'SEVERITY', describe: 'critical, high, medium or low' }),
  where: text({ value: 'PLACE', describe: "'every account', aiAccounts, workloads, securityAccounts or suspended" }),
  deny: texts({
    value: 'ACTION',
    describe: 'an action that nobody may call there, such as s3:DeleteBucket; again for more',
  }),
  exempt: text({
    value: 'WHO',
    describe:
      'who may call it all the same: deployRole (the default), breakGlass, or another of the roles in the settings',
  }),
  rule: text({ value: 'RULE', describe: 'a managed rule of AWS Config that detects it, such as ENCRYPTED_VOLUMES' }),
  satisfies: texts({
    value: 'REQUIREMENT',
    describe: 'what it helps with, as framework:requirement, such as soc-2:CC6.1; again for more',
  }),
  'dry-run': flag('show everything, and write nothing'),
};
