/** What every room may use to write and read text. */
export { digestOf } from './digest';
export { kebabName, oneLine, oneLineRule, taggable, tagRule } from './forms';
export { capitalized, kebabCase, pascalCase, shortened, slugOf } from './spelling';
export { wildcardTest } from './wildcard';
