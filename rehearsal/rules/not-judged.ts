/** Managed rules that nothing here can judge, each with the reason and with what keeps the promise all the same. */
export const notJudged: Readonly<Record<string, string>> = {
  EMR_BLOCK_PUBLIC_ACCESS:
    'the emulated AWS has no EMR; in AWS the block is on in every account and region until somebody turns it off (EMR Management Guide)',
  IAM_ROOT_ACCESS_KEY_CHECK:
    'the emulated AWS has no root users; in AWS, Organizations makes members without root credentials, and a person deletes keys of the management account',
  IAM_USER_UNUSED_CREDENTIALS_CHECK: 'the credential report tells of use over days, and nobody uses anything here',
  ROOT_ACCOUNT_MFA_ENABLED:
    'the emulated AWS has no root users; members have no root credentials, and a person gives the management account its MFA device',
  S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC:
    'S3 Control puts the account into the host name, which a client reaches through a proxy only; test/stacks/own-packs.test.ts judges what is synthesized',
};
