import type { Client, ClientClass } from '../../live/client';
import { LiveAws } from '../../live/live-aws';

type Call = { readonly operation: string; readonly account: string; readonly region: string; readonly input: object };

/** What stands in for AWS: an answer for each call, or an error that it throws. */
export type FakeAnswers = (call: Call) => object | Error;

/** AWS as a test answers for it: readers, limits and shared calls are real, and no byte leaves the machine. */
export class FakeLiveAws extends LiveAws {
  /** Every call that was answered: `111122223333/eu-central-1 ListAccounts`. */
  readonly asked: string[] = [];

  constructor(private readonly answers: FakeAnswers) {
    super({ managementAccount: '111122223333', role: 'Reader', region: 'eu-central-1' });
  }

  protected override makeClient<C extends Client>(Class: ClientClass<C>, account: string, region: string): C {
    return Object.create(Class.prototype, {
      config: { value: {} },
      destroy: { value: () => undefined },
      send: {
        value: async (command: { readonly input: object }) => {
          const operation = command.constructor.name.replace(/Command$/, '');
          this.asked.push(`${account}/${region} ${operation}`);
          const answer = this.answers({ operation, account, region, input: command.input });
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
    });
  }
}

/** An error as the SDK throws it. */
export const awsError = (name: string, message = name): Error => Object.assign(new Error(message), { name });
