import { AwsError } from '../../toolkit/errors';
import type { Call, Handler, Json } from '../../toolkit/untyped';
import { installPack, removePack } from './pack-installation';
import { serviceLinked } from './rules';
import { type ConfigState, constraintError, describe, type Pack } from './state';
import { templateOf } from './template-source';

const MAX_PACKS = 50;

/** The conformance packs of a place: those of its own account, and those of the organization to look at. */
export function packOperations(state: ConfigState): Record<string, Handler> {
  const named = (call: Call) => describe(state.packs, call, call.input.ConformancePackNames, noSuchPack);

  return {
    PutConformancePack: async (call) => {
      const { account, region, input } = call;
      const { ConformancePackName: name, TemplateBody, TemplateS3Uri, Tags, ...rest } = input;
      if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)) throw invalidName();
      if (input.TemplateSSMDocumentDetails !== undefined) throw notImplemented();
      if (TemplateBody !== undefined && TemplateS3Uri !== undefined) throw twoTemplates();
      const current = state.packs.get(account, region, name);
      if (current?.details.CreatedBy !== undefined) throw serviceLinked();
      const template = await templateOf(state.world, call, 'ConformancePackTemplateValidationException');
      if (current === undefined && state.packs.list(account, region).length >= MAX_PACKS) throw tooMany();
      const { details } = await installPack(state, call, name, template, rest);
      state.tags.create(details.ConformancePackArn, Tags);
      return { ConformancePackArn: details.ConformancePackArn };
    },
    DescribeConformancePacks: (call) => ({ ConformancePackDetails: named(call).map(({ details }) => details) }),
    // Unlike DescribeConformancePacks this one leaves out what is not there.
    DescribeConformancePackStatus: ({ account, region, input: { ConformancePackNames: names = [] } }) => ({
      ConformancePackStatusDetails: state.packs
        .list(account, region)
        .filter(({ details }) => names.length === 0 || names.includes(details.ConformancePackName))
        .map(status),
    }),
    DeleteConformancePack: (call) => {
      const name = call.input.ConformancePackName;
      const pack = state.packs.get(call.account, call.region, name);
      if (pack === undefined) throw noSuchPack(name);
      if (pack.details.CreatedBy !== undefined) throw serviceLinked();
      removePack(state, call, name);
      return {};
    },
  };
}

function status({ details, state, failure }: Pack): Json {
  const { ConformancePackName, ConformancePackId, ConformancePackArn, LastUpdateRequestedTime } = details;
  const [, , , region, account] = ConformancePackArn.split(':');
  return {
    ConformancePackName,
    ConformancePackId,
    ConformancePackArn,
    ConformancePackState: state,
    ConformancePackStatusReason: failure?.message,
    StackArn: `arn:aws:cloudformation:${region}:${account}:stack/awsconfigconforms-${ConformancePackId}`,
    LastUpdateRequestedTime,
    LastUpdateCompletedTime: LastUpdateRequestedTime,
  };
}

const noSuchPack = (name: string): AwsError =>
  new AwsError('NoSuchConformancePackException', `The conformance pack '${name}' does not exist.`);

const invalidName = (): AwsError =>
  constraintError('conformancePackName', 'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*');

const twoTemplates = (): AwsError =>
  new AwsError('InvalidParameterValueException', 'Specify only one of TemplateS3Uri and TemplateBody.');

const tooMany = (): AwsError =>
  new AwsError(
    'MaxNumberOfConformancePacksExceededException',
    `The maximum number of conformance packs: ${MAX_PACKS} is reached.`,
  );

const notImplemented = (): AwsError =>
  new AwsError('NotImplementedException', 'The emulated AWS does not read conformance packs from SSM documents.');
