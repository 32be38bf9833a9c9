/**
 * A policy as IAM answers it. moto keeps an inline policy that a template of CloudFormation wrote as an object, and answers it as Python
 * writes one: with single quotes.
 */
export const asJson = (document: string): string =>
  document.startsWith("{'") ? document.replaceAll("'", '"') : document;
