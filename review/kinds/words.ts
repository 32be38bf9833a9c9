import { among, harmless, unsure } from '../direction';
import { type Kind, neither, opens, protects } from '../kind';
import type { Body } from '../stack-json';

/** Attributes that mean the same in every type. */
export const name = harmless('a name');
export const description = harmless('words for people');

/** Refers to what the resource belongs to. Where that has only moved, nothing differs; where it is another thing, nobody can tell. */
export const reference = unsure('what it belongs to or acts as');

export const administrator = unsure('who administers the service');

/** @param absent what no value stands for, as the provider documents it */
export const often = (absent?: string) =>
  among(
    'how soon it is delivered',
    [
      ['TwentyFour_Hours'],
      ['Twelve_Hours'],
      ['SIX_HOURS', 'Six_Hours'],
      ['Three_Hours'],
      ['ONE_HOUR', 'One_Hour'],
      ['FIFTEEN_MINUTES'],
    ],
    absent,
  );

/** An account as the administrator of a service sees it. */
export const member: Kind = {
  presence: protects('the administrator watches over the account'),
  attributes: {
    account_id: reference,
    detector_id: reference,
    email: harmless('the address of the account, which AWS reads once'),
    disable_email_notification: harmless('whether a mail tells of it'),
    invite: harmless('whether the account is asked first'),
    invitation_message: harmless('words for people'),
    invitation_disable_email_notification: harmless('whether a mail tells of it'),
  },
};

export const money = harmless('what money is spent is no question of security');

/** A filter that archives what it finds hides it; another one only gives it a name. */
export const findingsFilter = ({ action }: Body) =>
  action === 'ARCHIVE' ? opens('findings that nobody sees') : neither('a view of findings');
