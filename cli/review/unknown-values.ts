import { kinds } from '../../review/kinds';
import type { Body } from '../../review/stack-json';
import { ownValue } from '../../schema/facts/own-value';

/** Of an attribute: what it refers to; of a block, or a list of them: the same of each attribute. */
export type Expressions = Readonly<Record<string, unknown>>;

/** What a resource is given, and what it had that a review judges: a value to come is no less doubtful where AWS decides it. */
export const expressionsOf = (type: string, before: Body, given: Expressions = {}): Expressions => {
  const judged = Object.keys(ownValue(kinds, type)?.attributes ?? {}).filter((name) => before[name]);
  return { ...Object.fromEntries(judged.map((name) => [name, {}])), ...given };
};

/**
 * Values of which some are not known before they are applied: what AWS gives is no difference; what the stack refers to is named in place
 * of a value to come, so that it is compared with the value that is there.
 */
export function settle(values: Body, unknown: Body, expressions: unknown, which: 'before' | 'after'): Body {
  const settled: Record<string, unknown> = { ...values };
  for (const [key, is] of Object.entries(unknown)) {
    const expression = partOf(expressions, key);
    if (is === true && expression === undefined) delete settled[key];
    else if (is === true && which === 'after') settled[key] = `\${${referenceOf(expression)}}`;
    else if (Array.isArray(is) && Array.isArray(values[key])) {
      const blocks: readonly unknown[] = values[key];
      settled[key] = blocks.map((block, index) => settleBlock(block, is[index], blockOf(expression, index), which));
    } else if (isBody(is)) settled[key] = settleBlock(values[key], is, expression, which);
  }
  return settled;
}

const settleBlock = (block: unknown, unknown: unknown, expression: unknown, which: 'before' | 'after'): unknown =>
  isBody(block) && isBody(unknown) ? settle(block, unknown, expression, which) : block;

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The expression of one attribute; that of a whole map stands for each of its values. */
const partOf = (expressions: unknown, key: string): unknown =>
  isBody(expressions)
    ? (expressions[key] ?? (Array.isArray(expressions.references) ? expressions : undefined))
    : undefined;

const blockOf = (expression: unknown, index: number): unknown =>
  Array.isArray(expression) ? expression[index] : expression;

const referenceOf = (expression: unknown): string => {
  const references = isBody(expression) ? expression.references : undefined;
  return Array.isArray(references) && references.length > 0 ? String(references[0]) : 'not_known_before_it_is_applied';
};
