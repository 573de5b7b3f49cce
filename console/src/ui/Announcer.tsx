import { createStore, useStore } from '../store.ts';

const said = createStore({ text: '', turn: 0 });

/** Tells those who hear the page what has changed, such as a new balance. */
export function announce(text: string): void {
  said.set({ text, turn: said.get().turn + 1 });
}

/** The one live region of the page. Two places take turns, so that the same words are read again. */
export function Announcer() {
  const { text, turn } = useStore(said);
  return (
    <div className="visually-hidden" aria-live="polite">
      <p>{turn % 2 === 0 ? text : ''}</p>
      <p>{turn % 2 === 1 ? text : ''}</p>
    </div>
  );
}
