import type {
  AlternateContact,
  AlternateContactType,
  ContactInformation,
  GetAlternateContactRequest,
  GetContactInformationRequest,
  PutAlternateContactRequest,
  PutContactInformationRequest,
} from '@aws-sdk/client-account';
import { type Call, required } from '../../toolkit/call';
import { AwsError } from '../../toolkit/errors';
import type { Route } from '../../toolkit/service';
import { Store } from '../../toolkit/store';

/** Contacts of every account: alternate ones by account and type, and the primary one by account. */
export class Contacts {
  readonly alternates = new Store<AlternateContact>();
  readonly primaries = new Store<ContactInformation>();
}

/** Who the call is about: the caller, or the account that it names and may name. */
export type AccountOf = (call: Call<{ readonly AccountId?: string | undefined }>) => string;

/** Alternate contacts and contact information. Source: botocore's model account/2021-02-01. */
export const contactRoutes = ({ alternates, primaries }: Contacts, accountOf: AccountOf): readonly Route[] => [
  post('PutAlternateContact', (call: Call<Partial<PutAlternateContactRequest>>) => {
    const { AlternateContactType: type, ...contact } = alternateContact(call.input);
    alternates.set({ AlternateContactType: type, ...contact }, accountOf(call), type);
    return {};
  }),
  post('GetAlternateContact', (call: Call<Partial<GetAlternateContactRequest>>) => {
    const type = contactType(call.input.AlternateContactType);
    const AlternateContact = alternates.get(accountOf(call), type);
    if (!AlternateContact) throw notFound();
    return { AlternateContact };
  }),
  post('DeleteAlternateContact', (call: Call<Partial<GetAlternateContactRequest>>) => {
    if (!alternates.delete(accountOf(call), contactType(call.input.AlternateContactType))) throw notFound();
    return {};
  }),
  post('PutContactInformation', (call: Call<Partial<PutContactInformationRequest>>) => {
    const { ContactInformation: information } = required(call.input, 'ContactInformation');
    primaries.set(information, accountOf(call));
    return {};
  }),
  post('GetContactInformation', (call: Call<GetContactInformationRequest>) => {
    const ContactInformation = primaries.get(accountOf(call));
    if (!ContactInformation) throw notFound();
    return { ContactInformation };
  }),
];

const post = (operation: string, handle: Route['handle']): Route => ({
  method: 'POST',
  path: `/${operation[0]?.toLowerCase()}${operation.slice(1)}`,
  operation,
  handle,
});

/** The members of a contact, each as the model has it. */
function alternateContact(input: Partial<PutAlternateContactRequest>) {
  const { Name, Title, EmailAddress, PhoneNumber, AlternateContactType } = required(
    input,
    'Name',
    'Title',
    'EmailAddress',
    'PhoneNumber',
    'AlternateContactType',
  );
  check('name', Name, /^.{1,64}$/s);
  check('title', Title, /^.{1,50}$/s);
  check('emailAddress', EmailAddress, /^(?=.{1,254}$)\s*[\w+=.#|!&-]+@[\w.-]+\.\w+\s*$/);
  check('phoneNumber', PhoneNumber, /^[\s0-9()+-]{1,25}$/);
  return { Name, Title, EmailAddress, PhoneNumber, AlternateContactType: contactType(AlternateContactType) };
}

function contactType(type: AlternateContactType | undefined): AlternateContactType {
  if (type === 'BILLING' || type === 'OPERATIONS' || type === 'SECURITY') return type;
  throw new AwsError('ValidationException', `'${type}' is not a type of alternate contacts.`);
}

function check(member: string, value: string, pattern: RegExp): void {
  if (!pattern.test(value))
    throw new AwsError('ValidationException', `Value at '${member}' failed to satisfy its constraint.`);
}

const notFound = (): AwsError => new AwsError('ResourceNotFoundException', 'No contact of this type was found.', 404);
