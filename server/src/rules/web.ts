/** Where the pages of the rules are read on the web: `<this>/<rule>.md`. */
export const RULE_PAGES = 'https://github.com/sentinel-citations/sentinel-citations/blob/main/docs/rules';
