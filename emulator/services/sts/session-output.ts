/** Credentials of a session as STS answers them. */
export const credentialsOutput = (AccessKeyId: string) => ({
  AccessKeyId,
  SecretAccessKey: 'rehearsal',
  SessionToken: 'rehearsal',
  // Far away by any clock, the client's too: sessions of the emulated AWS do not expire.
  Expiration: '2099-12-31T23:59:59Z',
});
