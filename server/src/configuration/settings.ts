import type { DraftOptions, Notation } from '../draft/draft.ts';
import { mergeSettings, type RuleSettings } from '../rules/settings.ts';
import type { ConfigurationProblem } from './problem.ts';
import type { Effects } from './schema.ts';

/** What one file says, ready to be asked about drafts. Paths and globs are already taken from the file's folder. */
export interface Layer {
  readonly effects: PlacedEffects;
  /** Null where the layer does not say which files are drafts. */
  readonly isDraft: ((file: string) => boolean) | null;
  readonly isIgnored: ((file: string) => boolean) | null;
  readonly overrides: readonly { readonly matches: (file: string) => boolean; readonly effects: PlacedEffects }[];
}

/** Where a configuration names a vocabulary. */
type Place = Omit<ConfigurationProblem, 'message'>;

/** By the absolute paths of vocabularies. */
type VocabularyPlaces = Readonly<Record<string, Place>>;

/** What a file says may hold for some files only, with where it names its vocabularies. */
export interface PlacedEffects extends Effects {
  readonly vocabularyPlaces?: VocabularyPlaces;
}

/** What holds for one draft. */
export interface Settings {
  /** Whether configuration makes the file a draft, or no draft; null: what is in it decides. */
  readonly isDraft: boolean | null;
  /** The notation that markers are to be written in; null: that of most markers. */
  readonly notation: Notation | null;
  readonly rules: RuleSettings;
  readonly headings: NonNullable<DraftOptions['headings']>;
  /** Absolute paths. */
  readonly vocabularies: readonly string[];
  readonly vocabularyPlaces: VocabularyPlaces;
  readonly defaultVocabulary: boolean;
}

const DEFAULT: Settings = {
  isDraft: null,
  notation: null,
  rules: {},
  headings: {},
  vocabularies: [],
  vocabularyPlaces: {},
  defaultVocabulary: true,
};

/**
 * What holds for `file` (an absolute path): of two layers that speak of the same, the later wins. Rules and the two
 * lists of headings are told apart one by one; lists are replaced as a whole.
 */
export function settingsFor(file: string, layers: readonly Layer[]): Settings {
  let settings = DEFAULT;
  for (const { effects, overrides } of layers) {
    settings = merge(settings, effects);
    for (const override of overrides) if (override.matches(file)) settings = merge(settings, override.effects);
  }
  const named = layers.findLast((layer) => layer.isDraft)?.isDraft?.(file) ?? null;
  const ignored = layers.findLast((layer) => layer.isIgnored)?.isIgnored?.(file) ?? false;
  return { ...settings, isDraft: ignored ? false : named };
}

function merge(below: Settings, effects: PlacedEffects): Settings {
  return {
    isDraft: null,
    notation: effects.notation ?? below.notation,
    rules: effects.rules ? mergeSettings(below.rules, effects.rules) : below.rules,
    headings: effects.headings ? { ...below.headings, ...effects.headings } : below.headings,
    vocabularies: effects.vocabularies ?? below.vocabularies,
    vocabularyPlaces: { ...below.vocabularyPlaces, ...effects.vocabularyPlaces },
    defaultVocabulary: effects.defaultVocabulary ?? below.defaultVocabulary,
  };
}
