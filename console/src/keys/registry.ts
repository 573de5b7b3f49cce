/**
 * The keyboard: every screen says which keys do what while it is open. `mod+k` is Ctrl or Cmd, `g d` one key after the other, a
 * single letter is inert in fields, behind an open dialog, and where single letters are switched off.
 */
import { useEffect, useEffectEvent } from 'react';
import { createStore } from '../store.ts';

export interface KeyBinding {
  /** Such as `/`, `g d`, `mod+k`, `mod+Enter`. */
  readonly keys: string;
  /** What it does, in the language of the page: for the help and the palette. */
  readonly label: string;
  readonly run: () => void;
  /** Whether the palette offers it; keys such as `j` only make sense as keys. */
  readonly inPalette?: boolean;
}

const SEQUENCE_MS = 1200;
const KEPT_AS = 'pochi-single-keys';

export const bindings = createStore<readonly KeyBinding[]>([]);
export const singleKeys = createStore(kept());

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  singleKeys.set(on);
  try {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off');
  } catch {}
}

/** Adds bindings; gives back what takes them away. Of two with the same keys the later one counts. */
export function registerKeys(added: readonly KeyBinding[]): () => void {
  bindings.set([...bindings.get(), ...added]);
  return () => bindings.set(bindings.get().filter((binding) => !added.includes(binding)));
}

/** The keys of a screen, while it is shown. Labels may change with the language; what runs is always the latest. */
export function useKeys(wanted: readonly KeyBinding[]): void {
  const run = useEffectEvent((keys: string) => wanted.find((binding) => binding.keys === keys)?.run());
  const shape = JSON.stringify(wanted.map(({ keys, label, inPalette }) => ({ keys, label, inPalette })));
  useEffect(() => {
    const rows: Omit<KeyBinding, 'run'>[] = JSON.parse(shape);
    return registerKeys(rows.map((row) => ({ ...row, run: () => run(row.keys) })));
  }, [shape]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const isBehindOverlay = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

let first: { readonly key: string; readonly at: number } | null = null;

/** What a key press means: `mod+k`, `g d`, or the key itself. */
function pressed({ key, ctrlKey, metaKey, timeStamp }: KeyboardEvent): string[] {
  if (ctrlKey || metaKey) return [`mod+${key.length === 1 ? key.toLowerCase() : key}`];
  const sequence = first && timeStamp - first.at < SEQUENCE_MS ? [`${first.key} ${key}`] : [];
  return [...sequence, key];
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) return;
  const isChord = event.ctrlKey || event.metaKey;
  if (!isChord && (isField(event.target) || isBehindOverlay())) return;
  if (!isChord && event.key.length === 1 && !singleKeys.get()) return;
  const meant = pressed(event);
  const binding = meant.flatMap((keys) => bindings.get().findLast((one) => one.keys === keys) ?? [])[0];
  first = binding === undefined && event.key.length === 1 && !isChord ? { key: event.key, at: event.timeStamp } : null;
  if (!binding) return;
  event.preventDefault();
  binding.run();
}

/** Listens from now on. */
export function startKeys(): void {
  document.addEventListener('keydown', handleKey);
}
