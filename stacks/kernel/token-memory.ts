interface TokenMap {
  readonly stringTokenMap: Map<unknown, unknown>;
  readonly numberTokenMap: Map<unknown, unknown>;
}

/**
 * Makes CDKTF forget every token, and with them the stacks that they belong to: it keeps each for the life of the process. A token
 * that is used afterwards is refused, since its number is not given again.
 */
export function forgetTokens(): void {
  const module = require('cdktf/lib/tokens/private/token-map') as { TokenMap: { instance(): TokenMap } };
  const { stringTokenMap, numberTokenMap } = module.TokenMap.instance();
  stringTokenMap.clear();
  numberTokenMap.clear();
}
