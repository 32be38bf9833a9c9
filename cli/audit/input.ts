import type { AuditQuery } from '../../schema/forms/audit-query';
import type { Account, LandingZone } from '../../schema/landing-zone';
import { type Problem, useOneOf } from '../../schema/problems/problem';
import { optionProblem, refuse } from '../problems';
import { type Format, formats } from './output';
import { daysBetween } from './parameters';

/** The options as they were written. */
export interface Options {
  readonly query?: string;
  readonly since?: string;
  readonly until: string;
  readonly account?: string;
  readonly format: string;
  readonly role?: string;
}

/** A question that makes sense. */
export interface AuditQuestion {
  readonly query: AuditQuery;
  readonly since: string;
  readonly until: string;
  readonly account: Account | undefined;
  readonly format: Format;
  readonly role: string | undefined;
}

interface Known {
  readonly zone: LandingZone;
  readonly queries: readonly AuditQuery[];
  readonly today: string;
}

/**
 * The question that the options put.
 *
 * @throws Error with every problem of them
 */
export function questionOf(known: Known, options: Options): AuditQuestion {
  const { zone, queries } = known;
  const query = queries.find(({ name }) => name === options.query);
  const account = zone.accounts.find(({ name }) => name === options.account);
  const format = formats.find((each) => each === options.format);
  const problems = [
    ...(query
      ? []
      : [
          unknown(
            'query',
            options.query,
            queries.map(({ name }) => name),
            'must be an audit query',
          ),
        ]),
    ...periodProblems(known, options),
    ...accountProblems(zone, options.account, account),
    ...(format ? [] : [unknown('format', options.format, formats, 'must be a format')]),
    ...roleProblems(options.role),
  ];
  refuse(problems);
  if (!query || !format) throw new Error('no query or no format was read, and nothing was wrong with it');
  return { query, since: options.since ?? '', until: options.until, account, format, role: options.role };
}

const unknown = (option: string, value: unknown, known: readonly string[], rule: string): Problem =>
  optionProblem(option, value, rule, useOneOf(value, known));

function periodProblems({ zone, today }: Known, { since, until }: Options): Problem[] {
  const wrong = Object.entries({ since, until }).flatMap(([option, day]) =>
    isDay(day) ? [] : [optionProblem(option, day, 'must be a day', "write it like '2026-01-31'")],
  );
  if (wrong.length > 0 || since === undefined) return wrong;
  const first = zone.audit.since;
  return [
    ...(daysBetween(first, since) < 0
      ? [
          optionProblem(
            'since',
            since,
            `trails can be asked from ${first} on`,
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

const isDay = (text: string | undefined): boolean =>
  text !== undefined &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

function accountProblems(zone: LandingZone, written: string | undefined, found: Account | undefined): Problem[] {
  const inside = zone.accounts.filter(({ origin }) => origin !== 'external').map(({ name }) => name);
  if (written === undefined || (found && inside.includes(found.name))) return [];
  return found
    ? [
        optionProblem(
          'account',
          written,
          'is outside the organization and writes to no trail of it',
          useOneOf(undefined, inside),
        ),
      ]
    : [unknown('account', written, inside, 'must be an account')];
}

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
