import type { Scope } from './call';

/** The ARN of a resource that a caller owns. */
export const arnOf = (service: string, { account, region }: Scope, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** The parts of an ARN; all empty for a text that is none. */
export function readArn(arn: string): Scope & { readonly service: string; readonly resource: string } {
  const [, , service = '', region = '', account = '', ...resource] = arn.split(':');
  return { service, region, account, resource: resource.join(':') };
}
