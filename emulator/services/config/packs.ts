import type { ConformancePackStatusDetail } from '@aws-sdk/client-config-service';
import { arnOf, readArn } from '../../toolkit/arn';
import { AwsError, notImplemented } from '../../toolkit/errors';
import { tagMap } from '../../toolkit/tags';
import type { ConfigCall, ConfigOperations, Shape } from './api';
import { constraintError, invalidParameter } from './errors';
import { installPack, removePack } from './pack-installation';
import { serviceLinked } from './rules';
import { type ConfigState, describe, find, type Pack } from './state';
import { templateOf } from './template-source';

const maxPacks = 50;

/** The conformance packs of an account and region: its own ones, and those of the organization to look at. */
export const packOperations = (state: ConfigState): ConfigOperations => ({
  PutConformancePack: (call) => put(state, call),
  DescribeConformancePacks: (call) => ({
    ConformancePackDetails: describe(state.packs, call, call.input.ConformancePackNames, noSuchPack).map(
      ({ details }) => details,
    ),
  }),
  // Unlike DescribeConformancePacks this one leaves out what is not there.
  DescribeConformancePackStatus: ({ account, region, input: { ConformancePackNames: names = [] } }) => ({
    ConformancePackStatusDetails: state.packs
      .list(account, region)
      .filter(({ details }) => names.length === 0 || names.includes(details.ConformancePackName))
      .map(status),
  }),
  DeleteConformancePack: (call) => {
    const { details } = find(state.packs, call, call.input.ConformancePackName, noSuchPack);
    if (details.CreatedBy !== undefined) throw serviceLinked();
    removePack(state, call, details.ConformancePackName);
    return {};
  },
});

async function put(state: ConfigState, call: ConfigCall<'PutConformancePack'>) {
  const { account, region, input } = call;
  const { ConformancePackName: name = '' } = input;
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)) throw invalidName();
  if (input.TemplateSSMDocumentDetails !== undefined)
    throw notImplemented('config', 'conformance packs from SSM documents');
  if (input.TemplateBody !== undefined && input.TemplateS3Uri !== undefined)
    throw invalidParameter('Specify only one of TemplateS3Uri and TemplateBody.');
  const current = state.packs.get(account, region, name);
  if (current?.details.CreatedBy !== undefined) throw serviceLinked();
  const template = await templateOf(state.world, call, 'ConformancePackTemplateValidationException');
  if (current === undefined && state.packs.list(account, region).length >= maxPacks) throw tooMany();
  const { details } = await installPack(state, call, name, template, input);
  state.tagNew(details.ConformancePackArn, tagMap(input.Tags));
  return { ConformancePackArn: details.ConformancePackArn };
}

function status({ details, state, failure }: Pack): Shape<ConformancePackStatusDetail> {
  const { ConformancePackName, ConformancePackId, ConformancePackArn, LastUpdateRequestedTime } = details;
  return {
    ConformancePackName,
    ConformancePackId,
    ConformancePackArn,
    ConformancePackState: state,
    ConformancePackStatusReason: failure?.message,
    StackArn: arnOf('cloudformation', readArn(ConformancePackArn), `stack/awsconfigconforms-${ConformancePackId}`),
    LastUpdateRequestedTime,
    LastUpdateCompletedTime: LastUpdateRequestedTime,
  };
}

/** The error of a name that no pack has. */
export const noSuchPack = (name: string): AwsError =>
  new AwsError('NoSuchConformancePackException', `The conformance pack '${name}' does not exist.`);

const invalidName = (): AwsError =>
  constraintError('conformancePackName', 'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*');

const tooMany = (): AwsError =>
  new AwsError(
    'MaxNumberOfConformancePacksExceededException',
    `The maximum number of conformance packs: ${maxPacks} is reached.`,
  );
