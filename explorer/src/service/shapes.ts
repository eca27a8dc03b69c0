/** What the HTTP API answers, as far as this page reads it; docs/http.md describes all of it. */

export interface Named {
  id: string;
  name: string;
}

/** One end of a relation. `kind` is country, sector, organisation, group, party, company, media, person or people. */
export interface End extends Named {
  kind: string;
}

/** Who does what to whom: one row of `/v1/relations`. */
export interface Relation {
  source: End;
  relation: string;
  base: string;
  target: End;
  events: number;
  claimed: number;
  articles: number;
  first: string | null;
  last: string | null;
}

export interface Relations {
  /** The filters as they were understood, those in force by default too. */
  query: Record<string, unknown>;
  relations: Relation[];
  undated: number;
  truncated: boolean;
  next: string | null;
}

/** A reading that was not chosen, and the question that means it. */
export interface Near {
  reading: string;
  url: string;
}

export interface Asked extends Relations {
  question: string;
  reading: string;
  url: string;
  near: Near[];
}

/** Words of an article; offsets count code points from its beginning, `end` exclusive. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface Party extends Named {
  code: string | null;
  sector: string | null;
  kind: string;
  person: Named | null;
  mention: Span | null;
}

export interface Speaker extends Party {
  via: Party | null;
}

/** One event with its evidence. `title` and `url` are the article's, and come with stored events only. */
export interface Event {
  id: string;
  act: string;
  article: string;
  field: "text" | "title";
  sentence: Span;
  source: Party;
  relation: string;
  content: string | null;
  plover: string;
  quad: string;
  trigger: Span;
  target: Party;
  reciprocal: boolean;
  negated: boolean;
  modality: "actual" | "planned" | "possible";
  attributed_to: Speaker | null;
  date: string | null;
  date_granularity: "day" | "month" | "year" | null;
  published: string | null;
  confidence: number;
  why: { rule: string; frame: string; source: string; target: string };
  title?: string | null;
  url?: string | null;
}

export interface Events {
  events: Event[];
  undated: number;
  truncated: boolean;
  next: string | null;
}

/** What was found in a text that was read without being stored. */
export interface Extracted {
  events: Event[];
}

/** What became of an article that was sent to be stored. */
export interface Outcome {
  article: string;
  outcome: "loaded" | "replaced" | "unchanged" | "rejected";
  events: number;
  reason: string | null;
}

export interface Outcomes {
  articles: Outcome[];
}

export type Bucket = "day" | "week" | "month" | "year";

export interface Timeline {
  bucket: Bucket;
  timeline: { start: string; acts: number; events: number; claimed: number }[];
  undated: number;
}

export interface Actor extends Named {
  kind: string;
  outgoing: number;
  incoming: number;
}

export interface Actors {
  actors: Actor[];
  truncated: boolean;
}

export interface Profile extends Actor {
  aliases: string[];
}

export interface Paths {
  paths: { source: Named; target: Named; relations: Relation[] }[][];
  truncated: boolean;
}

export interface Vocabulary {
  plover: { name: string; quad: string }[];
  relations: { name: string; plover: string; cameo: string; quad: string; definition: string }[];
}
