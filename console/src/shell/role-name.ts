import { useTranslations } from 'use-intl';

const KNOWN = ['customer', 'cashier', 'supervisor', 'auditor', 'staff', 'service', 'admin'] as const;

/** A role in words; one that the console does not know goes by the name in its token. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations('shell.role');
  return (role) => {
    const known = KNOWN.find((one) => one === role);
    return known === undefined ? role : t(known);
  };
}
