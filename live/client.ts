import type { Credentials } from './credentials';

/** A client of the AWS SDK, as far as it matters here. */
export interface Client {
  // The overloads of each client differ; `Place.ask` types the answer by its command.
  send(command: never): Promise<unknown>;
  destroy(): void;
}

interface ClientOptions {
  readonly region: string;
  readonly credentials: Credentials;
  readonly retryMode: 'adaptive';
  readonly maxAttempts: number;
  readonly forcePathStyle: boolean;
  readonly endpoint?: string;
}

export type ClientClass<C extends Client> = new (options: ClientOptions) => C;

/** A command of the SDK, which knows its answer. */
export interface Command<O> {
  readonly input: object;
  resolveMiddleware(...unused: never[]): (unused: never) => Promise<{ readonly output: O }>;
}

/** A client that remembers which operation it was last asked for. */
export function named<C extends Client>(client: C): C & { readonly operation: string } {
  let operation = '';
  return Object.create(client, {
    operation: { get: () => operation },
    send: {
      value: (command: object) => {
        operation = command.constructor.name.replace(/Command$/, '');
        return client.send(command as never);
      },
    },
  });
}
