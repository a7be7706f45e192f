import * as v from 'valibot';

// The form of a vocabulary file: types, messages and the JSON Schema that editors use all come from here. A schema's own
// message is what a bad value's message says after “expected”.
// Names of labels are those of SKOS (W3C Recommendation, 18 August 2009).

const GROUP_KINDS = [
  'organisation',
  'branch',
  'faction',
  'network',
  'alliance',
  'political wing',
  'leadership body',
  'state body',
] as const;
const LABEL_KINDS = ['preferred', 'abbreviation', 'alternative', 'hidden', 'near'] as const;
const oneOf = (kinds: readonly string[]) => `one of ${kinds.join(', ')}`;

const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));
const id = v.pipe(
  v.string('an id'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and hyphens'),
);
const labels = v.optional(v.array(text, 'a list of labels'));
const ids = v.optional(v.array(id, 'a list of ids'));
const address = v.pipe(v.string('an address'), v.regex(/^https?:\/\/\S+$/, 'an http(s) address'));

const aDate = 'a date: YYYY, YYYY-MM or YYYY-MM-DD';
const date = v.union(
  [
    v.pipe(v.number(aDate), v.integer(aDate), v.minValue(1, aDate), v.maxValue(9999, aDate)),
    v.pipe(v.string(aDate), v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, aDate)),
  ],
  aDate,
);

/** An id of the file's `sources`, and where in it: `ctc-2018 [34]`. */
const source = v.pipe(
  v.string('a source'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?: \S.*)?$/, 'the id of a source, then where in it'),
);
const sourced = { source: v.optional(source) };

const spec = v.strictObject(
  {
    text: v.pipe(text, v.description('A sentence that names the concept, or something that is easily taken for it')),
    finds: v.pipe(
      v.union([text, v.null()], 'the text of a mention, or null for none'),
      v.description('The text of the first mention of the concept in the sentence; null: there is none'),
    ),
    as: v.optional(v.picklist(LABEL_KINDS, oneOf(LABEL_KINDS))),
    expects: v.optional(v.pipe(text, v.description('What should stand there instead'))),
  },
  '{text, finds}',
);

const distinction = v.union(
  [v.strictObject({ id, note: v.optional(text) }), v.strictObject({ text, note: v.optional(text) })],
  '{id} of a concept or {text}, and perhaps a note',
);

const concept = {
  id,
  prefLabel: v.pipe(text, v.description('The name as it should be written')),
  acceptedLabels: v.pipe(labels, v.description('Names that are as good as the preferred one')),
  altLabels: v.pipe(labels, v.description('Other names of the same thing: reported where the preferred one is due')),
  hiddenLabels: v.pipe(labels, v.description('Misspellings')),
  doubtfulLabels: v.pipe(labels, v.description('Names that may mean it: recognised, never replaced')),
  exactMatch: v.optional(v.array(address, 'a list of addresses')),
  notToConfuseWith: v.optional(v.array(distinction, 'a list')),
  specs: v.optional(v.array(spec, 'a list of specs')),
};

const name = v.strictObject({ ...concept, abbreviation: v.optional(text) }, '{id, prefLabel}');

const group = v.strictObject(
  {
    ...concept,
    abbreviation: v.optional(text),
    article: v.optional(v.pipe(v.boolean('true or false'), v.description('The name takes “the”'))),
    kind: v.picklist(GROUP_KINDS, oneOf(GROUP_KINDS)),
    summary: v.optional(v.pipe(text, v.description('What it is, in one to three sentences'))),
    broader: ids,
    related: ids,
    founded: v.optional(v.strictObject({ date, ...sourced }, '{date}')),
    areas: v.optional(v.array(v.strictObject({ name: text, ...sourced }, '{name}'), 'a list')),
    leaders: v.optional(
      v.array(
        v.strictObject(
          { name: text, role: v.optional(text), from: v.optional(date), to: v.optional(date), ...sourced },
          '{name}',
        ),
        'a list',
      ),
    ),
    relations: v.optional(
      v.array(
        v.strictObject(
          { type: text, with: id, from: v.optional(date), to: v.optional(date), note: v.optional(text), ...sourced },
          '{type, with}',
        ),
        'a list',
      ),
    ),
    events: v.optional(
      v.array(v.strictObject({ date, type: text, note: v.optional(text), ...sourced }, '{date, type}'), 'a list'),
    ),
    designations: v.optional(
      v.array(
        v.strictObject(
          {
            list: v.pipe(text, v.description('Whose list: “listed by”, never a definition')),
            reference: v.optional(text),
            date: v.optional(date),
            ...sourced,
          },
          '{list}',
        ),
        'a list',
      ),
    ),
    sources: v.optional(v.array(source, 'a list of sources')),
    asOf: v.optional(date),
  },
  '{id, prefLabel, kind}',
);

export const fileSchema = v.strictObject(
  {
    $schema: v.optional(v.string('the address of a JSON Schema')),
    sources: v.optional(
      v.record(
        id,
        v.strictObject({ label: text, text, address: v.optional(address) }, '{label, text}'),
        'a map of ids to sources',
      ),
    ),
    groups: v.optional(v.array(group, 'a list of groups')),
    people: v.optional(v.array(name, 'a list of people')),
    places: v.optional(v.array(name, 'a list of places')),
  },
  'groups, people or places',
);

/** The lists of a file that hold concepts. */
export const CONCEPT_LISTS = ['groups', 'people', 'places'] as const;
export type ConceptList = (typeof CONCEPT_LISTS)[number];

export type VocabularyFile = v.InferOutput<typeof fileSchema>;
export type Group = v.InferOutput<typeof group>;
/** A person or a place: labels alone. */
export type Name = v.InferOutput<typeof name>;
export type Spec = v.InferOutput<typeof spec>;
export type FactDate = v.InferOutput<typeof date>;
export type VocabularySource = NonNullable<VocabularyFile['sources']>[string];
