import type { Clients } from '../../lambda/clients';

/** What a command is sent with. */
export type Input = Readonly<Record<string, unknown>>;

/** Command (without the word) to what the service answers; an error is thrown. */
export type Answers = Readonly<Record<string, (input: Input) => unknown>>;

export interface Request {
  readonly command: string;
  readonly input: Input;
}

/** Answers a command, and writes it down. A command without an answer fails the test: the check must not send it. */
export const sendTo =
  (answers: Answers, requests: Request[]) =>
  async (sent: { readonly constructor: { readonly name: string }; readonly input: Input }): Promise<unknown> => {
    const command = sent.constructor.name.replace(/Command$/, '');
    requests.push({ command, input: sent.input });
    const answer = answers[command];
    if (!answer) throw new Error(`Nobody expected ${command}`);
    const result = answer(sent.input);
    if (result instanceof Error) throw result;
    return result;
  };

/** Clients of which each gives the same answers, with the requests that reached them. */
export function fakeClients(answers: Answers): { readonly clients: Clients; readonly requests: readonly Request[] } {
  const requests: Request[] = [];
  const client = { send: sendTo(answers, requests) };
  const services = ['bedrock', 'bedrockAgent', 'agentCore', 'config', 'iam', 'logs', 'sagemaker'];
  const clients = Object.fromEntries(services.map((service) => [service, client])) as unknown as Clients;
  return { clients, requests };
}

/** A list in pages of one item each. The token is the number of the next item, under the name that the service gives it. */
export const inPages =
  (list: string, items: readonly unknown[], token: 'NextToken' | 'nextToken' = 'NextToken') =>
  (input: Input): unknown => {
    const at = Number(input[token] ?? 0);
    return { [list]: items.slice(at, at + 1), ...(at + 1 < items.length && { [token]: String(at + 1) }) };
  };

/** An error as the SDK throws it. */
export const serviceError = (name: string, message = name): Error => Object.assign(new Error(message), { name });
