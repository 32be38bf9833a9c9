import { names } from '../../schema/facts/names';
import { type ControlSpec, defineControl, judged } from '../../schema/forms/control';
import { everyAccount } from '../where';

const code = 'lambda:UpdateFunctionCode';

export default defineControl(({ name }) => {
  const checks = `arn:aws:lambda:eu-central-1:111122223333:function:${names.configRulesFunction({ name })}`;
  return {
    id: 'detection-custom-checks',
    title: 'The code of checks and repairs is that of the landing zone',
    why: 'Whoever may change the function behind a rule makes it report that everything complies.',
    fix: 'Change the check in lambda/, or the document in its control, and deploy.',
    severity: 'high',
    where: everyAccount,
    prevent: {
      scp: [
        {
          Action: [
            'lambda:AddPermission',
            'lambda:DeleteFunction',
            // A concurrency of zero stops the function, and a permission that is gone keeps Config from it.
            'lambda:PutFunctionConcurrency',
            'lambda:RemovePermission',
            code,
            'lambda:UpdateFunctionConfiguration',
            'ssm:DeleteDocument',
            'ssm:UpdateDocument',
            'ssm:UpdateDocumentDefaultVersion',
          ],
          Resource: [`arn:aws:lambda:*:*:function:${name}-*`, `arn:aws:ssm:*:*:document/${name}-*`],
        },
      ],
      exempt: ['deployRole'],
    },
    promises: promisesOf(name),
    satisfies: [
      judged('nist-800-53-r5', ['CA-7', 'CM-5', 'SI-7']),
      judged('hipaa', ['164.308(a)(8)', '164.312(c)(1)']),
      judged('soc-2', ['CC7.1', 'CC8.1']),
      judged('eu-ai-act', ['Art. 17']),
      judged('iso-42001', ['A.6.2.6']),
      judged('nist-ai-rmf', ['MEASURE 2.4']),
      judged('pci-dss', ['6.5.1']),
    ],
    examples: [
      { when: 'an administrator replaces the code of the checks', action: code, resource: checks, denied: true },
      {
        when: 'somebody rewrites a repair',
        action: 'ssm:UpdateDocument',
        resource: `arn:aws:ssm:eu-central-1:111122223333:document/${name}-repair`,
        denied: true,
      },
      { when: 'the landing zone deploys', action: code, resource: checks, principal: 'deployRole', denied: false },
      {
        when: 'a team deploys a function of its own',
        action: code,
        resource: 'arn:aws:lambda:eu-central-1:111122223333:function:inference-router',
        denied: false,
      },
    ],
  };
});

const promisesOf = (name: string): ControlSpec['promises'] => [
  {
    that: 'Nobody but the deployment rewrites, starves or deletes what checks',
    deny: {
      Action: ['lambda:DeleteFunction', 'lambda:PutFunctionConcurrency', 'lambda:UpdateFunctionCode'],
      Resource: `arn:aws:lambda:*:*:function:${names.configRulesFunction({ name })}`,
    },
    exempt: ['deployRole'],
  },
];
