/** What is on screen, as a value: whoever has it sees the same. All changes make a new one. */

/** Filters by the names that the HTTP API has for them; several values mean "or". */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Who does what to whom, by ids. */
export interface Triple {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
}

/** What is selected, in all panels alike: a relation between two actors, an actor, or a stretch of time. */
export type Selection =
  | ({ readonly kind: "relation" } & Triple)
  | { readonly kind: "actor"; readonly id: string }
  | { readonly kind: "period"; readonly since: string; readonly until: string };

export interface View {
  /** A question in words, or what the user made of its reading. */
  readonly asked: { readonly question: string } | { readonly filters: Filters };
  /** Whether more than the strongest relations are shown. */
  readonly whole: boolean;
  readonly selection: Selection | null;
  /** Actors whose other relations are shown as well. */
  readonly expanded: readonly string[];
  readonly hidden: readonly string[];
  /** Where actors were put by hand, in the drawing's own units. */
  readonly pinned: Readonly<Record<string, readonly [number, number]>>;
  readonly path: readonly [string, string] | null;
}

export function fresh(asked: View["asked"]): View {
  return { asked, whole: false, selection: null, expanded: [], hidden: [], pinned: {}, path: null };
}

export function selecting(view: View, selection: Selection | null): View {
  return { ...view, selection };
}

export function showingWhole(view: View): View {
  return { ...view, whole: true };
}

export function expanding(view: View, id: string): View {
  const { expanded, hidden } = view;
  return { ...view, expanded: [...without(expanded, id), id], hidden: without(hidden, id) };
}

export function collapsing(view: View, id: string): View {
  return { ...view, expanded: without(view.expanded, id) };
}

export function hiding(view: View, id: string): View {
  return {
    ...view,
    hidden: [...without(view.hidden, id), id],
    expanded: without(view.expanded, id),
    selection: null,
  };
}

export function showingAll(view: View): View {
  return { ...view, hidden: [] };
}

export function pinning(view: View, id: string, x: number, y: number): View {
  return { ...view, pinned: { ...view.pinned, [id]: [Math.round(x), Math.round(y)] } };
}

export function unpinning(view: View, id: string): View {
  const { [id]: _, ...pinned } = view.pinned;
  return { ...view, pinned };
}

/** A path stands out while nothing else is selected. */
export function connecting(view: View, ends: readonly [string, string]): View {
  const hidden = view.hidden.filter((id) => !ends.includes(id));
  return { ...view, path: ends, hidden, selection: null };
}

export function forgettingPath(view: View): View {
  return { ...view, path: null };
}

/** The same with other filters: what was laid out by hand stays, and who was selected. */
export function filtering(view: View, filters: Filters): View {
  const selection = view.selection?.kind === "period" ? null : view.selection;
  return { ...view, asked: { filters }, selection };
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id);
}
