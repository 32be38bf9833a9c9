import type { Handler, Route, Service } from '../toolkit/service';
import { accessanalyzer } from './accessanalyzer';
import { athena } from './athena';
import { bedrock } from './bedrock';
import { bedrockAgent } from './bedrock-agent';
import { bedrockAgentcoreControl } from './bedrock-agentcore-control';
import { ce } from './ce';
import { chatbot } from './chatbot';
import { cloudformation } from './cloudformation';
import { cloudtrail } from './cloudtrail';
import { config } from './config';
import { dynamodb } from './dynamodb';
import { ec2 } from './ec2';
import { ecr } from './ecr';
import type { EmptyList, EmptyLists } from './empty-list';
import { events } from './events';
import { glue } from './glue';
import { guardduty } from './guardduty';
import { iam } from './iam';
import { inspector2 } from './inspector2';
import { kms } from './kms';
import { lakeformation } from './lakeformation';
import { lambda } from './lambda';
import { logs } from './logs';
import { sagemaker } from './sagemaker';
import { ssm } from './ssm';

/** The lists of what nobody can make here, by service model, each with the name that signs the requests. */
export const emptyLists: Readonly<Record<string, { readonly signedAs: string; readonly lists: EmptyLists }>> = {
  accessanalyzer: { signedAs: 'access-analyzer', lists: accessanalyzer },
  athena: { signedAs: 'athena', lists: athena },
  'bedrock-agent': { signedAs: 'bedrock', lists: bedrockAgent },
  'bedrock-agentcore-control': { signedAs: 'bedrock-agentcore', lists: bedrockAgentcoreControl },
  bedrock: { signedAs: 'bedrock', lists: bedrock },
  ce: { signedAs: 'ce', lists: ce },
  chatbot: { signedAs: 'chatbot', lists: chatbot },
  cloudformation: { signedAs: 'cloudformation', lists: cloudformation },
  cloudtrail: { signedAs: 'cloudtrail', lists: cloudtrail },
  config: { signedAs: 'config', lists: config },
  dynamodb: { signedAs: 'dynamodb', lists: dynamodb },
  ec2: { signedAs: 'ec2', lists: ec2 },
  ecr: { signedAs: 'ecr', lists: ecr },
  events: { signedAs: 'events', lists: events },
  glue: { signedAs: 'glue', lists: glue },
  guardduty: { signedAs: 'guardduty', lists: guardduty },
  iam: { signedAs: 'iam', lists: iam },
  inspector2: { signedAs: 'inspector2', lists: inspector2 },
  kms: { signedAs: 'kms', lists: kms },
  lakeformation: { signedAs: 'lakeformation', lists: lakeformation },
  lambda: { signedAs: 'lambda', lists: lambda },
  logs: { signedAs: 'logs', lists: logs },
  sagemaker: { signedAs: 'sagemaker', lists: sagemaker },
  ssm: { signedAs: 'ssm', lists: ssm },
};

/** The services with their empty lists, and those of moto's services that have some. What a service answers itself stays its own. */
export function withEmptyLists(services: readonly Service[]): readonly Service[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  for (const { signedAs, lists } of Object.values(emptyLists))
    byName.set(signedAs, extended(byName.get(signedAs) ?? serviceOf(signedAs, lists), lists));
  return [...byName.values()];
}

const serviceOf = (name: string, lists: EmptyLists): Service =>
  Object.values(lists).some(([, , endpoint]) => endpoint)
    ? { protocol: 'rest', name, routes: [] }
    : { protocol: 'json', name, operations: {} };

function extended(service: Service, lists: EmptyLists): Service {
  if (service.protocol === 'rest') {
    const routes = Object.entries(lists).map(([operation, list]) => routeOf(operation, list));
    return { ...service, routes: [...service.routes, ...routes] };
  }
  const answers = Object.entries(lists).map(([operation, list]) => [operation, answerOf(list)] as const);
  return { ...service, operations: { ...Object.fromEntries(answers), ...service.operations } };
}

function routeOf(operation: string, list: EmptyList): Route {
  const [method, path = ''] = (list[2] ?? '').split(' ');
  return { method: method as Route['method'], path, operation, handle: answerOf(list) };
}

const answerOf =
  ([member]: EmptyList): Handler =>
  () => ({ [member]: [] });
