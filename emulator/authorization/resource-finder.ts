import type { JudgedCall } from './judged-call';
import { accountOf, type JudgedResource } from './judged-resource';
import type { ResourceDirectory } from './resource-directory';

/** Finds the resources of a service's action; undefined where their names in the request are enough. */
export type Finder = (
  action: string,
  call: JudgedCall,
  directory: ResourceDirectory,
) => Promise<readonly JudgedResource[] | undefined> | readonly JudgedResource[] | undefined;

/** A resource of an ARN; what is missing of it is written as a star. */
export const known = (arn: string, account = accountOf(arn)): JudgedResource => ({
  arn,
  account,
  known: !arn.includes('*'),
});
