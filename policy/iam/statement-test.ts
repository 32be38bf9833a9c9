import { conditionTest } from './condition';
import type { Context } from './context';
import { actionsPattern, resourcePattern } from './patterns';
import type { Statement } from './statement';

/** What a statement looks at. */
export interface Subject {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** The elements that choose requests. A statement without a resource is about every one. */
export type Elements = Pick<Statement, 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition'>;

/**
 * Compiles a statement into the question whether a request is one that it speaks of.
 *
 * @throws Error that names an operator or a value that IAM does not take
 */
export function statementTest({
  Action,
  NotAction,
  Resource,
  NotResource,
  Condition = {},
}: Elements): (subject: Subject) => boolean {
  const actions = actionsPattern([Action ?? NotAction ?? []].flat());
  const resources = [Resource ?? NotResource ?? '*'].flat().map(resourcePattern);
  const condition = conditionTest(Condition);
  return ({ action, resource, context }) =>
    actions(action) === (Action !== undefined) &&
    resources.some((pattern) => pattern(resource, context)) === (NotResource === undefined) &&
    condition(context);
}
