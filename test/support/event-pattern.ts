type Values = Readonly<Record<string, unknown>>;

/**
 * Whether a pattern of EventBridge matches an event, for the operators that the landing zone uses.
 * Source: EventBridge User Guide, eb-create-pattern-operators.
 */
export const matches = (pattern: Values, event: Values): boolean =>
  Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return (wanted as readonly Values[]).some((one) => matches(one, event));
    const value = event[field];
    if (Array.isArray(wanted)) return wanted.some((one) => (Array.isArray(value) ? value : [value]).some(is(one)));
    // A pattern of what is inside a list matches where one of its members does.
    return (Array.isArray(value) ? value : [value]).some(
      (inside) => typeof inside === 'object' && inside !== null && matches(wanted as Values, inside as Values),
    );
  });

/** One of the alternatives of a field. */
const is =
  (wanted: unknown) =>
  (value: unknown): boolean => {
    if (typeof wanted !== 'object' || wanted === null) return wanted === value;
    const [[operator, operand] = []] = Object.entries(wanted);
    const text = typeof value === 'string' ? value : undefined;
    switch (operator) {
      case 'exists':
        return (value !== undefined) === operand;
      case 'prefix':
        return text?.startsWith(operand) ?? false;
      case 'suffix':
        return text?.endsWith(operand) ?? false;
      case 'wildcard':
        return text !== undefined && new RegExp(`^${operand.split('*').map(quoted).join('.*')}$`).test(text);
      case 'anything-but':
        return value !== undefined && ![operand].flat().some((one) => is(one)(value));
      case 'numeric':
        if (operand.length === 2 && operand[0] === '>=') return typeof value === 'number' && value >= operand[1];
        break;
    }
    throw new Error(`The tests do not know ${JSON.stringify(wanted)}`);
  };

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
