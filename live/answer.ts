/** What AWS answers when it is asked for a thing: the thing, that there is none, or neither. */
export type Answer<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string };

/** The answer of a reader: what it returns is found, nothing is absent, and so is what AWS says it does not have. */
export async function answerOf<T>(read: () => Promise<T | undefined>): Promise<Answer<T>> {
  try {
    const value = await read();
    return value === undefined ? { state: 'absent' } : { state: 'found', value };
  } catch (error) {
    return isAbsence(error) ? { state: 'absent' } : { state: 'unknown', reason: reasonOf(error) };
  }
}

/** A reader's value, or undefined where AWS says that there is none; any other refusal is thrown. */
export async function orAbsent<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/**
 * Whether an error says that there is no such thing. Services name it differently, and some say only in words that they are switched
 * off (Macie and Security Hub answer AccessDenied and InvalidAccess then), or that they do not have it (GuardDuty answers BadRequest,
 * SageMaker ValidationException). Source: the errors of each operation in AWS's service models; for words the AWS provider of Terraform
 * (`guardduty/filter.go`, `sagemaker/find.go`).
 */
function isAbsence(error: unknown): boolean {
  const { name = '', message = '' } = error as Partial<Error>;
  if (/^(NoSuch|.*NotFound|.*DoesNotExist|.*NonExistent|EntityNotFound|.*NotInUse)/.test(name)) return true;
  if (/^(AccessDenied|InvalidAccess)/.test(name))
    return /macie is not enabled|not subscribed to aws security hub/i.test(message);
  if (/^BadRequest/.test(name)) return /no such resource found/.test(message);
  return /^(ValidationE|InvalidRequest)/.test(name) && /(does|do) not exist|not found|^cannot find/i.test(message);
}

/** Why AWS did not answer, in one line. */
export function reasonOf(error: unknown): string {
  const { name = 'Error', message = String(error) } = error as Partial<Error>;
  return `${name}: ${message.split('\n', 1)[0]}`;
}
