/** What promises of several controls take for granted; it stands beside each proof. */

export const notDeployRole = (deployRole: string) => ({
  that: 'the principal is not the deploy role',
  Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
});

/** A promise of what is not switched on then says that it is denied, be it off or left out. */
export const saysTrueOrFalse = (key: string) => ({
  that: 'AWS says true or false where it says anything',
  Condition: { StringEqualsIfExists: { [key]: ['true', 'false'] } },
});

export const noRootSession = {
  that: 'no root session of the management account is meant',
  Condition: { Null: { 'aws:AssumedRoot': 'true' } },
};
