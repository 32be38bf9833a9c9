import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A reference to a shape, with how it travels. */
export interface ShapeRef {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header' | 'headers' | 'statusCode';
  readonly locationName?: string;
  readonly timestampFormat?: string;
  /** Of a list whose items stand beside the other members. */
  readonly flattened?: boolean;
  /** Of an answer: the element that it is in. */
  readonly resultWrapper?: string;
}

/** A shape of a service model, as botocore writes it. */
export interface ModelShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, ShapeRef>>;
  readonly required?: readonly string[];
  readonly member?: ShapeRef;
  readonly flattened?: boolean;
  readonly key?: ShapeRef;
  readonly value?: ShapeRef;
  readonly enum?: readonly string[];
  readonly max?: number;
  readonly timestampFormat?: string;
  readonly document?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number };
}

interface ModelOperation {
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input?: ShapeRef;
  readonly output?: ShapeRef;
  readonly errors?: readonly ShapeRef[];
}

/** AWS's own description of a service: its operations and what they take, answer and refuse with. */
export interface ServiceModel {
  readonly metadata: {
    readonly apiVersion: string;
    readonly endpointPrefix: string;
    /** The name that signs its requests. @default endpointPrefix */
    readonly signingName?: string;
    readonly protocol: 'json' | 'rest-json' | 'query' | 'rest-xml' | 'ec2' | 'smithy-rpc-v2-cbor';
    /** What stands before the operation in the header X-Amz-Target. */
    readonly targetPrefix?: string;
  };
  readonly operations: Readonly<Record<string, ModelOperation>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

/** Botocore calls a service by another name than its signature does. */
const folders: Readonly<Record<string, string>> = {
  'access-analyzer': 'accessanalyzer',
  servicequotas: 'service-quotas',
};

/**
 * The service models that the AWS CLI and boto3 carry, by the name that signs a service's requests; undefined where this machine has no
 * botocore.
 */
function tryServiceModels(): ((service: string) => ServiceModel) | undefined {
  const asked = spawnSync('python3', ['-c', 'import botocore; print(botocore.__path__[0])'], { encoding: 'utf8' });
  const data = join(asked.stdout?.trim() ?? '', 'data');
  if (asked.status !== 0 || !existsSync(data)) return undefined;
  const read = new Map<string, ServiceModel>();
  return (service) => {
    const model = read.get(service) ?? readModel(join(data, folders[service] ?? service));
    read.set(service, model);
    return model;
  };
}

/** The newest version of a service's model; botocore packs them since 1.32. */
function readModel(folder: string): ServiceModel {
  const version = readdirSync(folder).sort().at(-1) ?? '';
  const file = join(folder, version, 'service-2.json');
  const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  return JSON.parse(text.toString()) as ServiceModel;
}

const models = tryServiceModels();
if (!models) process.stderr.write('skipped: service models: python3 has no botocore (pip install botocore)\n');

/** A suite that holds something against AWS's own models; where they are missing it is skipped. */
export const describeWitnessed = models ? describe : describe.skip;

/** @throws Error where this machine has no models */
export function modelOf(service: string): ServiceModel {
  if (!models) throw new Error('the suite is skipped without models');
  return models(service);
}
