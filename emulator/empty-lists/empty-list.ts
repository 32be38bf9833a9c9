/**
 * A list that is empty as long as nobody answers what would fill it: its member in the answer, the operation that fills it, and of REST
 * services the request.
 */
export type EmptyList = readonly [member: string, filledBy: string, endpoint?: `${'GET' | 'POST'} /${string}`];

/** The empty lists of a service, by the API names of their operations. */
export type EmptyLists = Readonly<Record<string, EmptyList>>;
