import type { Moto } from '../../world';

/** Sends an operation of IAM to moto in the name of an account. */
export function askIam(
  moto: Moto,
  account: string,
  Action: string,
  parameters: Readonly<Record<string, string>>,
): ReturnType<Moto['request']> {
  return moto.request({
    account,
    region: 'us-east-1',
    service: 'iam',
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }).toString(),
  });
}
