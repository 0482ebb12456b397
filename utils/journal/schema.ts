import { z } from 'zod';
import { countedDaySchema } from '../breaks/schema.ts';
import '../core/jitless.ts';

/** From a very hard moment (1) to a very good one (5). */
export const MOODS = [1, 2, 3, 4, 5] as const;
export type Mood = (typeof MOODS)[number];

/** A random 128-bit id in hex. */
const id = z.string().regex(/^[0-9a-f]{32}$/);
/** ms since the epoch. */
const instant = z.int().min(-8.64e15).max(8.64e15);
const mood = z.literal(MOODS);
/** One axis of the circumplex (Russell 1980), from -2 to 2. */
const axis = z.int().min(-2).max(2);
const word = z.string().min(1).max(60);
const words = z.array(word).max(50);
export const LONGEST_TEXT = 200_000;
const text = z.string().max(LONGEST_TEXT);

/** What an entry said before a change. */
const versionSchema = z.object({ written: instant, text, mood: mood.optional(), tags: words });
export const VERSIONS_KEPT = 10;

/** A check-in or something written; one may hold both. All of it lies inside ciphertext on disk. */
export const entrySchema = z.object({
  id,
  /** What it is about lies then. */
  at: instant,
  /** The IANA zone in which `at` was lived, so that its day stays its day. */
  zone: z.string().min(1).max(100),
  /** When it was changed last. */
  written: instant,
  mood: mood.optional(),
  energy: axis.optional(),
  pleasantness: axis.optional(),
  feelings: words,
  /** What it is about: work, sleep, family. */
  about: words,
  tags: words,
  text,
  /** The prompt it answers, as it was worded. */
  prompt: z.string().max(300).optional(),
  pinned: z.boolean(),
  /** The newest first. */
  versions: z.array(versionSchema).max(VERSIONS_KEPT),
  /** When it was put into the trash. */
  trashed: instant.optional(),
  /** The import that it came with. */
  batch: id.optional(),
});
export type Entry = z.infer<typeof entrySchema>;
export type EntryVersion = z.infer<typeof versionSchema>;

/** Something begun and not yet kept. `entry` names the entry it changes, if it is one. */
export const draftSchema = z.object({
  id,
  entry: id.optional(),
  /** The revision of the entry when the draft was begun. */
  revision: z.int().min(0).optional(),
  changed: instant,
  content: entrySchema.omit({ id: true, written: true, versions: true, trashed: true, batch: true }),
});
export type Draft = z.infer<typeof draftSchema>;

/** What a person sets about the journal; it says something about them, and lies inside ciphertext too. */
/** In UTF-16 units. */
export const LONGEST_PROMPT = 300;
export const MOST_PROMPTS = 100;

export const journalPrefsSchema = z.object({
  ownPrompts: z.array(z.string().min(1).max(LONGEST_PROMPT)).max(MOST_PROMPTS).default([]),
  spellcheck: z.boolean().default(false),
  /** Whether to tell, after unlocking, that days lately were lower than usual. */
  lowerThanUsual: z.boolean().default(false),
  /** When that was last told. */
  toldAt: instant.optional(),
  backupReminders: z.boolean().default(false),
  lastBackup: instant.optional(),
  /** What was counted of breaks, a record for each day. */
  breaks: z.array(countedDaySchema).max(400).default([]),
});
export type JournalPrefs = z.infer<typeof journalPrefsSchema>;
