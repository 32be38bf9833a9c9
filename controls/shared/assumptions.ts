/** What promises of several controls take for granted; it stands beside each proof. */

export const notDeployRole = (deployRole: string) => ({
  that: 'the principal is not the deploy role',
  Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
});

export const noRootSession = {
  that: 'no root session of the management account is meant',
  Condition: { Null: { 'aws:AssumedRoot': 'true' } },
};
