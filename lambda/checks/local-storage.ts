/**
 * Families of instances that SageMaker hosts models on and that have their own NVMe disk, in every size.
 * Sources, as of 2026-11: the SageMaker API, `ProductionVariantInstanceType`, for the families that there are; the Amazon EC2
 * instance type specifications, "Instance store", for the disks. A family that is missing here is asked for a key, which
 * SageMaker takes.
 */
const localStorageFamilies: ReadonlySet<string> = new Set([
  ...['c5d', 'c6gd', 'm5d', 'm6gd', 'r5d', 'r6gd', 'r7gd'],
  ...['g4dn', 'g5', 'g6', 'g6e', 'g7e'],
  ...['p4d', 'p4de', 'p5', 'p5e', 'p5en', 'p6-b200', 'p6-b300', 'p6e-gb200'],
  ...['dl1', 'trn1', 'trn1n', 'trn2'],
]);

/** Whether `ml.<family>.<size>` keeps its data on a disk of its own, which its hardware encrypts with a key that nobody chooses. */
export const hasLocalStorage = (instanceType: string): boolean =>
  localStorageFamilies.has(instanceType.split('.')[1] ?? '');
