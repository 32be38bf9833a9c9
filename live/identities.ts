import type { Place } from './live-aws';
import type { Attributes } from './reader';

type Where = Pick<Place, 'account' | 'region'>;

/** `arn:aws:sqs:eu-central-1:111122223333:name` */
const arnIn = (service: string, { account, region }: Where, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/**
 * What AWS will call a resource, where that follows from what is written: so that what refers to it can be told although it is not there.
 * Source of the formats: Service Authorization Reference, "Resource types defined by" each service.
 */
const identities: Readonly<Record<string, (values: Attributes, at: Where) => Attributes>> = {
  aws_iam_role: ({ name, path = '/' }, { account }) => ({
    id: name,
    arn: `arn:aws:iam::${account}:role${path}${name}`,
  }),
  aws_s3_bucket: ({ bucket }) => ({ id: bucket, arn: `arn:aws:s3:::${bucket}` }),
  aws_s3_bucket_policy: ({ bucket }) => ({ id: bucket }),
  aws_sqs_queue: ({ name }, at) => ({ arn: arnIn('sqs', at, `${name}`) }),
  aws_sns_topic: ({ name }, at) => ({ id: arnIn('sns', at, `${name}`), arn: arnIn('sns', at, `${name}`) }),
  aws_cloudwatch_event_bus: ({ name }, at) => ({ id: name, arn: arnIn('events', at, `event-bus/${name}`) }),
  aws_cloudwatch_event_rule: ({ name, event_bus_name: bus = 'default' }, at) => ({
    arn: arnIn('events', at, bus === 'default' ? `rule/${name}` : `rule/${bus}/${name}`),
  }),
  aws_lambda_function: ({ function_name }, at) => ({ arn: arnIn('lambda', at, `function:${function_name}`) }),
  aws_cloudwatch_log_group: ({ name }, at) => ({ arn: arnIn('logs', at, `log-group:${name}`) }),
  aws_cloudtrail: ({ name }, at) => ({ id: name, arn: arnIn('cloudtrail', at, `trail/${name}`) }),
  aws_athena_workgroup: ({ name }, at) => ({ id: name, arn: arnIn('athena', at, `workgroup/${name}`) }),
  aws_sagemaker_model_package_group: ({ model_package_group_name: name }, at) => ({
    id: name,
    arn: arnIn('sagemaker', at, `model-package-group/${`${name}`.toLowerCase()}`),
  }),
};

/** Attributes of a resource that follow from its values and its place; none where only AWS knows them. */
export const identityOf = (type: string, values: Attributes, at: Where): Attributes =>
  identities[type]?.(values, at) ?? {};
