import { Construct, type IConstruct } from 'constructs';

/**
 * A piece of a stack: several resources that keep one promise. It groups code and never names anything: the resources in it have the
 * addresses that they would have directly in the stack, so grouping them otherwise moves nothing in Terraform's state.
 */
export abstract class Part extends Construct {}

/** The scopes of a construct without the parts among them. */
export const outsideParts = (scopes: readonly IConstruct[]): IConstruct[] =>
  scopes.filter((scope) => !(scope instanceof Part));
