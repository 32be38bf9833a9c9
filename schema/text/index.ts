/** What every room may use to write and read text. */
export { withoutByteOrderMark } from './byte-order-mark';
export { digestOf } from './digest';
export { capitalized, kebabCase, pascalCase, shortened, slugOf } from './spelling';
export { matchesWildcard, wildcardTest } from './wildcard';
