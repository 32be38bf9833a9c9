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
  /** What was sent, without secrets. */
  readonly input: object;
  /** Of a refusal. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** Every management event since the start, oldest first. */
export class EventRecord {
  private readonly events: ManagementEvent[] = [];

  add(event: Omit<ManagementEvent, 'serial'>): void {
    if (isDataEvent(event)) return;
    const region = oneEndpoint.has(event.service) ? 'us-east-1' : event.region;
    const isParameter = event.operation === 'PutParameter';
    const input = withoutSecrets({ ...event.input, ...(isParameter && { Value: hidden }) }) as object;
    this.events.push({ ...event, region, input, serial: this.events.length + 1 });
  }

  /** The events of an account, in every region. */
  of(account: string): readonly ManagementEvent[] {
    return this.events.filter((event) => event.account === account);
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

const secret = /^((new|old)?password|secret(string|binary)|zipfile)$/i;
const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** What was sent without what nobody may read later, in the words that CloudTrail has for it. */
const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      secret.test(name) && typeof item === 'string' ? hidden : withoutSecrets(item),
    ]),
  );
};

const isDataEvent = ({ service, operation }: Pick<ManagementEvent, 'service' | 'operation'>): boolean =>
  dataOperations[service]?.test(operation) ?? false;
