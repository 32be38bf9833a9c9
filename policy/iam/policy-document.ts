import { isRecord, textsOf } from './json';
import type { Principal } from './principal';
import { isSpared, type Naming, principalNames } from './principal-element';
import type { Statement } from './statement';
import { type Elements, type Subject, statementTest } from './statement-test';

/** A policy document as AWS stores it, once its text is parsed. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: DocumentStatement | readonly DocumentStatement[];
}

type PrincipalElement = '*' | NonNullable<Statement['Principal']>;

type DocumentStatement = Omit<Statement, 'Sid' | 'Principal'> & {
  readonly Sid?: string;
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
};

/** What a policy is attached to decides what it may contain. */
export type DocumentKind = 'identity' | 'rcp' | 'resource' | 'trust';

/** A request as statements look at it. */
export interface Asked extends Subject {
  readonly principal: Principal;
  /** Whether a permissions boundary is set for the principal. */
  readonly bounded: boolean;
}

/** A statement that can be asked about requests. */
export interface ReadStatement {
  readonly effect: Statement['Effect'];
  /** The Sid, or the place in the document. */
  readonly name: string;
  readonly speaksOf: (subject: Asked) => boolean;
  /** By what it names a principal; none where it has no `Principal`. */
  readonly names: (principal: Principal) => ReadonlySet<Naming>;
}

/**
 * Reads a policy document by IAM's grammar (IAM User Guide, "Grammar of the IAM JSON policy language").
 *
 * @throws Error that says what cannot be read
 */
export function readPolicy(document: string | PolicyDocument, kind: DocumentKind): readonly ReadStatement[] {
  const policy: unknown = typeof document === 'string' ? JSON.parse(document) : document;
  if (!isRecord(policy)) throw new Error('a policy must be an object');
  refuseOthers(policy, ['Version', 'Id', 'Statement'], 'a policy');
  const { Version: version = '2008-10-17', Statement: statements } = policy;
  if (version !== '2012-10-17' && version !== '2008-10-17') throw new Error(`Version '${version}' is not known`);
  if (statements === undefined) throw new Error('a policy must have a Statement');
  return [statements].flat().map((statement, index) => {
    const name = isRecord(statement) && typeof statement.Sid === 'string' ? statement.Sid : `Statement[${index}]`;
    try {
      return readStatement(statement, name, kind, version === '2012-10-17');
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`);
    }
  });
}

const elements = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
const principals = ['Principal', 'NotPrincipal'];

function readStatement(statement: unknown, name: string, kind: DocumentKind, variables: boolean): ReadStatement {
  if (!isRecord(statement)) throw new Error('a statement must be an object');
  refuseOthers(statement, kind === 'identity' ? elements : [...elements, ...principals], 'this statement');
  const { Effect: effect, Sid: sid = '' } = statement;
  if (typeof sid !== 'string') throw new Error('Sid must be text');
  if (effect !== 'Allow' && effect !== 'Deny') throw new Error('Effect must be Allow or Deny');
  const test = statementTest(elementsOf(statement, kind, variables));
  const element = oneOf(statement, 'Principal', kind !== 'identity');
  if (kind === 'rcp' && statement.Principal !== '*') throw new Error('Principal must be "*"');
  if (element === 'NotPrincipal') {
    if (effect === 'Allow' || kind !== 'resource') throw new Error('NotPrincipal must not stand here');
    const names = principalNames(statement.NotPrincipal);
    const speaksOf = (asked: Asked) => !isSpared(asked.principal, names(asked.principal), asked.bounded) && test(asked);
    return { effect, name, speaksOf, names: () => new Set() };
  }
  if (element === undefined) return { effect, name, speaksOf: test, names: () => new Set() };
  const names = principalNames(statement.Principal);
  const speaksOf = (asked: Asked) => names(asked.principal).size > 0 && test(asked);
  return { effect, name, speaksOf, names };
}

/** The elements that choose requests, with everything in them checked. */
function elementsOf(statement: Readonly<Record<string, unknown>>, kind: DocumentKind, variables: boolean): Elements {
  const action = oneOf(statement, 'Action', true) as 'Action' | 'NotAction';
  const resource = oneOf(statement, 'Resource', kind === 'identity' || kind === 'rcp');
  if (resource && kind === 'trust') throw new Error(`${resource} must not stand in a trust policy`);
  // Before the version of 2012 a variable is text like any other ("Using variables in policies").
  const literal = (text: string) => (variables ? text : text.replaceAll('$', () => '$' + '{$}'));
  const actions = textsOf(statement[action], action);
  const unknown = actions.find((each) => !/^(\*|[^:]+:[^:]+)$/.test(each));
  if (unknown !== undefined) throw new Error(`${action} does not take '${unknown}'`);
  return {
    [action]: actions,
    ...(resource && { [resource]: textsOf(statement[resource], resource).map(isResource).map(literal) }),
    Condition: conditionOf(statement.Condition ?? {}, literal),
  };
}

function isResource(text: string): string {
  if (text !== '*' && !/^(arn:|execute-api:\/)/.test(text)) throw new Error(`'${text}' must be an ARN or '*'`);
  return text;
}

function conditionOf(condition: unknown, literal: (text: string) => string): NonNullable<Elements['Condition']> {
  const within = (value: unknown) => {
    if (!isRecord(value)) throw new Error('Condition must hold operators with their keys');
    return Object.entries(value);
  };
  return Object.fromEntries(
    within(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(within(keys).map(([key, values]) => [key, [values].flat().map(scalar).map(literal)])),
    ]),
  );
}

/** Numbers and truth values may stand without quotes. */
function scalar(value: unknown): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw new Error('Condition takes text as values');
  return String(value);
}

/** Which of an element and its negation the statement has. Both is one too many. */
function oneOf(statement: Readonly<Record<string, unknown>>, name: string, required: boolean): string | undefined {
  const found = [name, `Not${name}`].filter((each) => statement[each] !== undefined);
  if (found.length > 1) throw new Error(`${name} and Not${name} must not stand together`);
  if (found.length === 0 && required) throw new Error(`${name} or Not${name} must be given`);
  return found[0];
}

function refuseOthers(value: Readonly<Record<string, unknown>>, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((each) => !known.includes(each));
  if (unknown !== undefined) throw new Error(`${where} must not have ${unknown}`);
}
