import { addressFields, isSecretField, personFields, promptFields, secretPatterns } from './secret-patterns';

/** What was taken out, by kind. */
export type Redactions = Readonly<Record<string, number>>;

/**
 * Takes out of everything that goes into a bundle what an auditor must not get: secrets, prompts and answers, and who a person is. People
 * and addresses become numbers, the same throughout one bundle, so that what one of them did can still be seen. ARNs stay, but for the
 * name of a session or a user at their end.
 */
export class Redactor {
  private readonly numbers = new Map<string, number>();
  private readonly counts = new Map<string, number>();

  get redactions(): Redactions {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** A value as it is written into JSON, redacted. */
  value<T>(value: T): T {
    // What is redacted keeps its form, text stays text.
    return this.anything(value, '') as T;
  }

  text(text: string): string {
    let redacted = text;
    for (const { kind, pattern, replacement } of secretPatterns)
      redacted = redacted.replace(pattern, (whole: string) => {
        this.count(kind);
        return whole.replace(new RegExp(pattern.source, pattern.flags.replace('g', '')), replacement);
      });
    redacted = redacted.replace(sessions, (_, arn: string, name: string) => `${arn}${this.person(name)}`);
    // In a long text without any, the pattern would be tried from each letter to the end of its word.
    return redacted.includes('@') ? redacted.replace(mailAddresses, (address) => this.person(address)) : redacted;
  }

  private anything(value: unknown, field: string): unknown {
    if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value;
    if (value instanceof Date) return value.toISOString();
    if (isSecretField(field)) return this.taken('secret');
    if (promptFields.has(field)) return this.taken('prompt or answer');
    if (typeof value === 'string') return this.string(value, field);
    if (Array.isArray(value)) return value.map((each) => this.anything(each, field));
    if (typeof value !== 'object') return this.text(String(value));
    if (value instanceof Uint8Array) return this.taken('binary');
    return this.object(value);
  }

  private object(value: object): object {
    const fields = Object.entries(value).map(([name, each]) => ({ name, field: plain(name), each: each as unknown }));
    // Contacts of an account: whom their number is of.
    const isContact = fields.some(({ field }) => field === 'phonenumber');
    return Object.fromEntries(
      fields.map(({ name, field, each }) => {
        const isPerson = isContact && contactFields.has(field) && typeof each === 'string';
        return [this.text(name), isPerson ? this.person(each) : this.anything(each, field)];
      }),
    );
  }

  private string(text: string, field: string): string {
    if (addressFields.has(field))
      return this.text(text.replace(addresses, (address) => this.number('address', address)));
    if (personFields.has(field) && isName(text)) return this.person(text);
    const inner = tryJson(text);
    if (inner === undefined) return this.text(text);
    // A document in a text stays as it was written where nothing is to be taken out.
    const before = JSON.stringify(inner);
    const after = JSON.stringify(this.anything(inner, ''));
    return before === after ? text : after;
  }

  private person = (name: string): string => this.number('person', name.toLowerCase());

  private number(kind: 'person' | 'address', what: string): string {
    this.count(kind);
    const key = `${kind} ${what}`;
    const known = this.numbers.get(key) ?? [...this.numbers.keys()].filter((each) => each.startsWith(kind)).length + 1;
    this.numbers.set(key, known);
    return `<${kind} ${known}>`;
  }

  private taken(kind: string): string {
    this.count(kind);
    return `<redacted: ${kind}>`;
  }

  private count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
}

/** Whether a text is a name and nothing else: services call too, and ARNs, addresses and ids of roles have their own patterns. */
const isName = (text: string): boolean =>
  text.trim() !== '' &&
  !/^(?:arn:|[[{<]|(?:AROA|AIDA)\w+(?::|$)|\d{12}$|\*$|(?:root|AWS Internal)$)|[\w-]\.amazonaws\.com$|@/i.test(
    text.trim(),
  );

const contactFields: ReadonlySet<string> = new Set(['name', 'fullname', 'title', 'phonenumber', 'addressline1']);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[_\-\s]/g, '');

const mailAddresses = /[A-Z0-9][A-Z0-9._%+'-]*@[A-Z0-9](?:[A-Z0-9-]*\.)+[A-Z]{2,}/gi;

/** Names of sessions are what somebody logged in as, and those of users often a person's. */
const sessions =
  /(\barn:aws[\w-]*:(?:sts::\d{12}:(?:assumed-role\/[^/\s"']+|federated-user)|iam::\d{12}:user)\/|\b(?:AROA|AIDA)[A-Z0-9]{16,17}:)(?!<)([^\s"',*}\]]+)/g;

/** IPv4, and IPv6 of two groups or more. */
const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;

function tryJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
