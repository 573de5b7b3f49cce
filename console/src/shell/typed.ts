/** Texts that somebody is typing: shown at once, and acted upon when the typing rests. */
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** The text once nobody has typed on for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What is typed into the search of this screen; its address follows, so that a reload and the way back find the same list. */
export function useTextInAddress(screen: '/desk' | '/outbox'): [string, (text: string) => void] {
  const { q = '' } = useSearch({ strict: false });
  const [text, setText] = useState(q);
  const settled = useSettled(text.trim());
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    // Somebody who is on their way to another screen must not be fetched back from there.
    if (settled === q || router.latestLocation.pathname !== screen) return;
    void navigate({ to: screen, search: settled === '' ? {} : { q: settled }, replace: true });
  }, [settled, q, navigate, router, screen]);
  return [text, setText];
}
