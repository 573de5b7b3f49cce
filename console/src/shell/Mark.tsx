/** The purse. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="var(--accent)" />
      <path d="M14 25.5h36a3 3 0 0 1 3 3V47a5 5 0 0 1-5 5H16a5 5 0 0 1-5-5V28.5a3 3 0 0 1 3-3Z" fill="var(--surface)" />
      <path
        d="M18 25.500C18 17 24 12 32 12s14 5 14 13.500"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M19 35h26M19 42.500h15" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
