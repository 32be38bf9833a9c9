import { isDeepStrictEqual } from 'node:util';
import { AwsError, notImplemented } from '../../toolkit/errors';
import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { Deployment, type DeploymentParts } from './deployment';
import { invalid } from './errors';
import { recordOf } from './query-lists';
import { DELETED, Stack, type Wish } from './stack';
import { readTemplate } from './template';

const SETTLED = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/** Every stack; an operation is over before its call is answered. */
export class Stacks {
  private readonly stacks = new Store<Stack>();

  constructor(
    private readonly world: Pick<World, 'newId'>,
    private readonly parts: DeploymentParts,
  ) {}

  async create(call: Call): Promise<Json> {
    const { account, region, input } = call;
    const { StackName: name, ClientRequestToken: token, OnFailure = 'ROLLBACK' } = input;
    if (!/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name))
      throw invalid(
        `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
      );
    if (this.tryFind(call)) throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
    const wish = wishOf(input);
    const declarations = readTemplate(wish.body, wish.parameters, Object.keys(this.parts.types));
    const id = `arn:aws:cloudformation:${region}:${account}:stack/${name}/${this.world.newId(32)}`;
    const stack = this.stacks.set(new Stack(id, name, account, region, wish), account, region, id);
    stack.become('CREATE_IN_PROGRESS', token);
    const deployment = new Deployment(this.parts, stack, token);
    const refusal = await tryRefusal(() => deployment.reach(declarations, wish.tags));
    if (refusal !== undefined) await deployment.rollBack();
    const failed = OnFailure === 'DELETE' ? DELETED : 'ROLLBACK_COMPLETE';
    stack.become(refusal === undefined ? 'CREATE_COMPLETE' : failed, token, refusal);
    return { StackId: id };
  }

  async update(call: Call): Promise<Json> {
    const stack = this.find(call);
    const { ClientRequestToken: token } = call.input;
    if (!SETTLED.includes(stack.status))
      throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
    const wish = wishOf(call.input, stack.wish.body);
    if (isDeepStrictEqual(wish, stack.wish)) throw invalid('No updates are to be performed.');
    const declarations = readTemplate(wish.body, wish.parameters, Object.keys(this.parts.types));
    stack.become('UPDATE_IN_PROGRESS', token);
    const deployment = new Deployment(this.parts, stack, token);
    const refusal = await tryRefusal(() => deployment.reach(declarations, wish.tags));
    if (refusal === undefined) {
      stack.wish = wish;
      // What cannot be deleted after an update is left behind without a word.
      await tryRefusal(() => deployment.clean());
    } else await deployment.rollBack();
    stack.become(refusal === undefined ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE', token, refusal);
    return { StackId: stack.id };
  }

  async delete(call: Call): Promise<Json> {
    const stack = this.tryFind(call);
    const { ClientRequestToken: token } = call.input;
    // A stack that is not there is deleted without a word.
    if (!stack || stack.status === DELETED) return {};
    stack.become('DELETE_IN_PROGRESS', token);
    const going = stack.resources.filter(({ retained }) => !retained);
    const refusal = await tryRefusal(() => new Deployment(this.parts, stack, token).remove(going));
    stack.become(refusal === undefined ? DELETED : 'DELETE_FAILED', token, refusal);
    return {};
  }

  /**
   * The stack that a call names: by its id also when it is deleted, by its name only while it is there.
   *
   * @throws AwsError where there is none
   */
  find(call: Call): Stack {
    const stack = this.tryFind(call);
    if (!stack) throw invalid(`Stack with id ${call.input.StackName} does not exist`);
    return stack;
  }

  /** Those that are there, in every account. */
  list(): readonly Stack[] {
    return this.stacks.list().filter(({ status }) => status !== DELETED);
  }

  /** Everything of an account that is closed. */
  forget(account: string): void {
    for (const [key] of this.stacks.entries()) if (key[0] === account) this.stacks.delete(...key);
  }

  private tryFind({ account, region, input }: Call): Stack | undefined {
    return this.stacks
      .list(account, region)
      .find(({ id, name, status }) => id === input.StackName || (name === input.StackName && status !== DELETED));
  }
}

function wishOf(input: Json, body = ''): Wish {
  if (input.TemplateURL !== undefined) throw notImplemented('cloudformation', 'TemplateURL');
  return {
    body: input.TemplateBody ?? body,
    parameters: recordOf(input.Parameters, 'ParameterKey', 'ParameterValue'),
    tags: recordOf(input.Tags, 'Key', 'Value'),
  };
}

/** Why AWS has refused the work; undefined where it has not. A fault of the emulation is thrown on. */
async function tryRefusal(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof AwsError && error.status < 500) return error.message;
    throw error;
  }
}
