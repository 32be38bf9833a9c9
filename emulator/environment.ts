import { devNull } from 'node:os';

/** The variables that lead the AWS provider, the AWS CLI and the SDKs to a gateway on loopback. */
export function environmentFor(port: number, accessKey: string): Record<string, string> {
  const url = `http://127.0.0.1:${port}`;
  return {
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_SESSION_TOKEN: '',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: url,
    // The SDK for Go asks for a session by a web identity token before it has read the one above.
    AWS_ENDPOINT_URL_STS: url,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    // S3 Control puts the account id in front of the host. Such a name resolves nowhere, so the request goes through a proxy.
    AWS_ENDPOINT_URL_S3_CONTROL: 'http://s3-control.aws.internal:80',
    // Python prefers the small names and Go the capital ones.
    HTTP_PROXY: url,
    http_proxy: url,
    NO_PROXY: loopback,
    no_proxy: loopback,
  };
}

const loopback = '127.0.0.1,localhost';
