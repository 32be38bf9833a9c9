/** Whether an action is about the trust policy of a role. */
export const isTrustAction = (action: string): boolean =>
  /^sts:(AssumeRole|AssumeRoleWithSAML|AssumeRoleWithWebIdentity|SetSourceIdentity|TagSession)$/i.test(action);
