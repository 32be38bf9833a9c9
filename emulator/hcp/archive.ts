/** One place for bytes that has an address of its own. */
export interface StoredObject {
  readonly id: string;
  /** Undefined until somebody has uploaded it. */
  bytes: Buffer | undefined;
  /** Called with what was uploaded, before it is kept. @default it cannot be written */
  readonly onUpload?: (bytes: Buffer) => void;
}

/**
 * Configurations, states and logs. Their addresses are secrets and need no token: "archivist.terraform.io/v1/object/<UNIQUE OBJECT ID>"
 * (API docs, "Configuration Versions").
 */
export class Archive {
  private readonly objects = new Map<string, StoredObject>();

  constructor(private readonly newId: (length: number) => string) {}

  /** A place that is filled by one upload. */
  awaitUpload(onUpload: (bytes: Buffer) => void): StoredObject {
    return this.add({ id: this.newId(32), bytes: undefined, onUpload });
  }

  store(bytes: Buffer): StoredObject {
    return this.add({ id: this.newId(32), bytes });
  }

  tryFind(id: string): StoredObject | undefined {
    return this.objects.get(id);
  }

  private add(object: StoredObject): StoredObject {
    this.objects.set(object.id, object);
    return object;
  }
}
