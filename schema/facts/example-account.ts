/** The management account of the sample: an id that AWS keeps for its documentation, so nothing of it exists. */
export const exampleAccountId = '111122223333';
