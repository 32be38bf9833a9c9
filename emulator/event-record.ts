import type { Caller, Scope } from './toolkit/call';

/** A call of the control plane that was answered or refused, as CloudTrail notes it. */
export interface ManagementEvent extends Scope {
  /** Which of all calls it was, from 1. */
  readonly serial: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly caller: Caller;
  readonly accessKey: string;
  /** The signing name of the service. */
  readonly service: string;
  readonly operation: string;
  /** What was sent, without secrets, and of a long text its beginning. */
  readonly input: object;
  /** Of a refusal. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** Every management event since the start, oldest first. */
export class EventRecord {
  private readonly byAccount = new Map<string, ManagementEvent[]>();
  private count = 0;

  add(event: Omit<ManagementEvent, 'serial'>): void {
    if (isDataEvent(event)) return;
    const region = oneEndpoint.has(event.service) ? 'us-east-1' : event.region;
    const isParameter = event.operation === 'PutParameter';
    const input = asRecorded({ ...event.input, ...(isParameter && { Value: hidden }) }) as object;
    const events = this.byAccount.get(event.account) ?? [];
    this.byAccount.set(event.account, events);
    this.count += 1;
    events.push({ ...event, region, input, serial: this.count });
  }

  /** The events of an account, in every region. */
  of(account: string): readonly ManagementEvent[] {
    return this.byAccount.get(account) ?? [];
  }
}

/** Services whose one endpoint is in us-east-1, whatever region a client signs for. Source: AWS General Reference, service endpoints. */
const oneEndpoint: ReadonlySet<string> = new Set(['account', 'budgets', 'ce', 'iam', 'organizations']);

/**
 * Operations on what resources hold, which no event history shows. Sources: CloudTrail User Guide, "Logging data events"; S3 User Guide,
 * cloudtrail-logging-s3-info.
 */
const dataOperations: Readonly<Record<string, RegExp>> = {
  dynamodb: /Item|^(Query|Scan|(Batch)?ExecuteStatement|ExecuteTransaction)/,
  lambda: /^Invoke/,
  monitoring: /^(Get|Put)Metric(Data|Statistics)$/,
  s3: /Object(?!LockConfiguration)|MultipartUpload$|Part|^HeadBucket$/,
  sns: /^Publish/,
  sqs: /Message/,
};

const secret = /password|passphrase|secret|plaintext|privatekey|token$|samlassertion|apikeyvalue|zipfile/i;

/** Tokens that page or make a call idempotent, and what only names a secret. */
const known = /(next|client|request|page|pagination|continuation|idempotency)token$|(id|arn|name)$/i;
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** A long run records tens of thousands of calls, with documents and archives in them. */
const longest = 1000;

/** What was sent without what nobody may read later, in the words that CloudTrail has for it. */
function asRecorded(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return secret.test(name) && !known.test(name) ? hidden : beginning(value);
  if (Array.isArray(value)) return value.map((item) => asRecorded(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const isEnvironment = /^environment$/i.test(name);
  return Object.fromEntries(
    Object.entries(value).map(([member, item]) => [
      member,
      isEnvironment && /^variables$/i.test(member) ? hidden : asRecorded(item, member),
    ]),
  );
}

/** A copy: the slice itself would keep the whole text in memory. */
const beginning = (text: string): string =>
  text.length > longest ? structuredClone(`${text.slice(0, longest)}…`) : text;

const isDataEvent = ({ service, operation }: Pick<ManagementEvent, 'service' | 'operation'>): boolean =>
  dataOperations[service]?.test(operation) ?? false;
