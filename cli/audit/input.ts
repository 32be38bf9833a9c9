import { ownValue } from '../../schema/facts/own-value';
import { closedIds, keepAskable } from '../../schema/forms/audit';
import type { AuditQuery } from '../../schema/forms/audit-query';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import type { AskedAccount } from './account';
import { sampleDays } from './files/sample';
import type { TrailFile } from './files/trail-files';
import { filesAsked } from './files-asked';
import type { Options } from './options';
import { daysBetween } from './parameters';

/** A question that makes sense. */
export interface AuditQuestion {
  readonly query: AuditQuery;
  readonly since: string;
  readonly until: string;
  readonly account: AskedAccount | undefined;
  readonly role: string | undefined;
  /** @default - Athena is asked */
  readonly files: readonly TrailFile[] | undefined;
}

interface Known {
  readonly zone: LandingZone;
  readonly queries: readonly AuditQuery[];
  readonly today: string;
}

/** The question that the options put, and every problem of them. */
export function questionOf(
  known: Known,
  options: Options,
): { readonly problems: readonly Problem[]; readonly question: AuditQuestion | undefined } {
  const { zone, queries, today } = known;
  const { role } = options;
  const { files, problems: fileProblems } = filesAsked(options);
  const ofFiles = files !== undefined;
  const fallback = options.sample ? sampleDays : { since: undefined, until: today };
  const since = options.since ?? fallback.since;
  const until = options.until ?? fallback.until;
  const query = queries.find(({ name }) => name === options.query);
  const account = tryAccount(zone, options.account, ofFiles);
  const queryNames = queries.map(({ name }) => name);
  const problems = [
    ...(query ? [] : [unknown('query', options.query, queryNames, 'must be an audit query')]),
    ...periodProblems(known, since, until, ofFiles),
    ...(account ? [] : accountProblems(zone, options.account)),
    ...(ofFiles && account && account.id === undefined ? [unknownId(account)] : []),
    ...fileProblems,
    ...roleProblems(role),
  ];
  return { problems, question: query && since ? { query, since, until, account, role, files } : undefined };
}

const unknown = (option: string, value: unknown, known: readonly string[], rule: string): Problem =>
  optionProblem(option, value, rule, useOneOf(value, known));

function periodProblems({ zone, today }: Known, since: string | undefined, until: string, ofFiles: boolean): Problem[] {
  if (since === undefined)
    return [optionProblem('since', since, 'a question has a first day', "write it like '2026-01-31'")];
  const first = zone.audit.since;
  return [
    ...(!ofFiles && daysBetween(first, since) < 0
      ? [
          optionProblem(
            'since',
            since,
            `trails can be queried from ${first} on`,
            'ask later, or set audit.since to an earlier day',
          ),
        ]
      : []),
    ...(daysBetween(since, until) < 0
      ? [optionProblem('until', until, `is before ${since}`, 'swap the two days')]
      : []),
    ...(daysBetween(since, today) < 0
      ? [optionProblem('since', since, `today is ${today}`, 'ask about the past')]
      : []),
  ];
}

const inside = ({ accounts }: LandingZone) => accounts.filter(({ origin }) => origin !== 'external');

/** An account of the organization by its name, one that was closed among them; of files, any by its id. */
function tryAccount(zone: LandingZone, name: string | undefined, ofFiles: boolean): AskedAccount | undefined {
  if (name === undefined) return undefined;
  if (ofFiles && /^\d{12}$/.test(name)) return { name, key: name, id: name, file: settingsFile };
  const id = ownValue(closedIds(zone.audit.closedAccounts), name);
  return id === undefined
    ? inside(zone).find((account) => account.name === name)
    : { name, key: name, id, file: settingsFile };
}

function accountProblems(zone: LandingZone, written: string | undefined): Problem[] {
  if (written === undefined) return [];
  const known = [...inside(zone).map(({ name }) => name), ...Object.keys(closedIds(zone.audit.closedAccounts))];
  if (zone.accounts.some(({ name }) => name === written))
    return [
      optionProblem(
        'account',
        written,
        'is outside the organization and writes to no trail of it',
        useOneOf(undefined, known),
      ),
    ];
  const closed = ownValue(zone.ledger.accounts, written)?.state === 'closed';
  return [
    closed
      ? optionProblem(
          'account',
          written,
          'is closed, and the tables know the id of no closed account',
          keepAskable(written),
        )
      : unknown('account', written, known, 'must be an account'),
  ];
}

const unknownId = ({ name }: AskedAccount): Problem =>
  optionProblem(
    'account',
    name,
    'has an id that AWS gave it and no file here knows',
    'write the twelve digits: they are a folder of the trail',
  );

const roleProblems = (role: string | undefined): Problem[] =>
  role === undefined || /^arn:aws:iam::\d{12}:role\/.+$/.test(role)
    ? []
    : [
        optionProblem(
          'role',
          role,
          'must be the ARN of a role',
          "write it like 'arn:aws:iam::111122223333:role/acme-ai-audit'",
        ),
      ];
