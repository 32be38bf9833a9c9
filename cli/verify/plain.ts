export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Whether a value is a text that holds a document of JSON. */
export const isDocument = (value: unknown): value is string =>
  typeof value === 'string' && tryOpen(value) !== undefined;

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Whether a value says nothing. In a document everything that is there says something. */
export function isEmpty(value: unknown, document: boolean): boolean {
  if (value === undefined) return true;
  if (document) return false;
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.every((each) => isEmpty(each, document));
  return isFields(value) && Object.values(value).every((each) => isEmpty(each, document));
}

/**
 * A value as it is compared: what is empty is nothing but in a document, a list of one is what it holds unless that is a list, numbers are as
 * they are written, documents of JSON are what they say, and an account as a principal is its id (IAM User Guide, "AWS JSON policy elements: Principal").
 * Fields stay as they are.
 */
export function plain(value: unknown, document: boolean): unknown {
  if (value === undefined || ((value === null || value === '') && !document)) return undefined;
  if (value === null || isFields(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') {
    const opened = tryOpen(value);
    return opened === undefined ? value.replace(/^arn:aws:iam::(\d{12}):root$/, '$1') : plain(opened, true);
  }
  if (!Array.isArray(value)) return String(value);
  const items = value.filter((each) => !isEmpty(each, document));
  // In a document a list with nothing in it is as an object with nothing in it, and not as nothing.
  if (items.length === 0) return document ? {} : undefined;
  return items.length === 1 && !Array.isArray(items[0]) ? plain(items[0], document) : items;
}

function tryOpen(text: string): unknown {
  try {
    return /^\s*[{[]/.test(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
