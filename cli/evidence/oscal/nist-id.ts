/** What the catalog of NIST SP 800-53 Rev. 5 in OSCAL calls a requirement: a control, and an item of its statement where one is named. */
export interface NistId {
  readonly control: string;
  readonly statement?: string;
}

/**
 * `AC-3(7)` is `ac-3.7`, and `CP-9d` the item `cp-9_smt.d` of `cp-9`. Source: usnistgov/oscal-content, NIST_SP-800-53_rev5_catalog.json.
 *
 * @throws Error where it is no requirement of NIST SP 800-53
 */
export function nistIdOf(requirement: string): NistId {
  const [, control, item, enhancement, itemOfEnhancement] =
    /^([A-Z]{2}-\d{1,2})([a-z])?(?:\((\d{1,2})\))?([a-z])?$/.exec(requirement) ?? [];
  if (control === undefined) throw new Error(`${requirement} is no requirement of NIST SP 800-53, such as AC-3(7)`);
  const id = `${control.toLowerCase()}${enhancement === undefined ? '' : `.${enhancement}`}`;
  const letter = enhancement === undefined ? item : itemOfEnhancement;
  return { control: id, ...(letter !== undefined && { statement: `${id}_smt.${letter}` }) };
}
