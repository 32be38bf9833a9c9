import { type AwsRequest, parameters } from '../gateway/request';
import { isObject, tryParseObject } from '../toolkit/json';
import { jsonCall } from '../toolkit/json-call';
import { elementsOf } from '../toolkit/xml';
import type { Moto } from '../world';

/** A request that moto answered, and where. */
interface Answered {
  readonly service: string;
  readonly operation: string;
  readonly request: AwsRequest;
  readonly account: string;
  readonly region: string;
}

/** Takes the tags of what was deleted from moto, which would give them to the next of the same name. AWS does not. */
export async function forgetTags(moto: Moto, answered: Answered): Promise<void> {
  const deletion = deletions[`${answered.service}:${answered.operation}`];
  if (deletion === undefined) return;
  const { account, region, service } = answered;
  for (const resource of deletion.resourcesOf(answered)) {
    const arn = `arn:aws:${deletion.arnService}:${region}:${account}:${resource}`;
    const ask = async (call: Call) => (await moto.request({ account, region, service, method: 'POST', ...call })).body;
    const keys = deletion.keysIn(await ask(deletion.list(arn)));
    if (keys.length > 0) await ask(deletion.untag(arn, keys));
  }
}

type Call = Pick<Parameters<Moto['request']>[0], 'headers' | 'body'>;

interface Deletion {
  readonly arnService: string;
  /** Ends of the ARNs of what is deleted. */
  readonly resourcesOf: (answered: Answered) => readonly string[];
  readonly list: (arn: string) => Call;
  readonly keysIn: (body: string) => readonly string[];
  readonly untag: (arn: string, keys: readonly string[]) => Call;
}

const tagsIn = (member: string) => (body: string) => {
  const tags = tryParseObject(body)?.[member];
  return isObject(tags) ? Object.keys(tags) : [];
};

/** A name in a request of the JSON protocol, behind what leads it in an ARN. */
const nameAt =
  (member: string, prefix: string): Deletion['resourcesOf'] =>
  ({ request }) => {
    const name = tryParseObject(request.body.toString())?.[member];
    return typeof name === 'string' ? [`${prefix}${name}`] : [];
  };

const ofLogs: Deletion = {
  arnService: 'logs',
  resourcesOf: nameAt('logGroupName', 'log-group:'),
  list: (resourceArn) => jsonCall('Logs_20140328.ListTagsForResource', { resourceArn }),
  keysIn: tagsIn('tags'),
  untag: (resourceArn, tagKeys) => jsonCall('Logs_20140328.UntagResource', { resourceArn, tagKeys }),
};

const ofGlue = (member: string, prefix: string): Deletion => ({
  arnService: 'glue',
  resourcesOf: nameAt(member, prefix),
  list: (ResourceArn) => jsonCall('AWSGlue.GetTags', { ResourceArn }),
  keysIn: tagsIn('Tags'),
  untag: (ResourceArn, TagsToRemove) => jsonCall('AWSGlue.UntagResource', { ResourceArn, TagsToRemove }),
});

const query = (action: string, members: Readonly<Record<string, string>>): Call => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ Action: action, Version: '2010-08-01', ...members }).toString(),
});

const ofAlarms: Deletion = {
  arnService: 'cloudwatch',
  resourcesOf: ({ request }) =>
    [...parameters(request)].flatMap(([name, value]) =>
      /^AlarmNames\.member\.\d+$/.test(name) ? [`alarm:${value}`] : [],
    ),
  list: (ResourceARN) => query('ListTagsForResource', { ResourceARN }),
  keysIn: (body) => elementsOf(body, 'Key'),
  untag: (ResourceARN, keys) =>
    query('UntagResource', {
      ResourceARN,
      ...Object.fromEntries(keys.map((key, index) => [`TagKeys.member.${index + 1}`, key])),
    }),
};

/** What deletes things whose tags moto keeps by ARN (`TaggingService` in its models), of the services that are sent on to it. */
const deletions: Readonly<Record<string, Deletion>> = {
  'glue:DeleteConnection': ofGlue('ConnectionName', 'connection/'),
  'glue:DeleteCrawler': ofGlue('Name', 'crawler/'),
  'glue:DeleteDatabase': ofGlue('Name', 'database/'),
  'glue:DeleteJob': ofGlue('JobName', 'job/'),
  'glue:DeleteTrigger': ofGlue('Name', 'trigger/'),
  'logs:DeleteLogGroup': ofLogs,
  'monitoring:DeleteAlarms': ofAlarms,
};
