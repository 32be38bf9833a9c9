import { Store } from '../../toolkit/store';
import { type Tags, tagMap } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Tag } from './api';
import { conflict, invalid, notFound, refused } from './errors';

/** A channel that shows messages of topics. */
export interface Channel<Settings> {
  readonly arn: string;
  settings: Settings;
  readonly tags: Tags;
}

/** What every channel says of itself. */
interface CommonSettings {
  readonly ConfigurationName?: string;
  readonly IamRoleArn?: string;
  readonly SnsTopicArns?: readonly string[];
  readonly LoggingLevel?: string;
  readonly GuardrailPolicyArns?: readonly string[];
}

/** Channels of one program, by account and name: a service without regions. */
export class Channels<Settings extends CommonSettings> {
  private readonly store = new Store<Channel<Settings>>();

  constructor(
    private readonly kind: 'slack-channel' | 'microsoft-teams-channel',
    private readonly world: World,
  ) {}

  create(account: string, settings: Settings, tags: readonly Tag[] | undefined): Channel<Settings> {
    const { ConfigurationName: name = '' } = settings;
    if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) throw invalid(`'${name}' is no name of a configuration.`);
    check(settings, account);
    // A person authorizes the program in the console, once in each account: "the workspace authorized with AWS Chatbot".
    if (!this.world.settings.chatAuthorized)
      throw refused(`AWS account ${account} is not authorized for the workspace or team of ${name}.`);
    if (this.store.get(account, name)) throw conflict(name);
    const arn = `arn:aws:chatbot::${account}:chat-configuration/${this.kind}/${name}`;
    const tagList = (tags ?? []).map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }));
    return this.store.set({ arn, settings, tags: tagMap(tagList) }, account, name);
  }

  update(account: string, arn: string | undefined, changes: Partial<Settings>): Channel<Settings> {
    const channel = this.find(account, arn);
    const settings = { ...channel.settings, ...changes };
    check(settings, account);
    channel.settings = settings;
    return channel;
  }

  list(account: string): readonly Channel<Settings>[] {
    return this.store.list(account);
  }

  find(account: string, arn: string | undefined): Channel<Settings> {
    const found = this.list(account).find((channel) => channel.arn === arn);
    if (!found) throw notFound(arn);
    return found;
  }

  delete(account: string, arn: string | undefined): Record<never, never> {
    this.store.delete(account, this.find(account, arn).settings.ConfigurationName ?? '');
    return {};
  }

  forget(account: string): void {
    this.store.deleteAll(account);
  }

  leftovers(): { account: string; resource: string }[] {
    return this.store.entries().map(([[account = '', name]]) => ({ account, resource: `global ${this.kind} ${name}` }));
  }
}

const levels = ['ERROR', 'INFO', 'NONE'];

function check({ IamRoleArn = '', SnsTopicArns = [], LoggingLevel = 'NONE' }: CommonSettings, account: string): void {
  if (!new RegExp(`^arn:aws:iam::${account}:role/.`).test(IamRoleArn))
    throw invalid(`'${IamRoleArn}' is no role of the account.`);
  const wrong = SnsTopicArns.find((arn) => !/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+$/.test(arn));
  if (wrong !== undefined) throw invalid(`'${wrong}' is no topic.`);
  if (!levels.includes(LoggingLevel)) throw invalid(`Unknown logging level ${LoggingLevel}.`);
}
