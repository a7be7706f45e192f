/** Standard input among the paths. */
export const STANDARD_INPUT = '-';
