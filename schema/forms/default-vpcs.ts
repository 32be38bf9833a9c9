/** What may become of default VPCs. */
export const defaultVpcChoices = ['keep', 'close'] as const;
